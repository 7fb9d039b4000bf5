import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import {
  baselines,
  drawCount,
  expectedCount,
  fitViolence,
  longRunMean,
  nextExcitation,
  rollingOrigin,
  type ViolenceModel,
} from "./index.ts";
import { logProbability } from "./negative-binomial.ts";

const truth: ViolenceModel = {
  base: 40,
  branching: 0.7,
  decay: 0.6,
  size: 5,
  season: Array.from({ length: 12 }, (_, m) => Math.exp(0.2 * Math.cos((2 * Math.PI * m) / 12))),
  excitation: 133,
  ceiling: 1e6,
};

function simulated(model: ViolenceModel, months: number, seed: string): number[] {
  const luck = seeded(seed);
  let excitation = model.excitation;
  return Array.from({ length: months }, (_, t) => {
    const count = drawCount(expectedCount(model, excitation, t % 12, 1), model.size, luck);
    excitation = nextExcitation(model, excitation, count);
    return count;
  });
}

describe("fitViolence", () => {
  it("finds again the model from which a long series was drawn", () => {
    const { model } = fitViolence(simulated(truth, 2400, "long"), { year: 1900, month: 1 });
    // Standard errors at 2,400 months are about 0.03 (branching), 0.07 (decay), 0.15 (size) and 0.03 (season).
    expect(Math.abs(model.branching - 0.7)).toBeLessThan(0.1);
    expect(Math.abs(model.decay - 0.6)).toBeLessThan(0.25);
    expect(Math.abs(model.size - 5)).toBeLessThan(0.6);
    expect(Math.abs(longRunMean(model) / longRunMean(truth) - 1)).toBeLessThan(0.1);
    for (let m = 0; m < 12; m++) expect(Math.abs(model.season[m] / truth.season[m] - 1)).toBeLessThan(0.13);
  });

  it("is a peak: no small step away from it is more likely on the data and its priors together", () => {
    const counts = simulated(truth, 240, "peak");
    const { model, logLikelihood } = fitViolence(counts, { year: 1990, month: 1 });
    const likelihood = (m: ViolenceModel): number => {
      let excitation = counts.slice(0, 6).reduce((a, b) => a + b, 0) / 6;
      return counts.reduce((sum, count, t) => {
        const lambda = expectedCount(m, excitation, t % 12, 1);
        excitation = nextExcitation(m, excitation, count);
        return sum + logProbability(count, lambda, m.size);
      }, 0);
    };
    expect(likelihood(model)).toBeCloseTo(logLikelihood, 6);
    // The priors move the peak by little: a step of a tenth must lose more than they can give.
    for (const step of [0.85, 1.18]) {
      expect(
        likelihood({ ...model, base: model.base * step, branching: model.branching * step }),
      ).toBeLessThan(logLikelihood);
      expect(likelihood({ ...model, size: model.size * step * step })).toBeLessThan(logLikelihood);
    }
  });

  it("goes through JSON unchanged and ends with the excitation of its months", () => {
    const counts = simulated(truth, 60, "json");
    const { model } = fitViolence(counts, { year: 2007, month: 5 });
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    let excitation = counts.slice(0, 6).reduce((a, b) => a + b, 0) / 6;
    for (const count of counts) excitation = model.decay * excitation + (1 - model.decay) * count;
    expect(model.excitation).toBeCloseTo(excitation, 9);
    expect(model.season.reduce((product, s) => product * s, 1)).toBeCloseTo(1, 9);
  });

  it("holds the season near 1 when there are few months, and gives in to many", () => {
    const strong: ViolenceModel = {
      ...truth,
      branching: 0,
      base: 100,
      season: truth.season.map((s) => s ** 3),
    };
    const few = fitViolence(simulated(strong, 24, "few"), { year: 2000, month: 1 }).model;
    const many = fitViolence(simulated(strong, 2400, "few"), { year: 2000, month: 1 }).model;
    expect(few.season[0]).toBeLessThan(1.45);
    expect(many.season[0]).toBeGreaterThan(1.6); // e^0.6 = 1.82
  });

  it("reads the months of the calendar from the first one", () => {
    const counts = simulated({ ...truth, branching: 0, base: 100 }, 1200, "calendar");
    const shifted = fitViolence(counts.slice(5), { year: 2000, month: 6 }).model;
    const whole = fitViolence(counts, { year: 2000, month: 1 }).model;
    for (let m = 0; m < 12; m++) expect(shifted.season[m]).toBeCloseTo(whole.season[m], 1);
  });

  it("takes months of nothing, one huge month, and counts that never change", () => {
    const quiet = [0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    for (const counts of [quiet, [...quiet, 4486], new Array<number>(30).fill(7)]) {
      const { model } = fitViolence(counts, { year: 2010, month: 1 });
      const lambda = expectedCount(model, model.excitation, 0, 1);
      expect(Number.isFinite(lambda) && lambda > 0).toBe(true);
      expect(model.branching).toBeGreaterThanOrEqual(0);
    }
  });

  it("refuses too few months, counts that are none, and months all 0", () => {
    const first = { year: 2010, month: 1 };
    expect(() => fitViolence([1, 2], first)).toThrow(/at least 24/);
    expect(() => fitViolence(new Array<number>(24).fill(0.5), first)).toThrow(/Month 1 of the series is 0.5/);
    expect(() => fitViolence([...new Array<number>(24).fill(3), Number.NaN], first)).toThrow(/Month 25/);
    expect(() => fitViolence(new Array<number>(24).fill(0), first)).toThrow(/nothing to fit/);
  });
});

describe("the step", () => {
  it("is multiplied by the driver and never passes the ceiling", () => {
    expect(expectedCount(truth, 50, 3, 2)).toBeCloseTo(2 * expectedCount(truth, 50, 3, 1), 9);
    expect(expectedCount({ ...truth, ceiling: 90 }, 5000, 3, 1)).toBe(90);
  });
});

describe("baselines", () => {
  it("say what they are called", () => {
    const past = Array.from({ length: 24 }, (_, t) => t);
    const means = Object.fromEntries(baselines.map((baseline) => [baseline.id, baseline.mean(past)]));
    expect(means).toEqual({
      persistence: 23,
      "trailing-year": 17.5,
      "seasonal-naive": 12,
      climatology: 11.5,
    });
  });
});

const file = "../shared/data/iraq/violence/ucdp_ged231_iraq_country_month_1989-2023.csv";
if (!existsSync(file)) console.warn(`skipped: the UCDP months are not at ${file}`);

describe.skipIf(!existsSync(file))("on UCDP's months of Iraq (Sundberg & Melander 2013)", () => {
  const series = (from: string, to: string): number[] =>
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","))
      .filter(([month]) => month >= from && month <= to)
      .map((cells) => Number(cells[1]));

  it("beats persistence, season and climatology one month ahead in 2007 to 2011, and is level with the trailing year", () => {
    const scores = new Map(
      rollingOrigin(series("2004-01", "2011-12"), { year: 2004, month: 1 }).map((s) => [s.id, s]),
    );
    const of = (id: string): number => scores.get(id)?.crps ?? Number.NaN;
    for (const id of ["persistence", "seasonal-naive", "climatology"]) {
      expect(of("self-exciting")).toBeLessThan(0.9 * of(id));
    }
    expect(of("self-exciting")).toBeLessThan(1.03 * of("trailing-year"));
    expect(scores.get("self-exciting")?.within80).toBeGreaterThan(0.7);
  });

  it("beats all four in 2012 to 2019, when violence rose and fell", () => {
    const [model, ...others] = rollingOrigin(
      series("2004-01", "2019-12"),
      { year: 2004, month: 1 },
      { from: 96 },
    );
    for (const other of others) {
      expect(model.crps).toBeLessThan(other.crps);
      expect(model.logScore).toBeLessThan(other.logScore);
    }
  });
});
