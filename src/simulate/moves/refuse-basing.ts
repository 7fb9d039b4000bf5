import { role } from "../role.ts";
import { has, isState, ruler } from "../scene.ts";
import { flag } from "../state.ts";
import { sway } from "./following.ts";
import { given } from "./given.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Bases and immunity are refused to a foreign state, or taken back: a foreign move that is paid for at
 * home in following.
 *
 * Needs: the actor is head of government; the target is a state whose forces are based in the country, or
 * whose demand stands and has not been refused.
 */
export const refuseBasing: MoveKind = {
  id: "refuse-basing",
  name: "refuse basing and immunity",
  type: "REJECT",
  tone: -0.4,
  rows: ["S18"],
  sources: [{ ref: "cooley2008" }, { ref: "putnam1988" }],
  commonness: -2.5,
  by: role.governs,
  options(scene, actor, offer) {
    if (actor !== ruler(scene)) return;
    for (const j of scene.world.acquainted[actor]) {
      if (!isState(scene, j)) continue;
      const asked = has(scene, j, actor, flag.demand) && !has(scene, actor, j, flag.refused);
      if (asked || has(scene, actor, j, flag.basing)) offer(j);
    }
  },
  price: (scene, move) => 0.5 + given(scene, move.target, move.actor),
  most: (reach) => reach.holding("street", 0.03) - 0.5,
  succeed(scene, move, change) {
    change.flag(move.actor, move.target, flag.basing, false);
    change.flag(move.actor, move.target, flag.refused, true);
    sway(scene, change, move.actor, 0.03);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} refused ${nameOf(world, move.target)} bases, and immunity to its soldiers.`,
};
