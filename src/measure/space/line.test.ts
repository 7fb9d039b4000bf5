import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineCore, lineWinset, polarisation, vetoWinset, weightedMean, weightedMedian } from "./index.ts";

const committees = fc
  .array(fc.record({ x: fc.integer({ min: 0, max: 40 }), w: fc.integer({ min: 0, max: 6 }) }), {
    minLength: 1,
    maxLength: 7,
  })
  .filter((voters) => voters.some(({ w }) => w > 0))
  .chain((voters) => {
    const total = voters.reduce((sum, { w }) => sum + w, 0);
    return fc.record({
      positions: fc.constant(voters.map(({ x }) => x)),
      weights: fc.constant(voters.map(({ w }) => w)),
      quota: fc.integer({ min: Math.floor(total / 2) + 1, max: total }),
    });
  });
type Committee = { positions: number[]; weights: number[]; quota: number };

/** Whether the quota prefers y to x, each voter the nearer. */
function beats({ positions, weights, quota }: Committee, y: number, x: number): boolean {
  const votes = positions.map((p, i) => (Math.abs(p - y) < Math.abs(p - x) ? weights[i] : 0));
  return votes.reduce((sum, v) => sum + v, 0) >= quota;
}

describe("the core on one issue", () => {
  it("is what nothing beats, point by point", () => {
    fc.assert(
      fc.property(committees, (committee) => {
        const { low, high } = lineCore(committee);
        expect(low).toBeLessThanOrEqual(high);
        for (let x = -2; x <= 42; x += 0.5) {
          // a point is beaten if and only if one very near to it beats it
          const isBeaten = beats(committee, x + 0.001, x) || beats(committee, x - 0.001, x);
          expect(x >= low && x <= high).toBe(!isBeaten);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("has a winset that is what the definition says, point by point", () => {
    fc.assert(
      fc.property(committees, fc.integer({ min: 0, max: 40 }), (committee, at) => {
        const winset = lineWinset(committee, at);
        for (let y = -40; y <= 80; y += 0.5) {
          const isInside = winset !== undefined && y > winset.low && y < winset.high;
          expect(isInside).toBe(beats(committee, y, at));
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["a quota of half", 2],
    ["a quota above all", 4.1],
    ["a quota that is no number", Number.NaN],
  ])("refuses %s", (_what, quota) => {
    const committee = { positions: [0, 1], weights: [2, 2], quota };
    expect(() => lineCore(committee)).toThrow(expect.objectContaining({ code: "space/quota" }));
  });
});

describe("the winset of veto players on one issue", () => {
  it("is what all prefer", () => {
    expect(vetoWinset([30], 10)).toEqual({ low: 10, high: 50 });
    expect(vetoWinset([30, 40], 90)).toEqual({ low: -10 + 0, high: 90 });
    expect(vetoWinset([30, 40], 35)).toBeUndefined();
    expect(vetoWinset([30, 40], 30)).toBeUndefined();
  });

  it("shrinks, or stays, with every veto player more", () => {
    const at = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(at, { minLength: 1, maxLength: 5 }), at, at, (positions, more, statusQuo) => {
        const before = vetoWinset(positions, statusQuo);
        const after = vetoWinset([...positions, more], statusQuo);
        if (after === undefined) return;
        expect(before!.low).toBeLessThanOrEqual(after.low);
        expect(before!.high).toBeGreaterThanOrEqual(after.high);
      }),
    );
  });

  it("refuses nobody, and a status quo that is no number", () => {
    expect(() => vetoWinset([], 3)).toThrow(expect.objectContaining({ code: "space/length" }));
    expect(() => vetoWinset([1], Number.NaN)).toThrow(expect.objectContaining({ code: "space/position" }));
  });
});

describe("weighted mean and median", () => {
  it("stay inside what they are of, and the mean keeps equal numbers", () => {
    expect(weightedMean([0.1, 0.1, 0.1], [1, 2, 4])).toBe(0.1);
    fc.assert(
      fc.property(committees, ({ positions, weights }) => {
        const mean = weightedMean(positions, weights);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...positions));
        expect(mean).toBeLessThanOrEqual(Math.max(...positions));
      }),
    );
  });

  it("has half the weight or more on either side of either median", () => {
    fc.assert(
      fc.property(committees, ({ positions, weights }) => {
        const total = weights.reduce((sum, w) => sum + w, 0);
        const { low, high } = weightedMedian(positions, weights);
        for (const x of [low, high]) {
          const below = weights.filter((_, i) => positions[i] <= x).reduce((sum, w) => sum + w, 0);
          const above = weights.filter((_, i) => positions[i] >= x).reduce((sum, w) => sum + w, 0);
          expect(Math.min(below, above)).toBeGreaterThanOrEqual(total / 2);
        }
      }),
    );
  });

  it.each([
    ["no position", [], [], "space/length"],
    ["a missing weight", [1, 2], [1], "space/length"],
    ["a position that is no number", [Number.NaN], [1], "space/position"],
    ["a negative weight", [1], [-1], "space/weight"],
    ["no weight at all", [1, 2], [0, 0], "space/weight"],
  ])("refuse %s", (_what, positions, weights, code) => {
    for (const measure of [weightedMean, weightedMedian, polarisation]) {
      expect(() => measure(positions, weights)).toThrow(expect.objectContaining({ code }));
    }
  });
});

describe("polarisation", () => {
  it.each([
    // Σ π_i^(1+α) π_j |y_i − y_j|, by hand
    ["two equal camps", [0, 1], [1, 1], 1, 2 * 0.25 * 0.5],
    ["two equal camps, α = 1.6", [0, 1], [3, 3], 1.6, 2 * 0.5 ** 3.6],
    ["a camp of three quarters", [0, 1], [3, 1], 1, (9 / 16) * (1 / 4) + (1 / 16) * (3 / 4)],
    ["three equal groups", [0, 0.5, 1], [1, 1, 1], 1, (2 * (0.5 + 0.5 + 1)) / 27],
    ["one camp", [0.4, 0.4], [1, 2], 1, 0],
  ])("of %s is as the formula has it", (_what, positions, weights, alpha, expected) => {
    expect(polarisation(positions, weights, { alpha })).toBeCloseTo(expected, 12);
  });

  it("rises when a small group in the middle is split between the camps (axiom 3)", () => {
    const apart = polarisation([0, 0.5, 1], [10, 0.2, 10]);
    expect(polarisation([0, 1], [10.1, 10.1])).toBeGreaterThan(apart);
  });

  it("rises when two small camps far off join at their mean (axiom 1)", () => {
    const before = polarisation([0, 0.9, 1], [10, 1, 1]);
    expect(polarisation([0, 0.95], [10, 2])).toBeGreaterThan(before);
  });

  it("counts those on one position as one camp, in whatever order and scale", () => {
    expect(polarisation([1, 0, 1], [1, 2, 1])).toBeCloseTo(polarisation([0, 1], [5, 5]), 12);
  });

  it.each([0, -1, 1.7, Number.NaN])("refuses α = %d", (alpha) => {
    expect(() => polarisation([0, 1], [1, 1], { alpha })).toThrow(
      expect.objectContaining({ code: "space/alpha" }),
    );
  });
});
