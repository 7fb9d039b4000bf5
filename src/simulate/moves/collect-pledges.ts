import { role } from "../role.ts";
import { disposes, partyOf, relation, ruler } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";
import { mostSigningGain, signingGain } from "./signing.ts";

/**
 * Those who have signed against the head of government ask another to sign: what turns single grievances
 * into a drive. Whoever has been asked weighs signing more seriously for two months.
 *
 * Needs: the actor's party has signed; the target has seats, has not signed, and has not been asked for a
 * month; a tie of −0.3 or more to the target, and below 0.15 from the target to the head of government.
 */
export const collectPledges: MoveKind = {
  id: "collect-pledges",
  name: "collect pledges",
  type: "REQUEST",
  tone: 0.2,
  rows: ["S5"],
  sources: [{ ref: "granovetter1978" }],
  commonness: -1.5,
  by: role.signed,
  options(scene, actor, offer) {
    const { world, state } = scene;
    const head = ruler(scene);
    const party = partyOf(scene, actor);
    if (head < 0 || head === actor || party < 0 || state.pledged[party] === 0) return;
    for (const j of world.acquainted[actor]) {
      if (j === head || state.time < state.asked[j] + 30 || state.status[j] > 2) continue;
      if (relation(scene, actor, j) < -0.3 || relation(scene, j, head) >= 0.15) continue;
      if (disposes(scene, j, "seats") <= 0) continue;
      const asked = partyOf(scene, j);
      if (asked >= 0 && state.pledged[asked] === 0) offer(j);
    }
  },
  price: () => 0.2,
  prospect: (scene, move) => signingGain(scene, move.target, ruler(scene), move.actor),
  cap: (scene, move) => mostSigningGain(scene, move.target, ruler(scene), move.actor) - 0.2,
  succeed(_scene, move, change) {
    change.asked(move.target);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} asked ${nameOf(world, move.target)} to sign against the head of government.`,
};
