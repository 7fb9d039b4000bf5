import { describe, expect, it } from "vitest";
import type { Experiment, Observations } from "../forecast/index.ts";
import { RUNS_PER_DRAW } from "../simulate/index.ts";
import { triedOf, withinParts } from "./trial.ts";

/** Two futures of each of two draws, with an outcome and a count of moves for each. */
function futures(outcome: readonly number[], moves: readonly number[], from = 0): Observations {
  return {
    from,
    to: from + outcome.length,
    months: 1,
    measures: Float64Array.from(outcome),
    kinds: Uint16Array.from(moves),
    trouble: new Uint8Array(outcome.length),
    signatures: new Uint16Array(outcome.length),
  } as unknown as Observations;
}

const runs = 2 * RUNS_PER_DRAW;
const near = (value: number) =>
  futures(
    Array.from({ length: runs }, () => value),
    Array.from({ length: runs }, () => 3),
  );
const others = (outcome: readonly number[], moves: readonly number[]) => [
  futures(outcome.slice(0, 2), moves.slice(0, 2)),
  futures(outcome.slice(2), moves.slice(2), RUNS_PER_DRAW),
];
const counts = {
  says: "raises",
  outcome: { measure: { count: { move: "campaign" } } },
} as unknown as Experiment;
const rule = { says: "raises", outcome: { rule: {} } } as unknown as Experiment;

describe("an alleged cause taken away", () => {
  it("is not reached where the outcome is the same in every pair, and says whether the futures are", () => {
    const same = triedOf(counts, near(4), 0, others([4, 4, 4, 4], [3, 3, 3, 3]));
    expect([same.verdict, same.parted, same.effect.low, same.effect.high]).toEqual(["not-reached", 0, 0, 0]);
    const parted = triedOf(counts, near(4), 0, others([4, 4, 4, 4], [3, 2, 3, 3]));
    expect([parted.verdict, parted.parted]).toEqual(["not-reached", 0.25]);
  });

  it("has no detectable effect where the differences of single pairs cancel out", () => {
    const found = triedOf(counts, near(4), 0, others([3, 5, 3, 5], [3, 3, 3, 3]));
    expect([found.effect.difference, found.verdict, found.parted]).toEqual([0, "no-detectable-effect", 1]);
  });

  it("does what the text says, or the opposite, where the interval lies off 0", () => {
    const found = triedOf(counts, near(4), 0, others([1, 1, 1, 1], [3, 3, 3, 3]));
    expect([found.verdict, found.effect.difference]).toEqual(["supported", 3]);
  });

  it("changes a probability by no more than 100 points, and a count by as much as it does", () => {
    // by hand: 1 and 0.5 in the two draws, so 0.75 and some 7 × 0.25 to each side
    const [outcome, moves] = [
      [0, 0, 0, 1],
      [3, 3, 3, 3],
    ];
    const probability = triedOf(rule, near(1), 0, others(outcome, moves)).effect;
    expect([probability.difference, probability.low, probability.high]).toEqual([0.75, -1, 1]);
    const count = triedOf(counts, near(1), 0, others(outcome, moves)).effect;
    expect(count.high).toBeGreaterThan(2);
  });
});

describe("an interval of a difference of two parts", () => {
  it("is cut at −1 and 1, and left where it is none", () => {
    const effect = { with: 1, without: 0.04, difference: 0.96, runs: 50 };
    expect(withinParts({ ...effect, low: 0.9, high: 1.02 })).toMatchObject({ low: 0.9, high: 1 });
    const none = { ...effect, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    expect(withinParts(none)).toEqual(none);
  });
});
