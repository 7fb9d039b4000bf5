import { role } from "../role.ts";
import { disposes, has, leaderOfList, listOf, partyOf, relation, seatsOfList } from "../scene.ts";
import { flag } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A party that stands alone joins a list.
 *
 * Needs: the actor has seats, no more than the list, and stands on none; neither side bars reunion; the list's leader is at large; a tie above 0.3 to that leader,
 * and above 0 from it.
 */
export const join: MoveKind = {
  id: "join",
  name: "join",
  type: "AGREE",
  tone: 0.5,
  object: "list",
  rows: ["S5"],
  sources: [{ ref: "laver1990" }],
  commonness: -3,
  by: role.seated,
  options(scene, actor, offer) {
    const { world, state } = scene;
    const own = disposes(scene, actor, "seats");
    if (listOf(scene, actor) >= 0 || own <= 0) return;
    for (let b = 0; b < world.blocs.length; b++) {
      if (world.topList[b] !== b) continue;
      const leader = leaderOfList(scene, b);
      if (leader < 0 || leader === actor || state.status[leader] > 2) continue;
      if (has(scene, actor, leader, flag.bar) || has(scene, leader, actor, flag.bar)) continue;
      if (relation(scene, actor, leader) <= 0.3 || relation(scene, leader, actor) <= 0) continue;
      if (seatsOfList(scene, b) >= own) offer(leader, b);
    }
  },
  price: () => 1,
  succeed(scene, move, change) {
    const party = partyOf(scene, move.actor);
    if (party >= 0) change.list(party, move.object);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} joined ${world.blocs[move.object].name}.`,
};
