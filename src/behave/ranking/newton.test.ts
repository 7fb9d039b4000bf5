import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clock } from "./learned.ts";
import { newton } from "./newton.ts";

/** Solves A x = b by elimination; A is positive definite. */
function solved(given: readonly (readonly number[])[], right: readonly number[]): number[] {
  const a = given.map((row, i) => [...row, right[i]]);
  const n = a.length;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const by = a[j][i] / a[i][i];
      for (let k = i; k <= n; k++) a[j][k] -= by * a[i][k];
    }
  return a.map((row, i) => row[n] / row[i]);
}

describe("online Newton steps", () => {
  const gradient = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 });

  it("are those of a twin that solves the whole system at every question, and so are their averages", () => {
    fc.assert(
      fc.property(fc.array(gradient, { minLength: 1, maxLength: 20 }), (gradients) => {
        const time = clock();
        const made = newton(3, time);
        const squares = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 30 : 0)));
        const weights = [0, 0, 0];
        const sums = [0, 0, 0];
        gradients.forEach((g, t) => {
          made.step(0, Float64Array.from(g));
          time.tick();
          for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) squares[i][j] += g[i] * g[j];
          const step = solved(squares, g);
          for (let i = 0; i < 3; i++) {
            weights[i] += step[i];
            sums[i] += weights[i] * ((t + 1) ** 32 - t ** 32);
          }
        });
        made.settle();
        for (let i = 0; i < 3; i++) {
          expect(made.weight[i]).toBeCloseTo(weights[i], 9);
          expect(made.mean[i]).toBeCloseTo(sums[i] / gradients.length ** 32, 9);
        }
      }),
    );
  });
});
