import { exp } from "../../base/index.ts";
import { role } from "../role.ts";
import { disposes, holds, relation } from "../scene.ts";
import { type Move, type MoveKind, nameOf } from "./move-kind.ts";

/**
 * An armed group takes a territory from whoever holds it. It brings all it has to one place, while the
 * holder's men are spread over all it holds; either fights the better, the more of the people there are of
 * its own groups.
 *
 * Needs: the actor is or leads an armed group with arms; another with arms holds the territory; a tie below
 * −0.5 to it.
 */
export const seizeTerritory: MoveKind = {
  id: "seize-territory",
  name: "seize a territory",
  type: "ASSAULT",
  tone: -1,
  object: "territory",
  rows: ["S21", "S23"],
  sources: [{ ref: "tullock1980" }, { ref: "boulding1962" }],
  commonness: -3,
  by: role.armed | role.bears,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (!world.led[actor].some((a) => world.actors[a].kind === "armed-group")) return;
    if (disposes(scene, actor, "arms") <= 0) return;
    for (let t = 0; t < state.territory.length; t++) {
      const holder = state.territory[t];
      if (holder < 0 || world.decider[holder] === actor) continue;
      const keeper = world.decider[holder];
      if (relation(scene, actor, keeper) < -0.5 && disposes(scene, keeper, "arms") > 0) offer(keeper, t);
    }
  },
  price: () => 0.5,
  odds: (scene, move) => Math.min(0.9, breaksThrough(scene, move)),
  most: (reach) => Math.max(2 + reach.route * reach.stages, reach.holding("arms", -0.05)) - 0.5,
  succeed(scene, move, change) {
    change.territory(move.object, move.actor);
    change.pressure(0.5);
    for (let s = 0; s < scene.world.stageTerritory.length; s++) {
      if (scene.world.stageTerritory[s] === move.object) change.passes(s, false);
    }
  },
  fail(scene, move, change) {
    for (const a of scene.world.led[move.actor]) change.holding(a, "arms", -0.05 * holds(scene, a, "arms"));
    change.pressure(0.1);
  },
  tell: (world, move, success) =>
    success
      ? `${nameOf(world, move.actor)} took ${world.source.territories[move.object].name} from ${nameOf(world, move.target)}.`
      : `${nameOf(world, move.actor)} tried to take ${world.source.territories[move.object].name} and was driven off.`,
};

/** The attacker's arms, up to three times as many among its own people, beside the holder's in that place; unrest loosens the holder's grip. */
function breaksThrough(scene: Parameters<MoveKind["options"]>[0], move: Move): number {
  const { world, state, inputs } = scene;
  let held = 0;
  for (const holder of state.territory) if (holder >= 0 && world.decider[holder] === move.target) held += 1;
  const own = disposes(scene, move.actor, "arms") * (1 + 2 * atHome(scene, move.actor, move.object));
  const stands = inputs.parameters["territory.stands"];
  const there = stands + (1 - stands) * atHome(scene, move.target, move.object);
  const other =
    (inputs.parameters["territory.defence"] * there * disposes(scene, move.target, "arms")) /
    Math.max(1, held);
  const grip = exp(-Math.min(1.5, Math.max(0, state.pressure)));
  return own / (own + grip * other + 1e-9);
}

/** The part of a territory's people who are of an actor's groups, 0…1; one half where the case does not say. */
function atHome(scene: Parameters<MoveKind["options"]>[0], actor: number, territory: number): number {
  const { world } = scene;
  const { groups } = world.source.territories[territory];
  if (groups === undefined) return 0.5;
  let sum = 0;
  for (let g = 0; g < world.groupIds.length; g++) {
    const part = groups[world.groupIds[g]];
    if (part !== undefined) sum += part * world.belongs[actor * world.groupIds.length + g];
  }
  return Math.min(1, sum);
}
