import { role } from "../role.ts";
import { partyOf, relation, ruler } from "../scene.ts";
import { signatures } from "../voting.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";
import { pushOf } from "./push.ts";

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
  sources: [{ ref: "plover2018" }, { ref: "granovetter1978" }],
  commonness: -2,
  by: role.signed,
  options(scene, actor, offer) {
    const head = ruler(scene);
    const party = partyOf(scene, actor);
    if (head >= 0 && head !== actor && party >= 0 && scene.state.pledged[party] > 0) offer(head);
  },
  price(scene, move) {
    const { world, inputs } = scene;
    // to leave a drive that is near its end is as dear as to be the first
    const joined = world.quota > 0 ? signatures(scene) / world.quota : 0;
    return (
      0.5 -
      2 * relation(scene, move.actor, move.target) +
      inputs.parameters["confidence.momentum"] * joined -
      inputs.parameters["confidence.push"] * pushOf(scene, move.actor, move.target)
    );
  },
  most: (reach) => 1.5 + reach.parameters["confidence.push"],
  succeed(scene, move, change) {
    const party = partyOf(scene, move.actor);
    if (party >= 0) change.pledged(party, 0);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} withdrew its signatures against ${nameOf(world, move.target)}.`,
};
