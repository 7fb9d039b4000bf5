import { role } from "../role.ts";
import { disposes, partyOf, relation, ruler, type Scene } from "../scene.ts";
import { signatures } from "../voting.ts";
import { type Move, type MoveKind, nameOf } from "./move-kind.ts";
import { pushOf } from "./push.ts";
import { eachSigner, mostSigningGain, signingGain } from "./signing.ts";

/**
 * A leader commits the votes of his party to removing the head of government. It is dear to be the first:
 * each signature in hand makes the next one cheaper, and so does being asked by those who have signed.
 *
 * Needs: the actor is not head of government; its party has seats and has not signed yet; a tie below 0.15
 * to the head of government.
 */
export const pledge: MoveKind = {
  id: "pledge",
  name: "pledge votes against the head of government",
  type: "THREATEN",
  tone: -0.5,
  rows: ["S5"],
  sources: [{ ref: "plover2018" }, { ref: "granovetter1978" }, { ref: "morris1998" }],
  commonness: -2.2,
  by: role.seated,
  options(scene, actor, offer) {
    const head = ruler(scene);
    if (head < 0 || head === actor || disposes(scene, actor, "seats") <= 0) return;
    const party = partyOf(scene, actor);
    if (party >= 0 && scene.state.pledged[party] === 0 && relation(scene, actor, head) < 0.15) offer(head);
  },
  price,
  prospect: (scene, move) => signingGain(scene, move.actor, move.target, move.actor),
  cap: (scene, move) => mostSigningGain(scene, move.actor, move.target, move.actor) - price(scene, move),
  succeed(scene, move, change) {
    eachSigner(scene, move.actor, move.target, (party, members) => change.pledged(party, members));
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} committed votes to removing ${nameOf(world, move.target)}.`,
};

function price(scene: Scene, { actor, target }: Move): number {
  return (
    1.5 +
    2 * relation(scene, actor, target) -
    0.5 * Math.min(2, scene.state.grievance[actor]) -
    company(scene, actor) +
    scene.inputs.parameters["confidence.push"] * pushOf(scene, actor, target)
  );
}

/** The company of those who have signed: `confidence.momentum` times their part of the quota, and `confidence.asked` for two months after being asked by one of them. */
function company(scene: Scene, actor: number): number {
  const { world, state, inputs } = scene;
  const joined = world.quota > 0 ? signatures(scene) / world.quota : 0;
  const asked = state.time < state.asked[actor] + 60 ? inputs.parameters["confidence.asked"] : 0;
  return inputs.parameters["confidence.momentum"] * joined + asked;
}
