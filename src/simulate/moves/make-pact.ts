import { relation } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * An understanding between two leaders: both ties rise, old grievance is eased.
 *
 * Needs: a tie above 0.1 to the target, and above 0 from it.
 */
export const makePact: MoveKind = {
  id: "make-pact",
  name: "make a pact",
  type: "AGREE",
  tone: 0.7,
  rows: ["S3", "S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -3,
  options(scene, actor, offer) {
    for (const j of scene.world.acquainted[actor]) {
      if (relation(scene, actor, j) > 0.1 && relation(scene, j, actor) > 0) offer(j);
    }
  },
  price: () => 0.3,
  odds: (scene, move) => 0.3 + 0.5 * Math.max(0, relation(scene, move.target, move.actor)),
  most: () => -0.3,
  succeed(scene, move, change) {
    change.relation(move.actor, move.target, 0.08);
    change.grievance(move.target, -0.2 * scene.state.grievance[move.target]);
  },
  tell: (world, move, success) =>
    success
      ? `${nameOf(world, move.actor)} and ${nameOf(world, move.target)} reached an understanding.`
      : `${nameOf(world, move.actor)} sought an understanding with ${nameOf(world, move.target)} and found none.`,
};
