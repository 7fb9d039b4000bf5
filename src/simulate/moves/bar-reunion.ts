import { role } from "../role.ts";
import { has, relation } from "../scene.ts";
import { flag } from "../state.ts";
import { parentOf } from "./co-opt.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Those who split refuse to come back under the old leader; the ruler's card stays in play.
 *
 * Needs: the actor, or something it leads, broke away from an organisation; it has not barred reunion yet;
 * a tie below 0.2 to the leader there.
 */
export const barReunion: MoveKind = {
  id: "bar-reunion",
  name: "bar reunion",
  type: "REJECT",
  tone: -0.3,
  rows: ["S8"],
  sources: [{ ref: "plover2018" }],
  commonness: -2.5,
  by: role.splintered,
  options(scene, actor, offer) {
    const parent = parentOf(scene, actor);
    if (parent < 0) return;
    const leader = scene.world.decider[parent];
    if (leader !== actor && !has(scene, actor, leader, flag.bar) && relation(scene, actor, leader) < 0.2)
      offer(leader);
  },
  most: () => 0,
  succeed(_scene, move, change) {
    change.flag(move.actor, move.target, flag.bar, true);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} ruled out reunion under ${nameOf(world, move.target)}.`,
};
