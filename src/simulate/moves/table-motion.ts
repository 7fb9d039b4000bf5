import { role } from "../role.ts";
import { partyOf, relation, ruler } from "../scene.ts";
import { headOf } from "../state.ts";
import { reaches, signatures, type Tally, tallyAgainst } from "../voting.ts";
import { fallGain } from "./fall-gain.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

const tally: Tally = { expected: 0, variance: 0 };

/**
 * Enough signatures are in hand, and the head of state is asked to send a motion of no confidence to the
 * assembly. He may refuse.
 *
 * Needs: the actor is not head of government; its party has signed, and so have `confidence.need` of the
 * quota in all; no motion is tabled.
 */
export const tableMotion: MoveKind = {
  id: "table-motion",
  name: "table a motion of no confidence",
  type: "REQUEST",
  tone: -0.4,
  rows: ["S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -0.5,
  by: role.signed,
  options(scene, actor, offer) {
    const { world, state, inputs } = scene;
    if (world.quota === 0 || state.motion >= 0) return;
    const head = ruler(scene);
    const party = partyOf(scene, actor);
    if (head < 0 || head === actor || party < 0 || state.pledged[party] === 0) return;
    if (signatures(scene) >= inputs.parameters["confidence.need"] * world.quota) offer(head);
  },
  price: () => 0.5,
  odds: (scene, move) => gate(scene, move.target),
  prospect(scene, move) {
    tallyAgainst(scene, move.target, tally);
    return reaches(tally, scene.world.quota) * gate(scene, move.target) * fallGain(scene, move.actor);
  },
  succeed(scene, _move, change) {
    change.motion(scene.state.time);
  },
  fail(scene, move, change) {
    const { world, state } = scene;
    // a refusal is held against whoever refused, and some take their names back
    for (let a = 0; a < state.pledged.length; a++)
      if (state.pledged[a] > 0) change.pledged(a, Math.floor(0.9 * state.pledged[a]));
    const president = world.statePost < 0 ? -1 : state.holder[world.statePost];
    if (president >= 0 && world.decider[president] !== move.actor)
      change.relation(move.actor, world.decider[president], -0.1);
  },
  tell: (world, move, success) =>
    success
      ? `A motion of no confidence in ${nameOf(world, move.target)} was tabled at the request of ${nameOf(world, move.actor)}.`
      : `${nameOf(world, move.actor)} asked for a motion of no confidence in ${nameOf(world, move.target)}; the head of state did not send it on.`,
};

/** The chance that the head of state lets a motion go forward: more, the worse his tie to the head of government. */
function gate(scene: Parameters<MoveKind["options"]>[0], head: number): number {
  const { world, state, inputs } = scene;
  const president = world.statePost < 0 ? -1 : state.holder[world.statePost];
  if (president < 0 || president === headOf(world, state)) return 1;
  const neutral = inputs.parameters["confidence.gate"];
  return Math.max(0.05, Math.min(1, neutral - 0.5 * relation(scene, world.decider[president], head)));
}
