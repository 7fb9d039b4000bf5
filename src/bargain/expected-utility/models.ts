import type { Source } from "../../base/index.ts";
import type { BargainingModel, Round, Settlement } from "../model.ts";
import { type BargainingProblem, checkProblem } from "../problem.ts";
import { pullsOf, weight } from "../pulls.ts";
import { type ExpectedUtilityRun, playExpectedUtility } from "./play.ts";
import {
  type ExpectedUtilitySwitches,
  nearestReading,
  pooledReading,
  standoffReading,
  strongestReading,
} from "./switches.ts";

const SOURCES: readonly Source[] = [
  { ref: "bdm1984" },
  { ref: "bdm1994", at: "pp. 71–104" },
  { ref: "scholz2011", at: "eqs 15–29" },
];

const FORMULA =
  "median of positions, by c s, when rounds end; i challenges j for s (P × gain of winning + (1 − P) × loss of losing) + (1 − s) × gain if j gives in, less what waiting brings; P chance to win by votes c s, s salience of j, c capability";
const ASSUMES = [
  "Everyone weighs challenging everyone, and gives way to the challenger it does best to give way to.",
  "Whoever holds a position that others would challenge takes fewer risks.",
];

/**
 * The expected-utility model as one reading of it has it.
 *
 * @param reading id, name, what it assumes beyond the common ground, and its switches.
 * @see {@link ExpectedUtilitySwitches} for what readings differ in.
 */
export function expectedUtilityModel(reading: {
  readonly id: string;
  readonly name: string;
  readonly assumes: readonly string[];
  readonly switches: ExpectedUtilitySwitches;
}): BargainingModel {
  return {
    id: reading.id,
    name: reading.name,
    sources: SOURCES,
    formula: FORMULA,
    assumes: [...ASSUMES, ...reading.assumes],
    chance: false,
    settle: (problem) => settlementOf(problem, playExpectedUtility(checkProblem(problem), reading.switches)),
  };
}

function settlementOf(problem: BargainingProblem, run: ExpectedUtilityRun): Settlement {
  const ids = problem.actors.map((actor) => actor.id);
  const last = run.rounds.at(-1) ?? run.start;
  let before = run.start.positions;
  const rounds = run.rounds.map(({ taken, positions, median }): Round => {
    const from = before;
    before = positions;
    return {
      challenges: taken.map((answer) => ({
        by: ids[answer.to],
        of: ids[answer.actor],
        kind: answer.kind,
        expected: { by: answer.theirs, of: answer.own },
        moves: [{ actor: ids[answer.actor], from: from[answer.actor], to: answer.position }],
      })),
      positions: [...positions],
      outcome: median,
    };
  });
  return {
    position: last.median,
    account: {
      summary: ENDINGS[run.stopped](rounds.length),
      pulls: pullsOf(problem.actors, [...last.positions]),
      rounds,
      figures: { "mean of final positions": meanOf(problem, last.positions) },
    },
  };
}

const ENDINGS: { readonly [stopped in ExpectedUtilityRun["stopped"]]: (rounds: number) => string } = {
  agreed: (rounds) => `Everyone stands on one position after ${rounds} rounds.`,
  still: (rounds) => `The median rests after ${rounds} rounds.`,
  rounds: (rounds) => `The median after ${rounds} rounds; positions had not come to rest.`,
};

function meanOf(problem: BargainingProblem, positions: Float64Array): number {
  let sum = 0;
  let total = 0;
  problem.actors.forEach((actor, i) => {
    sum += weight(actor) * positions[i];
    total += weight(actor);
  });
  return sum / total;
}

/**
 * The reading that reproduces Scholz's published table: each actor sees both sides of a challenge with its
 * own risk attitude, and victory is rare, since a pair's votes are divided by those on all pairs.
 */
export const expectedUtilityPooled = expectedUtilityModel({
  id: "expected-utility-pooled",
  name: "Expected utility, pooled votes",
  assumes: [
    "Victory is rare: votes on a pair are divided by the votes on all pairs.",
    "An actor judges both sides of a challenge by its own risk attitude.",
    "Of compromises it takes the one with the lowest weighted position.",
  ],
  switches: pooledReading,
});

/** The reading in which the challenger who expects most has its way. */
export const expectedUtilityStrongest = expectedUtilityModel({
  id: "expected-utility-strongest",
  name: "Expected utility, strongest challenger",
  assumes: [
    "A challenger wins by its lead in the votes on the pair.",
    "Of all who challenge it, an actor answers the one who expects most.",
    "Whoever would lose more than the challenger gains gives in.",
  ],
  switches: strongestReading,
});

/** The reading by octants: confrontation before compromise before compulsion, the nearest of each. */
export const expectedUtilityNearest = expectedUtilityModel({
  id: "expected-utility-nearest",
  name: "Expected utility, nearest offer",
  assumes: [
    "A challenger wins by its share of the votes on the pair.",
    "An actor yields where it must and moves as little as it can.",
    "Expected utilities below 0.0001 are none.",
  ],
  switches: nearestReading,
});

/** The reading in which two who both expect to win stand off; it ends when the median rests. */
export const expectedUtilityStandoff = expectedUtilityModel({
  id: "expected-utility-standoff",
  name: "Expected utility, stand-off",
  assumes: [
    "Where both sides expect to gain, neither moves.",
    "Distances are parts of the range that positions span now.",
    "Bargaining ends when the median rests.",
  ],
  switches: standoffReading,
});
