import { role } from "../role.ts";
import { disposes } from "../scene.ts";
import { reaches, type Tally, tallyForIssue } from "../voting.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

const tally: Tally = { expected: 0, variance: 0 };

/**
 * A bill that would set the law on an issue at its maker's ideal point goes to the vote.
 *
 * Needs: the actor has seats; the issue is one of law; the actor's salience on it is 0.2 or more, and its
 * ideal point more than 20 points from the status quo.
 */
export const legislate: MoveKind = {
  id: "legislate",
  name: "bring in a bill",
  type: "REQUEST",
  tone: -0.1,
  object: "issue",
  rows: ["S3"],
  sources: [{ ref: "plover2018" }],
  commonness: -4.5,
  by: role.seated,
  options(scene, actor, offer) {
    const { world, inputs, state } = scene;
    if (disposes(scene, actor, "seats") <= 0 || world.quota === 0) return;
    const m = world.issues.length;
    for (let q = 0; q < m; q++) {
      if (!world.issues[q].law || inputs.salience[actor * m + q] < 0.2) continue;
      const ideal = inputs.ideal[actor * m + q];
      if (Math.abs(ideal - state.statusQuo[q]) > 20) offer(-1, q, ideal);
    }
  },
  price: () => 0.5,
  odds(scene, move) {
    tallyForIssue(scene, move.object, move.amount, tally);
    return reaches(tally, scene.world.quota);
  },
  // what it is worth if it is sure to pass: how the house will vote is dearer to know
  cap({ world, inputs, state }, { actor, object, amount }) {
    const salience = inputs.salience[actor * world.issues.length + object];
    return (
      Math.max(0, inputs.aims[actor * 6 + 2] * salience * Math.abs(state.statusQuo[object] - amount)) - 0.5
    );
  },
  succeed(_scene, move, change) {
    change.statusQuo(move.object, move.amount);
  },
  tell: (world, move, success) =>
    success
      ? `A bill of ${nameOf(world, move.actor)} on ${world.issues[move.object].name} was passed.`
      : `A bill of ${nameOf(world, move.actor)} on ${world.issues[move.object].name} failed.`,
};
