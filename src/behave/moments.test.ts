import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moments, momentsOf } from "./moments.ts";

describe("moments", () => {
  it("are the sums of their definition, for any number of columns and rows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(99),
        (size, n, seed) => {
          const number = (k: number): number => ((k * 7919 + seed * 31) % 17) - 8;
          const x = Float64Array.from({ length: 3 + size * n }, (_, k) => number(k));
          const w = Float64Array.from({ length: n }, (_, k) => Math.abs(number(k + 5)) / 4);
          const made = moments(size);
          momentsOf(made, w, x, 3, n);
          for (let p = 0; p < size; p++) {
            let first = 0;
            for (let j = 0; j < n; j++) first += w[j] * x[3 + p * n + j];
            expect(made.first[p]).toBeCloseTo(first, 9);
            for (let q = 0; q <= p; q++) {
              let second = 0;
              for (let j = 0; j < n; j++) second += w[j] * x[3 + p * n + j] * x[3 + q * n + j];
              expect(made.second[p * size + q]).toBeCloseTo(second, 9);
            }
          }
        },
      ),
    );
  });
});
