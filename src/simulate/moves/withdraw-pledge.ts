import { partyOf, relation, ruler } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Signatures against the head of government are withdrawn.
 *
 * Needs: the actor is not head of government, and its party has signed.
 */
export const withdrawPledge: MoveKind = {
  id: "withdraw-pledge",
  name: "withdraw a pledge",
  type: "CONCEDE",
  tone: 0.4,
  rows: ["S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -2,
  options(scene, actor, offer) {
    const head = ruler(scene);
    const party = partyOf(scene, actor);
    if (head >= 0 && head !== actor && party >= 0 && scene.state.pledged[party] > 0) offer(head);
  },
  price: (scene, move) => 0.5 - 2 * relation(scene, move.actor, move.target),
  succeed(scene, move, change) {
    const party = partyOf(scene, move.actor);
    if (party >= 0) change.pledged(party, 0);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} withdrew its signatures against ${nameOf(world, move.target)}.`,
};
