import { seeded } from "../base/index.ts";
import type { Case, Intervention } from "../case/index.ts";
import { type Inputs, inputsOf } from "./inputs.ts";
import { rulesOf } from "./interventions.ts";
import { changedCase, changesCase } from "./interventions-case.ts";
import { initialState, type State } from "./state.ts";
import { type World, worldOf } from "./world.ts";

/** Draws of the inputs on which an intervention is tried: the likeliest values, and two at random. */
const DRAWS = [undefined, "one", "another"] as const;

/**
 * Which of several interventions change nothing: neither what holds on the first day, given those before it, nor
 * anything that may come later.
 *
 * @param interventions sound ones: see {@link interventionFaults}.
 * @returns their places in the list, from 0, with the reason in words.
 * @remarks A change of the first day is tried on the opening state, for the likeliest inputs and two draws of them.
 * What forbids or forces a move of somebody who never moves is idle; of the rest nobody can tell.
 */
export function idleInterventions(
  world: World,
  interventions: readonly Intervention[],
): readonly { readonly at: number; readonly why: string }[] {
  return interventions.flatMap((change, at) => {
    const why = idle(world, interventions.slice(0, at), change);
    return why === undefined ? [] : [{ at, why }];
  });
}

function idle(world: World, before: readonly Intervention[], change: Intervention): string | undefined {
  if ("forbid" in change) {
    const { by } = change.forbid;
    const a = by === undefined ? undefined : world.actorIndex.get(by);
    return a === undefined ? undefined : still(world, a);
  }
  if ("force" in change) return still(world, world.actorIndex.get(change.force.by) ?? -1);
  if ("input" in change) return undefined;
  if ("outside" in change && change.outside.on === undefined) {
    const event = world.source.outside.find(({ id }) => id === change.outside.event);
    const { probability = 1, given, rate } = event ?? {};
    if (given !== undefined || rate !== undefined) return undefined;
    if (change.outside.happens !== false)
      return probability === 1 ? "it happens for sure as it is" : undefined;
    return probability === 0 ? "it does not happen as it is" : undefined;
  }
  if (changesCase([change]).length > 0)
    return isSo(changedCase(world.source, before), change) ? "it is so already" : undefined;
  const changed = changesCase(before).length === 0 ? world : worldOf(changedCase(world.source, before));
  return DRAWS.every((draw) => opening(changed, before, draw) === opening(changed, [...before, change], draw))
    ? "it is so already"
    : undefined;
}

/** Whether a case says already what a change makes it say. */
function isSo(source: Case, change: Intervention): boolean {
  if ("quota" in change)
    return source.arenas.find(({ id }) => id === change.quota.arena)?.quota === change.quota.to;
  if ("entitle" in change)
    return source.posts.find(({ id }) => id === change.entitle.post)?.entitled === change.entitle.to;
  if ("demand" in change) {
    const { by, of, stands = true } = change.demand;
    const day = source.head.as_of;
    const standing = source.demands.some(
      (demand) => demand.by === by && demand.of === of && (demand.until ?? day) >= day,
    );
    return standing === stands;
  }
  if ("route" in change) {
    const { route, territory, open } = change.route;
    const stages = source.routes.find(({ id }) => id === route)?.stages ?? [];
    return stages.every(
      (stage) => stage.passes === open || (territory ?? stage.territory) !== stage.territory,
    );
  }
  if (!("outside" in change)) return false;
  const event = source.outside.find(({ id }) => id === change.outside.event);
  return event?.date === change.outside.on && (event?.probability ?? 1) === 1 && event?.given === undefined;
}

/** Why nobody sees it if this actor makes no move, or has to make one. */
function still(world: World, actor: number): string | undefined {
  if (actor < 0 || world.movers.includes(world.decider[actor])) return undefined;
  return `${world.actors[actor].name} makes no moves as it is`;
}

/** Everything that interventions of the first day can change, in letters. */
function opening(world: World, interventions: readonly Intervention[], draw: string | undefined): string {
  const inputs: Inputs = structuredClone(
    inputsOf(world, draw === undefined ? undefined : seeded("idle").fork(draw)),
  );
  const state: State = initialState(world, inputs);
  rulesOf(world, interventions).prepare(inputs, state);
  return JSON.stringify([plain(inputs), plain(state)]);
}

/** Typed arrays as lists, so that they can be written in letters. */
function plain(record: object): readonly unknown[] {
  return Object.values(record).map((value) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value instanceof Map ? [...value] : value,
  );
}
