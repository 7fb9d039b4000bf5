import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw, gamma, isUncertain, mode, type Quantity } from "./quantity.ts";
import { seeded } from "./random.ts";

const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

function variance(xs: readonly number[]): number {
  const centre = mean(xs);
  return mean(xs.map((x) => (x - centre) ** 2));
}

const range = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.nat(1000), fc.nat(1000))
  .map(([low, left, right]): Quantity => [low, low + left, low + left + right]);

describe("a quantity", () => {
  it("is a number or a range with its most likely value", () => {
    expect([mode(3), mode([1, 2, 5])]).toEqual([3, 2]);
    expect([isUncertain(3), isUncertain([2, 2, 2]), isUncertain([1, 2, 5])]).toEqual([false, false, true]);
  });

  it("that is certain is drawn as itself", () => {
    expect([draw(3, seeded("a")), draw([2, 2, 2], seeded("a"))]).toEqual([3, 2]);
  });

  it("is drawn within its range", () => {
    fc.assert(
      fc.property(range, fc.string(), (quantity, seed) => {
        const [low, , high] = quantity as readonly [number, number, number];
        const drawn = draw(quantity, seeded(seed));
        return drawn >= low && drawn <= high;
      }),
    );
  });

  // PERT is a beta distribution with a + b = 6 on [low, high]: Malcolm et al. 1959, Vose 2008. So its mean is
  // (low + 4 mode + high) / 6 and its variance (mean − low)(high − mean) / 7; its excess kurtosis is the beta's.
  it.each([
    [0, 0.5, 1],
    [0, 0, 1],
    [-10, -9, 20],
    [100, 180, 200],
  ])("[%d, %d, %d] has the mean and variance of PERT, within 4 standard errors", (low, middle, high) => {
    const n = 40_000;
    const random = seeded(`pert ${low} ${middle} ${high}`);
    const drawn = Array.from({ length: n }, () => draw([low, middle, high], random));
    const μ = (low + 4 * middle + high) / 6;
    const σ2 = ((μ - low) * (high - μ)) / 7;
    const a = 1 + (4 * (middle - low)) / (high - low);
    const b = 6 - a;
    const kurtosis = 3 + (6 * ((a - b) ** 2 * 7 - a * b * 8)) / (a * b * 8 * 9);
    expect(Math.abs(mean(drawn) - μ)).toBeLessThan(4 * Math.sqrt(σ2 / n));
    expect(Math.abs(variance(drawn) - σ2)).toBeLessThan(4 * σ2 * Math.sqrt((kurtosis - 1) / n));
  });

  it("grows and moves with its range", () => {
    fc.assert(
      fc.property(
        range,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
        (quantity, times, more) => {
          const [low, middle, high] = quantity as readonly [number, number, number];
          const moved = draw([times * low + more, times * middle + more, times * high + more], seeded("s"));
          expect(moved).toBeCloseTo(times * draw(quantity, seeded("s")) + more, 6);
        },
      ),
    );
  });
});

describe("gamma", () => {
  it.each([1, 1.5, 3, 20])("with shape %d has that mean and variance, within 4 standard errors", (shape) => {
    const n = 40_000;
    const random = seeded(`gamma ${shape}`);
    const drawn = Array.from({ length: n }, () => gamma(shape, random));
    expect(Math.abs(mean(drawn) - shape)).toBeLessThan(4 * Math.sqrt(shape / n));
    // The kurtosis of a gamma is 3 + 6 / shape.
    expect(Math.abs(variance(drawn) - shape)).toBeLessThan(4 * shape * Math.sqrt((2 + 6 / shape) / n));
    expect(Math.min(...drawn)).toBeGreaterThan(0);
  });
});
