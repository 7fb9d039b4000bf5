import { role } from "../role.ts";
import { has, isState, relation } from "../scene.ts";
import { flag } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";
import { speaksForState } from "./sanction.ts";

/**
 * Sanctions of others are not applied: trade goes round them, and the target gets a part of its loss
 * back, to the anger of those who sanction.
 *
 * Needs: the actor is a state, an organisation abroad or the head of government; the target is a state
 * under the sanctions of a third; the actor does not sanction it; a tie above 0 to it.
 */
export const evadeSanction: MoveKind = {
  id: "evade-sanction",
  name: "evade a sanction",
  type: "COOPERATE",
  tone: 0.4,
  rows: ["S20", "S22"],
  sources: [{ ref: "early2015" }],
  commonness: -2,
  by: role.speaks,
  options(scene, actor, offer) {
    if (!speaksForState(scene, actor)) return;
    for (const j of scene.world.acquainted[actor]) {
      if (!isState(scene, j) || relation(scene, actor, j) <= 0 || has(scene, actor, j, flag.sanction))
        continue;
      if (isSanctioned(scene, actor, j)) offer(j);
    }
  },
  price: () => 0.3,
  most: (reach) => reach.holding("money", 0.03) - 0.3,
  succeed(scene, move, change) {
    const { world, state } = scene;
    const money = world.resourceOf.get("money");
    if (money !== undefined)
      change.holding(move.target, "money", 0.03 * state.holding[money * world.actors.length + move.target]);
    for (const k of world.movers) {
      if (k !== move.actor && has(scene, k, move.target, flag.sanction))
        change.relation(k, move.actor, -0.05);
    }
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} let trade with ${nameOf(world, move.target)} go on, past the sanctions of others.`,
};

/** Whether anybody but the actor sanctions a state. */
function isSanctioned(scene: Parameters<MoveKind["options"]>[0], actor: number, target: number): boolean {
  for (const k of scene.world.movers) {
    if (k !== actor && has(scene, k, target, flag.sanction)) return true;
  }
  return false;
}
