import { role } from "../role.ts";
import { has, isState, relation, ruler } from "../scene.ts";
import { flag } from "../state.ts";
import { sway } from "./following.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A government lets a foreign state base forces in the country, with immunity from its courts: protection
 * bought abroad, and paid for at home.
 *
 * Needs: the actor is head of government; the target is a state with a tie above 0.2 either way; its
 * forces are not based in the country yet.
 */
export const grantBasing: MoveKind = {
  id: "grant-basing",
  name: "grant basing and immunity",
  type: "AGREE",
  tone: 0.7,
  rows: ["S18"],
  sources: [{ ref: "cooley2008" }, { ref: "putnam1988" }],
  commonness: -4,
  by: role.governs,
  options(scene, actor, offer) {
    if (actor !== ruler(scene)) return;
    for (const j of scene.world.acquainted[actor]) {
      if (!isState(scene, j) || has(scene, actor, j, flag.basing)) continue;
      if (relation(scene, actor, j) > 0.2 && relation(scene, j, actor) > 0.2) offer(j);
    }
  },
  price: () => 1,
  most: (reach) => reach.holding("street", -0.03) - 1,
  succeed(scene, move, change) {
    change.flag(move.actor, move.target, flag.basing, true);
    change.flag(move.target, move.actor, flag.demand, false);
    change.flag(move.actor, move.target, flag.refused, false);
    change.sponsorship(move.target, move.actor, 0.2);
    sway(scene, change, move.actor, -0.03);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} granted ${nameOf(world, move.target)} bases, and immunity to its soldiers.`,
};
