import { role } from "../role.ts";
import { disposes, has, leaderOfList, listOf, partyOf, relation } from "../scene.ts";
import { flag } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";
import { fragility } from "./split.ts";

/**
 * A party crosses from its list to another: what splitting and joining would do one after the other, in
 * one step and in sight of those it leaves.
 *
 * Needs: the actor has seats, on a list that another leads; the leader of another list is at large, with a
 * tie from the actor above 0.1 that no bar on reunion stands against and 0.2 above the tie to its own leader, and a tie above 0 to the actor.
 */
export const defect: MoveKind = {
  id: "defect",
  name: "defect to another list",
  type: "COOPERATE",
  tone: 0.5,
  object: "list",
  rows: ["S5", "S11", "S17"],
  sources: [{ ref: "heller2009" }],
  commonness: -4,
  by: role.seated,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (disposes(scene, actor, "seats") <= 0) return;
    const own = listOf(scene, actor);
    const leader = leaderOfList(scene, own);
    if (leader < 0 || leader === actor) return;
    const bar = Math.max(0.1, relation(scene, actor, leader) + 0.2);
    for (let b = 0; b < world.blocs.length; b++) {
      if (b === own || world.topList[b] !== b) continue;
      const other = leaderOfList(scene, b);
      if (other < 0 || other === actor || other === leader || state.status[other] > 2) continue;
      if (has(scene, actor, other, flag.bar) || has(scene, other, actor, flag.bar)) continue;
      if (relation(scene, actor, other) > bar && relation(scene, other, actor) > 0) offer(other, b);
    }
  },
  price(scene, move) {
    const list = listOf(scene, move.actor);
    const leader = leaderOfList(scene, list);
    return 2 + 2 * relation(scene, move.actor, leader) - fragility(scene, leader, list);
  },
  succeed(scene, move, change) {
    const party = partyOf(scene, move.actor);
    if (party < 0) return;
    const leader = leaderOfList(scene, scene.state.list[party]);
    const received = partyOf(scene, move.target);
    change.list(party, move.object);
    if (received >= 0) change.government(party, scene.state.government[received] === 1);
    if (leader < 0) return;
    change.relation(leader, move.actor, -0.2);
    change.grievance(leader, 0.15);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} went over to ${world.blocs[move.object].name} of ${nameOf(world, move.target)}.`,
};
