import { isAtLarge, relation } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Talks between two actors: the commonest political event, a small step toward each other.
 *
 * Needs: a tie above −0.7 to the target, who is at large (active, in exile or in hiding).
 */
export const consult: MoveKind = {
  id: "consult",
  name: "consult",
  type: "CONSULT",
  tone: 0.15,
  rows: ["S3"],
  sources: [{ ref: "plover2018" }, { ref: "goldstein1992" }],
  commonness: 0,
  options(scene, actor, offer) {
    for (const j of scene.world.acquainted[actor]) {
      if (relation(scene, actor, j) > -0.7 && isAtLarge(scene, j)) offer(j);
    }
  },
  most: () => 0,
  succeed() {},
  tell: (world, move) => `${nameOf(world, move.actor)} held talks with ${nameOf(world, move.target)}.`,
};
