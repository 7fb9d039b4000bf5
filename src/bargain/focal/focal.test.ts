import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import {
  type BargainingProblem,
  fitFocal,
  focalCompromise,
  focalCompromiseWith,
  focalDefaults,
  logLikelihood,
  type SettledIssue,
} from "../index.ts";
import { focalPoints, focalProbabilities } from "./points.ts";

const luck = seeded("focal");
const actor = (id: string, position: number, capability = 1, salience = 0.5) => ({
  id,
  position,
  salience,
  capability,
});
const problem: BargainingProblem = {
  issue: "tax",
  actors: [actor("a", 0), actor("b", 62), actor("c", 100)],
  range: [0, 100],
};

describe("the points a settlement may fall on", () => {
  it("are the twentieths of the scale and the positions, each with what speaks for it", () => {
    const points = focalPoints(problem, 1);
    expect(points.map((point) => point.position)).toEqual([
      0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 62, 65, 70, 75, 80, 85, 90, 95, 100,
    ]);
    const at = (x: number) => points.find((point) => point.position === x)!.properties;
    // the mean is 54: closeness, taken, round, halfway
    expect(at(62)).toEqual([-0.08, 1, 0, 0]);
    expect(at(50)).toEqual([-0.04, 0, 1, 1]);
    expect(at(100)).toEqual([-0.46, 1, 1, 0]);
    expect(at(55)[2]).toBe(0);
  });

  it("lie between the outermost who have a say", () => {
    const actors = [actor("a", 20), actor("b", 31), actor("z", 90, 1, 0), actor("w", 0, 0)];
    const points = focalPoints({ actors, range: [0, 100] }, 1);
    expect(points.map((point) => point.position)).toEqual([20, 25, 30, 31]);
  });

  it("have probabilities in proportion to what the logit says, by hand", () => {
    const actors = [actor("a", 40), actor("b", 50)];
    const points = focalPoints({ actors, range: [0, 100] }, 1);
    // 40, 45, 50: mean 45
    const coefficients = { capabilityExponent: 1, closeness: 2, taken: 1, round: 0.5, halfway: 0.25 };
    const odds = [-0.1 + 1 + 0.5, 0, -0.1 + 1 + 0.5 + 0.25].map(Math.exp);
    const total = odds.reduce((sum, o) => sum + o, 0);
    focalProbabilities(points, coefficients).forEach((p, k) => {
      expect(p).toBeCloseTo(odds[k] / total, 12);
    });
  });

  it("take capability by its root if so told", () => {
    const actors = [actor("a", 0, 16), actor("b", 100, 1)];
    const closeness = (exponent: number) =>
      -focalPoints({ actors, range: [0, 100] }, exponent)[0].properties[0];
    expect(closeness(1)).toBeCloseTo(1 / 17, 12);
    expect(closeness(0.5)).toBeCloseTo(1 / 5, 12);
  });
});

/** Issues settled by chance as given coefficients have it. */
function settledBy(coefficients: typeof focalDefaults, n: number): SettledIssue[] {
  const draw = luck.fork("issues");
  return Array.from({ length: n }, (_, k) => {
    const actors = Array.from({ length: 3 + draw.integer(5) }, (__, i) =>
      actor(`${i}`, draw.integer(21) * 5, 0.1 + 4 * draw.uniform(), 0.1 + 0.9 * draw.uniform()),
    );
    const issue: BargainingProblem = { issue: `${k}`, actors, range: [0, 100] };
    const points = focalPoints(issue, coefficients.capabilityExponent);
    let u = draw.uniform();
    const at = focalProbabilities(points, coefficients).findIndex((p) => {
      u -= p;
      return u < 0;
    });
    return { problem: issue, outcome: points[at].position };
  });
}

describe("learning from settled issues", () => {
  const truth = { capabilityExponent: 0.5, closeness: 4, taken: 1.5, round: 1, halfway: 0.6 };
  const settled = settledBy(truth, 1500);
  const learned = fitFocal(settled);

  it("finds the coefficients that made them, within four standard errors", () => {
    expect(learned.capabilityExponent).toBe(0.5);
    // standard errors: roots of the diagonal of the inverse information at the truth, on these issues
    expect(Math.abs(learned.closeness - truth.closeness)).toBeLessThan(4 * 0.235);
    expect(Math.abs(learned.taken - truth.taken)).toBeLessThan(4 * 0.058);
    expect(Math.abs(learned.round - truth.round)).toBeLessThan(4 * 0.063);
    expect(Math.abs(learned.halfway - truth.halfway)).toBeLessThan(4 * 0.08);
  });

  it("is at the top: a step along any coefficient loses, prior included", () => {
    const few = settled.slice(0, 60);
    const best = fitFocal(few);
    const height = (c: typeof best) =>
      logLikelihood(few, c) - (c.closeness ** 2 + c.taken ** 2 + c.round ** 2 + c.halfway ** 2) / 2;
    for (const name of ["closeness", "taken", "round", "halfway"] as const) {
      for (const step of [-0.01, 0.01]) {
        expect(height({ ...best, [name]: best[name] + step })).toBeLessThan(height(best));
      }
    }
  });

  it("learns nothing from issues that were never open", () => {
    const agreed = {
      problem: { actors: [actor("a", 30), actor("b", 30)], range: [0, 100] as const },
      outcome: 30,
    };
    const { closeness, taken, round, halfway } = fitFocal([agreed]);
    for (const c of [closeness, taken, round, halfway]) expect(Math.abs(c)).toBeLessThan(1e-9);
  });

  it("refuses no issues, and outcomes off the scale", () => {
    expect(() => fitFocal([])).toThrow(expect.objectContaining({ code: "bargain/settled" }));
    expect(() => fitFocal([{ problem, outcome: 130 }])).toThrow(
      expect.objectContaining({ code: "bargain/outcome" }),
    );
  });
});

describe("the focal compromise", () => {
  it("settles at the median of the probabilities", () => {
    const points = focalPoints(problem, focalDefaults.capabilityExponent);
    const p = focalProbabilities(points, focalDefaults);
    const { position, account } = focalCompromise.settle(problem, luck);
    const below = points.reduce((sum, point, k) => sum + (point.position < position ? p[k] : 0), 0);
    const above = points.reduce((sum, point, k) => sum + (point.position > position ? p[k] : 0), 0);
    expect(below).toBeLessThanOrEqual(0.5);
    expect(above).toBeLessThanOrEqual(0.5);
    expect(account.figures["lower quartile"]).toBeLessThanOrEqual(position);
    expect(account.figures["upper quartile"]).toBeGreaterThanOrEqual(position);
  });

  it("goes where someone stands if that is all that counts", () => {
    const taken = focalCompromiseWith({
      capabilityExponent: 1,
      closeness: 0,
      taken: 50,
      round: 0,
      halfway: 0,
    });
    expect(taken.settle(problem, luck).position).toBe(62);
  });
});
