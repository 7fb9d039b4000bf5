import { expect, it } from "vitest";
import type { Judging } from "../report/judging.ts";
import { type BacktestedCase, scoreCases } from "./score-cases.ts";

/** A case with a forecast, a persistence and an outcome for each question. */
const judgedCase = (
  id: string,
  answers: readonly (readonly [number, boolean, boolean])[],
): BacktestedCase => ({
  id,
  runs: 1,
  judging: {
    judged: answers.map(([forecast, persistence, outcome]) => ({
      question: { persistence },
      answer: { forecast },
      outcome: { outcome },
      outside: false,
    })),
  } as unknown as Judging,
});
const cases = [
  judgedCase("one", [
    [0.8, true, true],
    [0.3, true, false],
  ]),
  judgedCase("two", [[0.6, false, true]]),
];
const score = (group: string, forecaster: string) =>
  scoreCases(cases).find((row) => row.case === group && row.forecaster.startsWith(forecaster));

it("scores each case and all together", () => {
  // (0.04 + 0.09) / 2, 0.16, and the mean of the three
  expect(score("one", "This model")?.brier).toBeCloseTo(0.065, 12);
  expect(score("two", "This model")?.brier).toBeCloseTo(0.16, 12);
  expect(score("all", "This model")).toMatchObject({ questions: 3 });
  expect(score("all", "This model")?.brier).toBeCloseTo(0.29 / 3, 12);
  expect(score("one", "This model")?.skill).toBeCloseTo(1 - 0.065 / 0.25, 12);
});

it("takes the base rate from the other cases alone", () => {
  // the one outcome of the other case was yes: sure of yes, right once in two
  expect(score("one", "Base rate")?.brier).toBeCloseTo(0.5, 12);
  // one of two outcomes of the other case was yes
  expect(score("two", "Base rate")?.brier).toBeCloseTo(0.25, 12);
  expect(scoreCases([cases[0]]).some(({ forecaster }) => forecaster.startsWith("Base rate"))).toBe(false);
});

it("corrects the model by what the other cases alone say of it", () => {
  // a forecaster who is sure of yes and right half the time is corrected toward one half elsewhere, not by the case itself
  const sure = judgedCase(
    "sure",
    Array.from({ length: 20 }, (_, k) => [0.97, true, k % 2 === 0] as const),
  );
  const scores = scoreCases([sure, judgedCase("one", [[0.97, true, false]])]);
  const brier = (group: string) =>
    scores.find((row) => row.case === group && row.forecaster.includes("corrected"))?.brier ?? Number.NaN;
  expect(brier("one")).toBeLessThan(0.45);
  expect(brier("one")).toBeGreaterThan(0.2);
  // by hand: at a slope of 0 the one miss pulls it down by ln(0.97/0.03)/2 = 1.7, the prior up by 1; below 0 it is not taken
  expect(brier("sure")).toBe(0.25);
});

it("adds up by Murphy's decomposition where forecasts in a bin are equal", () => {
  const { brier, reliability, resolution, uncertainty } = score("all", "Persistence") ?? {
    brier: Number.NaN,
  };
  expect((reliability ?? 0) - (resolution ?? 0) + (uncertainty ?? 0)).toBeCloseTo(brier, 12);
});

it("leaves out a forecaster who says nothing", () => {
  expect(scoreCases(cases).some(({ forecaster }) => forecaster.startsWith("The text"))).toBe(false);
});
