import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import { drawCount, factorOf, fitViolence, rollingOrigin } from "./index.ts";

const first = { year: 1990, month: 1 };
/** On for five months of every fifteen, so that it falls on every month of the year. */
const flips = (months: number): number[] =>
  Array.from({ length: months }, (_, t) => (Math.floor(t / 5) % 3 === 0 ? 1 : 0));

/** Counts about 100, and about 200 while the driver is on. */
function driven(months: number, seed: string): number[] {
  const luck = seeded(seed);
  return flips(months).map((on) => drawCount(on === 1 ? 200 : 100, 10, luck));
}

describe("political drivers of the count", () => {
  it("finds that a driver doubles the count, where it does", () => {
    const rows = [flips(901)];
    const fit = fitViolence(driven(900, "doubled"), first, {}, rows);
    // ln 2 = 0.693; a standard error of √(2 · 1/(300 · 10)) ≈ 0.03, and some of it goes to the excitation
    expect(fit.drivers[0]).toBeGreaterThan(0.5);
    expect(fit.drivers[0]).toBeLessThan(0.8);
    expect(factorOf(fit, [1])).toBeCloseTo(Math.exp(fit.drivers[0]), 12);
    expect(factorOf(fit, [0])).toBe(1);
  });

  it("says the same with a driver that never moves as without any, and gives it no weight", () => {
    const counts = driven(120, "still");
    const without = fitViolence(counts, first);
    const still = fitViolence(counts, first, {}, [Array.from({ length: 121 }, () => 0)]);
    expect(still.drivers[0]).toBeCloseTo(0, 10);
    expect(still.model.branching).toBeCloseTo(without.model.branching, 6);
    expect(still.logLikelihood).toBeCloseTo(without.logLikelihood, 6);
  });

  it("scores better with a driver that matters, and knows it as a forecaster of its own", () => {
    const scores = rollingOrigin(driven(160, "tested"), first, { from: 60, drivers: [flips(161)] });
    expect(scores.map((score) => score.id).slice(0, 2)).toEqual(["self-exciting", "driven"]);
    expect(scores[1].crps).toBeLessThan(scores[0].crps);
    expect(scores[1].logScore).toBeLessThan(scores[0].logScore);
  });

  it("takes only what was known before a month for its forecast", () => {
    const counts = driven(80, "known");
    const row = flips(81);
    const changed = row.map((value, t) => (t > 70 ? 1 - value : value));
    const [, early] = rollingOrigin(counts.slice(0, 70), first, { from: 60, drivers: [row] });
    const [, same] = rollingOrigin(counts.slice(0, 70), first, { from: 60, drivers: [changed] });
    expect(same).toEqual(early);
  });

  it("refuses a driver that is shorter than the counts, or no number", () => {
    expect(() => fitViolence(driven(40, "short"), first, {}, [flips(39)])).toThrow(/Driver 1 has 39 months/);
    expect(() =>
      fitViolence(driven(40, "hole"), first, {}, [Array.from({ length: 41 }, () => Number.NaN)]),
    ).toThrow(/may be no number/);
  });
});
