import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crps, crpsOfSample, logProbability, logProbabilityGradient } from "./negative-binomial.ts";

const means = fc.double({ min: 0.1, max: 300, noNaN: true });
const sizes = fc.double({ min: 0.3, max: 50, noNaN: true });

describe("the negative binomial", () => {
  it("sums to 1 with the mean and the variance λ + λ²/r", () => {
    for (const [mean, size] of [
      [0.5, 0.4],
      [3, 2],
      [40, 5],
      [90, 100],
    ]) {
      let sum = 0;
      let first = 0;
      let second = 0;
      for (let k = 0; k < 3000; k++) {
        const p = Math.exp(logProbability(k, mean, size));
        sum += p;
        first += k * p;
        second += k * k * p;
      }
      expect(sum).toBeCloseTo(1, 9);
      expect(first / mean).toBeCloseTo(1, 8);
      expect((second - first * first) / (mean + (mean * mean) / size)).toBeCloseTo(1, 7);
    }
  });

  it("has the gradient that differences give", () => {
    fc.assert(
      fc.property(fc.nat(400), means, sizes, (count, mean, size) => {
        const h = 1e-5;
        const gradient = logProbabilityGradient(count, mean, size);
        const byMean =
          (logProbability(count, mean + h, size) - logProbability(count, mean - h, size)) / (2 * h);
        const bySize =
          (logProbability(count, mean, size + h) - logProbability(count, mean, size - h)) / (2 * h);
        expect(Math.abs(gradient.mean - byMean)).toBeLessThan(1e-3 * (1 + Math.abs(byMean)));
        expect(Math.abs(gradient.size - bySize)).toBeLessThan(1e-3 * (1 + Math.abs(bySize)));
      }),
      { numRuns: 100 },
    );
  });
});

describe("crps", () => {
  it("is the sum of squared misses of the distribution function", () => {
    fc.assert(
      fc.property(fc.nat(200), means, sizes, (count, mean, size) => {
        let below = 0;
        let sum = 0;
        for (let k = 0; k < 12_000; k++) {
          below += Math.exp(logProbability(k, mean, size));
          sum += (below - (k >= count ? 1 : 0)) ** 2;
        }
        expect(Math.abs(crps(count, mean, size) - sum)).toBeLessThan(1e-5 * (1 + sum));
      }),
      { numRuns: 30 },
    );
  });

  it("stays right where the chance of 0 is below the smallest double", () => {
    // Nearly Poisson with mean 2000: close to a normal with deviation 44.7, whose score at the mean is
    // deviation (√2 − 1)/√π = 10.45.
    expect(crps(2000, 2000, 1e9)).toBeCloseTo((Math.sqrt(2000) * (Math.SQRT2 - 1)) / Math.sqrt(Math.PI), 1);
  });

  it("of a sample is the mean miss less half the mean distance within it", () => {
    const sample = [3, 0, 8, 8, 1];
    const miss = sample.reduce((sum, x) => sum + Math.abs(x - 4), 0) / 5;
    const spread = sample.flatMap((x) => sample.map((y) => Math.abs(x - y))).reduce((a, b) => a + b, 0) / 25;
    expect(crpsOfSample(4, sample)).toBeCloseTo(miss - spread / 2, 12);
  });
});
