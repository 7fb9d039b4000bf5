import { isAtLarge, relation } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Public support: warms the one praised, and is heard by its foes.
 *
 * Needs: a tie above 0 to the target, who is at large.
 */
export const praise: MoveKind = {
  id: "praise",
  name: "praise",
  type: "SUPPORT",
  tone: 0.35,
  rows: ["S3"],
  sources: [{ ref: "plover2018" }, { ref: "goldstein1992" }],
  commonness: -0.7,
  options(scene, actor, offer) {
    for (const j of scene.world.acquainted[actor]) {
      if (relation(scene, actor, j) > 0 && isAtLarge(scene, j)) offer(j);
    }
  },
  most: () => 0,
  succeed() {},
  tell: (world, move) => `${nameOf(world, move.actor)} spoke in support of ${nameOf(world, move.target)}.`,
};
