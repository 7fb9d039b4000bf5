import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import { drawCount, drawGamma, drawPoisson } from "./draw-count.ts";
import { logProbability } from "./negative-binomial.ts";

const draws = 40_000;

describe("drawPoisson", () => {
  it.each([0.3, 4, 9.9, 10, 35, 900])("has mean and variance %f", (mean) => {
    const luck = seeded(`poisson ${mean}`);
    let sum = 0;
    let squares = 0;
    for (let d = 0; d < draws; d++) {
      const miss = drawPoisson(mean, luck) - mean;
      sum += miss;
      squares += miss * miss;
    }
    expect(Math.abs(sum / draws)).toBeLessThan(4 * Math.sqrt(mean / draws));
    // The fourth central moment is λ + 3λ², so the variance of (x − λ)² is λ + 2λ².
    expect(Math.abs(squares / draws - mean)).toBeLessThan(4 * Math.sqrt((mean + 2 * mean * mean) / draws));
  });
});

describe("drawGamma", () => {
  it.each([0.2, 0.9, 1, 7])("has mean and variance %f", (shape) => {
    const luck = seeded(`gamma ${shape}`);
    let sum = 0;
    for (let d = 0; d < draws; d++) sum += drawGamma(shape, luck);
    expect(Math.abs(sum / draws - shape)).toBeLessThan(4 * Math.sqrt(shape / draws));
  });
});

describe("drawCount", () => {
  it("falls into classes as often as the negative binomial says (χ² below its 0.9999 point)", () => {
    const luck = seeded("classes");
    const [mean, size] = [12, 2.5];
    const seen = new Array<number>(60).fill(0);
    for (let d = 0; d < draws; d++) seen[Math.min(59, drawCount(mean, size, luck))] += 1;
    let chi = 0;
    let rest = 1;
    for (let k = 0; k < 59; k++) {
      const p = Math.exp(logProbability(k, mean, size));
      rest -= p;
      chi += (seen[k] - draws * p) ** 2 / (draws * p);
    }
    chi += (seen[59] - draws * rest) ** 2 / (draws * rest);
    expect(chi).toBeLessThan(59 + 4 * Math.sqrt(2 * 59) + 10);
  });

  it("is 0 where nothing is expected, and the same for the same seed", () => {
    expect(drawCount(0, 2, seeded("a"))).toBe(0);
    expect(drawCount(80, 2, seeded("a"))).toBe(drawCount(80, 2, seeded("a")));
  });
});
