import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../base/index.ts";
import { medoidsOf } from "./typical.ts";

/** Sum of every row's distance to the nearest of some rows: what medoids make small. */
function total(points: Float64Array, width: number, medoids: readonly number[]): number {
  const rows = points.length / width;
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    sum += Math.min(
      ...medoids.map((m) => {
        let square = 0;
        for (let f = 0; f < width; f++) square += (points[i * width + f] - points[m * width + f]) ** 2;
        return Math.sqrt(square);
      }),
    );
  }
  return sum;
}

/** The least total over all pairs of rows. */
function leastOfPairs(points: Float64Array, width: number): number {
  const rows = points.length / width;
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < rows; a++) {
    for (let b = a + 1; b < rows; b++) least = Math.min(least, total(points, width, [a, b]));
  }
  return least;
}

describe("medoidsOf", () => {
  it("finds the middles of three sets that lie apart", () => {
    // 0, 1, 2 about 0; 100, 101, 103 about 101; −50, −49, −48 about −49
    const points = Float64Array.from([0, 1, 2, 100, 101, 103, -50, -49, -48]);
    expect([...medoidsOf(points, 1, 3, seeded("apart"))].sort()).toEqual([1, 4, 7]);
  });

  it("comes within a tenth of the best pair of all on small clouds, and finds it nearly always", () => {
    let best = 0;
    const tries = 60;
    for (let k = 0; k < tries; k++) {
      const random = seeded("clouds").fork(k);
      const points = Float64Array.from({ length: 24 }, () => random.normal());
      const found = total(points, 2, medoidsOf(points, 2, 2, random.fork("start")));
      const least = leastOfPairs(points, 2);
      expect(found).toBeLessThan(1.1 * least);
      if (found < least * (1 + 1e-6)) best += 1;
    }
    expect(best).toBeGreaterThan(0.7 * tries);
  });

  it("gives rows that are there, each once, the same whenever asked, and no more than differ", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        (values, count) => {
          const points = Float64Array.from(values);
          const medoids = medoidsOf(points, 1, count, seeded("law"));
          expect(new Set(medoids).size).toBe(medoids.length);
          expect(medoids.every((m) => m >= 0 && m < values.length)).toBe(true);
          expect(medoids.length).toBe(Math.min(count, new Set(values).size));
          expect(medoidsOf(points, 1, count, seeded("law"))).toEqual(medoids);
        },
      ),
    );
  });
});
