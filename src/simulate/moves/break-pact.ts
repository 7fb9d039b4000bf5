import { relation } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * An open break with a partner in government.
 *
 * Needs: the target is in the government; a tie from −0.4 to 0.3 to it.
 */
export const breakPact: MoveKind = {
  id: "break-pact",
  name: "break a pact",
  type: "REJECT",
  tone: -0.6,
  rows: ["S5", "S14"],
  sources: [{ ref: "plover2018" }],
  commonness: -3.2,
  options(scene, actor, offer) {
    for (const j of scene.world.acquainted[actor]) {
      const tie = relation(scene, actor, j);
      if (tie > -0.4 && tie < 0.3 && scene.state.government[j] === 1) offer(j);
    }
  },
  price: () => 0.8,
  most: () => -0.8,
  succeed(_scene, move, change) {
    change.relation(move.actor, move.target, -0.1);
    change.grievance(move.target, 0.15);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} broke with ${nameOf(world, move.target)}.`,
};
