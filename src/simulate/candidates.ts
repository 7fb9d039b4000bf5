import { formationChances } from "./formation.ts";
import { inputsOf } from "./inputs.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { sharesOf } from "./shares.ts";
import { initialState } from "./state.ts";
import { refresh } from "./weekly.ts";
import type { World } from "./world.ts";

/** Somebody who may govern. */
export interface Candidate {
  readonly actor: number;
  /** Chance to be chosen if the present head of government were to go now, 0…1. */
  readonly chance: number;
}

/** The scene on the first day, every input at its mode. */
export function firstScene(world: World): Scene {
  const inputs = inputsOf(world);
  const scene = sceneOf(world, inputs, initialState(world, inputs));
  refresh(scene, sharesOf(world, inputs));
  return scene;
}

/**
 * The plausible others who could govern, likeliest first: those whose chance in the engine's outline
 * of a formation is at least `least`.
 */
export function candidates(world: World, least = 0.02): readonly Candidate[] {
  const scene = firstScene(world);
  const holder = world.headPost < 0 ? -1 : scene.state.holder[world.headPost];
  const chances = formationChances(
    scene,
    holder < 0 ? -1 : world.decider[holder],
    new Float64Array(world.actors.length),
  );
  return Array.from(chances, (chance, actor) => ({ actor, chance }))
    .filter((candidate) => candidate.chance >= least)
    .sort((a, b) => b.chance - a.chance || a.actor - b.actor);
}
