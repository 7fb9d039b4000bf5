import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw, seeded } from "../../base/index.ts";
import { designPoints, type Spread } from "./design-points.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { pertQuantile } from "./pert-quantile.ts";
import { sobolSequence } from "./sobol-sequence.ts";

/** Whether each coordinate has one point in every n-th part. */
function stratified(points: readonly Float64Array[]): boolean {
  return [...points[0].keys()].every(
    (d) => new Set(points.map((point) => Math.floor(point[d] * points.length))).size === points.length,
  );
}

describe("the Sobol’ sequence", () => {
  it("begins as Joe and Kuo's program prints it", () => {
    expect(sobolSequence(3, 10).map((point) => [...point])).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ]);
  });

  it("has the point that SciPy 1.x's qmc.Sobol(21, scramble=False) gives at place 37", () => {
    const theirs = [
      0.921875, 0.640625, 0.578125, 0.921875, 0.765625, 0.296875, 0.171875, 0.796875, 0.609375, 0.171875,
      0.015625, 0.078125, 0.578125, 0.859375, 0.109375, 0.484375, 0.796875, 0.421875, 0.046875, 0.140625,
      0.953125,
    ];
    expect([...sobolSequence(21, 38)[37]]).toEqual(theirs);
  });

  it("has one point in every 2ᵏ-th part of each coordinate, whatever the shift", () => {
    const words = fc.array(fc.nat(4294967295), { minLength: 21, maxLength: 21 });
    fc.assert(
      fc.property(fc.nat(8), words, (k, shift) => stratified(sobolSequence(21, 2 ** k, shift))),
      { numRuns: 30 },
    );
  });

  it("is refused for more variables than it has numbers for", () => {
    expect(() => sobolSequence(22, 4)).toThrow("1 to 21 variables");
  });
});

describe("a Latin hypercube", () => {
  it("has one point in each part of each coordinate, and is the same for the same seed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 8 }),
        fc.string(),
        (n, d, seed) => {
          const design = latinHypercube(d, n, seeded(seed));
          expect(latinHypercube(d, n, seeded(seed))).toEqual(design);
          return stratified(design);
        },
      ),
    );
  });
});

describe("the quantile of a PERT distribution", () => {
  it("is the middle of a symmetric one at a half, and the ends at 0 and 1", () => {
    expect(pertQuantile([2, 3, 4], 0.5)).toBeCloseTo(3, 6);
    expect([pertQuantile([2, 3, 4], 0), pertQuantile([2, 3, 4], 1)]).toEqual([2, 4]);
    expect(pertQuantile([5, 5, 5], 0.3)).toBe(5);
  });

  it("of beta(1, 5) and beta(5, 1) is that of their closed form", () => {
    // F(x) = 1 − (1 − x)⁵, and x⁵
    expect(pertQuantile([0, 0, 1], 0.5)).toBeCloseTo(1 - 0.5 ** 0.2, 3);
    expect(pertQuantile([0, 1, 1], 0.5)).toBeCloseTo(0.5 ** 0.2, 3);
  });

  it("agrees with what is drawn from the same distribution", () => {
    const range = [0, 2, 10] as const;
    const drawn = Array.from({ length: 4000 }, (_, k) => draw(range, seeded("pert").fork(k)));
    for (const p of [0.1, 0.5, 0.9]) {
      const below = drawn.filter((value) => value <= pertQuantile(range, p)).length / drawn.length;
      expect(Math.abs(below - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / drawn.length));
    }
  });
});

describe("the points of a design", () => {
  const variables: readonly Spread[] = [{ values: [true, "x"] }, { range: [0, 1], steps: 3 }];

  it("are every combination, the last variable changing fastest", () => {
    expect(designPoints({ factorial: true }, variables, seeded("")).points).toEqual([
      [true, 0],
      [true, 0.5],
      [true, 1],
      ["x", 0],
      ["x", 0.5],
      ["x", 1],
    ]);
    expect(designPoints({ factorial: true }, [], seeded("")).points).toEqual([[]]);
  });

  it("of a Latin hypercube and a Sobol’ sequence have each value of a list as often", () => {
    for (const design of [{ latin_hypercube: 64 }, { sobol: 64 }]) {
      const { points } = designPoints(design, variables, seeded("even"));
      expect(points.filter(([value]) => value === "x")).toHaveLength(32);
      expect(points.filter(([, value]) => Number(value) < 0.25)).toHaveLength(16);
    }
  });

  it("of a Saltelli design are samples × (variables + 2)", () => {
    expect(designPoints({ saltelli: 8 }, variables, seeded("s")).points).toHaveLength(32);
  });

  it("of a full factorial design cannot be made of a distribution", () => {
    expect(() => designPoints({ factorial: true }, [{ distribution: [0, 1, 2] }], seeded(""))).toThrow(
      "steps",
    );
  });
});
