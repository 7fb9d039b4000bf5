import { role } from "../role.ts";
import { has, holds, listOf, partyOf, relation } from "../scene.ts";
import { flag } from "../state.ts";
import { parentOf } from "./co-opt.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A splinter comes back to those it left: half of its following and arms returns with it, and its votes
 * to their list.
 *
 * Needs: the actor, or something it leads, broke away from an organisation; neither has barred reunion; a
 * tie above 0.2 to the leader there, and above 0 from it.
 */
export const merge: MoveKind = {
  id: "merge",
  name: "reunite",
  type: "AGREE",
  tone: 0.7,
  rows: ["S8", "S11"],
  sources: [{ ref: "plover2018" }],
  commonness: -3.5,
  by: role.splintered,
  options(scene, actor, offer) {
    const parent = parentOf(scene, actor);
    if (parent < 0) return;
    const leader = scene.world.decider[parent];
    if (leader === actor || has(scene, actor, leader, flag.bar) || has(scene, leader, actor, flag.bar))
      return;
    if (relation(scene, actor, leader) > 0.2 && relation(scene, leader, actor) > 0) offer(leader);
  },
  price: () => 1.5,
  succeed(scene, move, change) {
    for (const kind of ["street", "arms"]) {
      for (const a of scene.world.led[move.actor]) {
        const amount = 0.5 * holds(scene, a, kind);
        if (amount <= 0) continue;
        change.holding(a, kind, -amount);
        change.holding(move.target, kind, amount);
      }
    }
    const party = partyOf(scene, move.actor);
    if (party >= 0 && listOf(scene, move.target) >= 0) change.list(party, listOf(scene, move.target));
    for (const a of scene.world.led[move.actor]) if (scene.state.origin[a] >= 0) change.origin(a, -1);
    change.relation(move.actor, move.target, 0.2);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} came back to ${nameOf(world, move.target)}.`,
};
