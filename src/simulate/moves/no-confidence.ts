import { partyOf, relation, ruler } from "../scene.ts";
import { headOf } from "../state.ts";
import { reaches, signatures, type Tally, tallyAgainst } from "../voting.ts";
import { fallGain } from "./fall-gain.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

const tally: Tally = { expected: 0, variance: 0 };

/**
 * A motion of no confidence comes to the vote: enough signatures are in hand, the head of state lets
 * it through, and the members decide. It needs the assembly's quota of all members.
 *
 * Needs: the actor is not head of government; its party has signed, and so have `confidence.need` of the
 * quota in all.
 */
export const noConfidence: MoveKind = {
  id: "no-confidence",
  name: "table a motion of no confidence",
  type: "REJECT",
  tone: -0.6,
  rows: ["S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -1,
  options(scene, actor, offer) {
    const { world, state, inputs } = scene;
    const head = ruler(scene);
    const party = partyOf(scene, actor);
    if (head < 0 || head === actor || party < 0 || world.quota === 0 || state.pledged[party] === 0) return;
    if (signatures(scene) >= inputs.parameters["confidence.need"] * world.quota) offer(head);
  },
  price: () => 1.5,
  odds(scene, move) {
    tallyAgainst(scene, move.target, tally);
    return gate(scene, move.target) * reaches(tally, scene.world.quota);
  },
  prospect(scene, move) {
    tallyAgainst(scene, move.target, tally);
    const pass = gate(scene, move.target) * reaches(tally, scene.world.quota);
    return pass * fallGain(scene, move.actor) - (1 - pass) * 1.5;
  },
  succeed(_scene, _move, change) {
    change.motion(-1);
    change.formation();
  },
  fail(scene, move, change) {
    change.motion(-1);
    for (let a = 0; a < scene.state.pledged.length; a++) if (scene.state.pledged[a] > 0) change.pledged(a, 0);
    change.relation(move.target, move.actor, -0.1);
  },
  tell: (world, move, success) =>
    success
      ? `The assembly withdrew its confidence from ${nameOf(world, move.target)}, on a motion of ${nameOf(world, move.actor)}.`
      : `A motion of ${nameOf(world, move.actor)} against ${nameOf(world, move.target)} failed.`,
};

/** The chance that the head of state lets a motion go forward: more, the worse his tie to the head of government. */
function gate(scene: Parameters<MoveKind["options"]>[0], head: number): number {
  const { world, state, inputs } = scene;
  const president = world.statePost < 0 ? -1 : state.holder[world.statePost];
  if (president < 0 || president === headOf(world, state)) return 1;
  const neutral = inputs.parameters["confidence.gate"];
  return Math.max(0.05, Math.min(1, neutral - 0.5 * relation(scene, world.decider[president], head)));
}
