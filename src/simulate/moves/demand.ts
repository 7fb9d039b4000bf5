import { has, isState, relation, ruler } from "../scene.ts";
import { flag } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A standing demand on whoever governs: grievance grows until it is met.
 *
 * Needs: the target is the head of government or a state; a tie below 0.5 to it; no demand on it stands
 * yet.
 */
export const demand: MoveKind = {
  id: "demand",
  name: "demand",
  type: "REQUEST",
  tone: -0.1,
  rows: ["S6"],
  sources: [{ ref: "plover2018" }],
  commonness: -1,
  options(scene, actor, offer) {
    const head = ruler(scene);
    for (const j of scene.world.acquainted[actor]) {
      const governs = j === head || isState(scene, j);
      if (governs && relation(scene, actor, j) < 0.5 && !has(scene, actor, j, flag.demand)) offer(j);
    }
  },
  most: () => 0,
  succeed(_scene, move, change) {
    change.flag(move.actor, move.target, flag.demand, true);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} put demands to ${nameOf(world, move.target)}.`,
};
