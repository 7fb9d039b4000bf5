import { relation } from "../scene.ts";
import { sway } from "./following.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Public accusation: it costs the accused following, and the accuser too where the accused is well
 * thought of (audience costs, Fearon 1994).
 *
 * Needs: a tie below 0.2 to the target.
 */
export const accuse: MoveKind = {
  id: "accuse",
  name: "accuse",
  type: "ACCUSE",
  tone: -0.25,
  rows: ["S9", "S6"],
  sources: [{ ref: "plover2018" }, { ref: "fearon1994" }],
  commonness: -0.2,
  options(scene, actor, offer) {
    for (const j of scene.world.acquainted[actor]) if (relation(scene, actor, j) < 0.2) offer(j);
  },
  price: (scene, move) => Math.max(0, scene.standing[move.target]) * 2,
  most: (reach) => reach.holding("street", -0.02),
  succeed(scene, move, change) {
    // the better a target stands, the less sticks to it
    sway(
      scene,
      change,
      scene.world.decider[move.target],
      -0.02 * (1 - Math.max(0, scene.standing[move.target])),
    );
  },
  tell: (world, move) => `${nameOf(world, move.actor)} publicly accused ${nameOf(world, move.target)}.`,
};
