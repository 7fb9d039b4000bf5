import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import {
  baselineForecast,
  baselines,
  beginCounts,
  bestForecaster,
  type CountMemory,
  countRegression,
  countRule,
  drawCount,
  fitViolence,
  foretold,
  remember,
} from "./index.ts";

const past = Array.from({ length: 60 }, (_, t) => 80 + ((t * 37) % 61));
const memory = (): CountMemory => ({ excitation: 0, past: [] });

describe("countRule", () => {
  it.each(baselines)("goes on with what $name was scored on: its mean and its size", (baseline) => {
    const rule = countRule(baseline.id, past);
    const kept = memory();
    beginCounts(rule, kept);
    const forecast = baselineForecast(baseline, past);
    expect(foretold(rule, kept, 0, 1)).toBe(forecast.mean);
    expect(rule.size).toBe(forecast.size);
  });

  it("goes on with the regression that was scored", () => {
    const rule = countRule("regression", past);
    const kept = memory();
    beginCounts(rule, kept);
    expect(foretold(rule, kept, 0, 1)).toBe(countRegression(past).mean);
    expect(rule.size).toBe(countRegression(past).size);
  });

  it("takes drawn months for known ones", () => {
    const rule = countRule("seasonal-naive", past);
    const kept = memory();
    beginCounts(rule, kept);
    for (let m = 0; m < 12; m++) remember(rule, kept, 1000 + m, 1);
    for (let m = 0; m < 12; m++) {
      expect(foretold(rule, kept, m, 1)).toBe(Math.min(rule.ceiling, 1000 + m));
      remember(rule, kept, 0, 1);
    }
  });

  it("does not compound what politics adds: with a factor of 2 all year the mean is twice the rule's, not 2 to the 12th", () => {
    const rule = countRule("persistence", [100, 100, 100]);
    const kept = memory();
    beginCounts(rule, kept);
    for (let m = 0; m < 12; m++) {
      const mean = foretold(rule, kept, m, 2);
      expect(mean).toBe(200);
      remember(rule, kept, mean, 2);
    }
  });

  it("stays below its ceiling and above 0 whatever politics does, and a factor of 0 kills nobody and is forgotten", () => {
    const rule = countRule("persistence", past);
    const kept = memory();
    beginCounts(rule, kept);
    expect(foretold(rule, kept, 0, 1e9)).toBe(rule.ceiling);
    expect(foretold(rule, kept, 0, 0)).toBe(0);
    remember(rule, kept, 0, 0);
    expect(foretold(rule, kept, 1, 1)).toBe(past[past.length - 1]);
  });

  it("draws the mean of the last year over many futures of a steady rule", () => {
    const rule = countRule("climatology", past);
    const luck = seeded("many futures");
    let sum = 0;
    let squares = 0;
    const runs = 4000;
    for (let run = 0; run < runs; run++) {
      const kept = memory();
      beginCounts(rule, kept);
      const count = drawCount(foretold(rule, kept, 0, 1), rule.size, luck);
      sum += count;
      squares += count * count;
    }
    const mean = past.reduce((a, b) => a + b, 0) / past.length;
    const deviation = Math.sqrt(mean + (mean * mean) / rule.size);
    expect(Math.abs(sum / runs - mean)).toBeLessThan((4 * deviation) / Math.sqrt(runs));
    expect(squares / runs).toBeGreaterThan(mean * mean);
  });

  it("begins anew with each future", () => {
    const rule = countRule("persistence", past);
    const kept = memory();
    beginCounts(rule, kept);
    remember(rule, kept, 900, 1);
    beginCounts(rule, kept);
    expect(kept.past).toEqual(past);
    const { model } = fitViolence(past, { year: 2000, month: 1 });
    beginCounts(model, kept);
    expect(kept).toEqual({ excitation: model.excitation, past: [] });
    beginCounts(undefined, kept);
    expect(kept).toEqual({ excitation: 0, past: [] });
  });

  it("refuses a rule that there is not, and too few months for one", () => {
    expect(() => countRule("guess", past)).toThrow(/no rule "guess"/);
    expect(() => countRule("seasonal-naive", [1, 2, 3])).toThrow(/needs 12/);
  });
});

describe("bestForecaster", () => {
  const score = (id: string, crps: number, logScore: number) => ({
    id,
    name: id,
    crps,
    logScore,
    within80: 0.8,
  });

  it("goes by CRPS; a tie goes to the lower log score", () => {
    expect(bestForecaster([score("a", 1, 9), score("b", 2, 2), score("c", 3, 3)]).id).toBe("a");
    expect(bestForecaster([score("a", 1, 2), score("b", 1, 1)]).id).toBe("b");
    expect(bestForecaster([score("a", 1, 1)]).id).toBe("a");
  });

  it("refuses to choose among none", () => {
    expect(() => bestForecaster([])).toThrow(/no score/);
  });
});
