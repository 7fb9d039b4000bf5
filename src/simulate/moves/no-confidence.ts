import { role } from "../role.ts";
import { partyOf, ruler } from "../scene.ts";
import { reaches, type Tally, tallyAgainst } from "../voting.ts";
import { fallGain } from "./fall-gain.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

const tally: Tally = { expected: 0, variance: 0 };

/**
 * A motion of no confidence that has been tabled comes to the vote, and the members decide. It needs the
 * assembly's quota of all members.
 *
 * Needs: a motion was tabled `confidence.wait` days ago or more; the actor is not head of government, and
 * has seats.
 */
export const noConfidence: MoveKind = {
  id: "no-confidence",
  name: "vote on a motion of no confidence",
  type: "REJECT",
  tone: -0.6,
  rows: ["S5"],
  sources: [{ ref: "plover2018" }],
  commonness: 2,
  by: role.tabled,
  options(scene, actor, offer) {
    const { world, state, inputs } = scene;
    if (state.motion < 0 || state.time < state.motion + inputs.parameters["confidence.wait"]) return;
    const head = ruler(scene);
    if (head >= 0 && head !== actor && world.quota > 0 && partyOf(scene, actor) >= 0) offer(head);
  },
  odds(scene, move) {
    tallyAgainst(scene, move.target, tally);
    return reaches(tally, scene.world.quota);
  },
  prospect(scene, move) {
    tallyAgainst(scene, move.target, tally);
    // the vote is on the agenda: whoever gains by the fall calls it
    return reaches(tally, scene.world.quota) * fallGain(scene, move.actor);
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
