import { describe, expect, it } from "vitest";
import { cellSummary, isPrecise, momentsOf, together } from "./summary.ts";

const recorded = [
  { name: "q", yesNo: true, precision: 0.1 },
  { name: "share", yesNo: false },
];
/** Futures in which the question is answered so, and the share is 0.2 and 0.4 in turn. */
const rows = (yes: number, futures: number): Float64Array =>
  Float64Array.from({ length: 2 * futures }, (_, at) =>
    at % 2 === 0 ? (at / 2 < yes ? 1 : 0) : (at >> 1) % 2 === 0 ? 0.2 : 0.4,
  );

const of = (...parts: readonly Float64Array[]) =>
  parts.map((part) => momentsOf(2, part)).reduce(together, momentsOf(2, new Float64Array()));

describe("the means of one point", () => {
  it("have errors as one works them out by hand, however the rows are cut", () => {
    const whole = cellSummary(recorded, 0, of(rows(3, 8)));
    expect(whole.futures).toBe(8);
    // (3 + 1)/(8 + 2) = 0.4; √(0.4 × 0.6 / 8)
    expect(whole.means[0]).toEqual({ mean: 3 / 8, error: Math.sqrt(0.24 / 8) });
    expect(whole.means[1].mean).toBeCloseTo(0.3, 12);
    // eight deviations of 0.1: variance 0.08/7, of the mean 0.01/7
    expect(whole.means[1].error).toBeCloseTo(Math.sqrt(0.01 / 7), 12);
    const cut = cellSummary(recorded, 0, of(rows(3, 8).slice(0, 6), rows(3, 8).slice(6)));
    expect(cut.means[0]).toEqual(whole.means[0]);
    expect(cut.means[1].mean).toBeCloseTo(whole.means[1].mean, 14);
    expect(cut.means[1].error).toBeCloseTo(whole.means[1].error ?? 0, 14);
  });

  it("are none without futures, and a measure of one future has no error", () => {
    expect(cellSummary(recorded, 4, of())).toEqual({ cell: 4, futures: 0, means: [] });
    expect(cellSummary(recorded, 4, of(rows(0, 1))).means[1]).toEqual({ mean: 0.2 });
  });

  it("are precise only where enough futures say so, even if all answer alike", () => {
    const at = (yes: number, futures: number) =>
      isPrecise(recorded, cellSummary(recorded, 0, of(rows(yes, futures))));
    expect(at(0, 25)).toBe(false);
    expect(at(0, 50)).toBe(true);
    expect(at(25, 50)).toBe(true);
    // √(0.25 / 50) = 0.0707
    const strict = recorded.map((column) => ({ ...column, precision: 0.07 }));
    expect(isPrecise(strict, cellSummary(strict, 0, of(rows(25, 50))))).toBe(false);
    const none = recorded.map(({ name, yesNo }) => ({ name, yesNo }));
    expect(isPrecise(none, cellSummary(none, 0, of(rows(25, 5000))))).toBe(false);
  });
});
