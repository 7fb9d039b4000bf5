import { describe, expect, it } from "vitest";
import { type Random, seeded } from "../../base/index.ts";
import { swingsByEnumeration } from "./enumeration.ts";
import {
  banzhafAbsolute,
  exactShapleyShubik,
  exactSwings,
  type Game,
  shapleyShubik,
  shapleyShubikIndex,
  swings,
} from "./index.ts";

/** A game of n voters with weights of any size up to 2^bits, some of them equal, some 0. */
function drawn(random: Random, n: number, bits: number): Game {
  const most = 2 ** Math.ceil(random.uniform() * bits);
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    const again = random.uniform() < 0.2 && i > 0;
    weights.push(
      again ? weights[i - 1] : Math.min(Number.MAX_SAFE_INTEGER, Math.floor(random.uniform() * most)),
    );
  }
  weights[0] = Math.max(1, weights[0]);
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const part = BigInt(Math.floor(random.uniform() * 2 ** 30));
  // a quota beyond 2⁵³ must be a number that a double can hold
  const quota = Number((total * part) >> 30n);
  return { quota: Math.max(1, quota > Number.MAX_SAFE_INTEGER ? quota - (quota % 4096) : quota), weights };
}

describe("no silent overflow", () => {
  it.each([53, 40, 20, 6])(
    "in 300 games of up to 14 voters with weights to 2^%i: every swing is right",
    (bits) => {
      const random = seeded(`fuzz ${bits}`);
      for (let k = 0; k < 300; k++) {
        const game = drawn(random, 1 + random.integer(14), bits);
        const expected = swingsByEnumeration(game.quota, game.weights);
        expect(swings(game), JSON.stringify(game)).toEqual(expected);
        const { numerators, denominator } = exactShapleyShubik(game);
        for (const [i, share] of shapleyShubik(game).entries()) {
          expect(Math.abs(share - Number(numerators[i]) / Number(denominator))).toBeLessThan(1e-15);
          if (expected[i] === 0) expect(share).toBe(0);
        }
      }
    },
  );

  it("in games of 15 to 90 voters: counts agree with whole numbers of any length, and bounds hold", () => {
    const random = seeded("many");
    for (let k = 0; k < 40; k++) {
      const n = 15 + random.integer(76);
      const game = drawn(random, n, n > 44 ? 10 : 16);
      const { swings: exact } = exactSwings(game);
      const coins = banzhafAbsolute(game);
      for (const [i, count] of exact.entries()) {
        const share = Number((count * 10n ** 30n) / 2n ** BigInt(n - 1)) / 1e30;
        expect(Math.abs(coins[i] - share)).toBeLessThan(2e-12);
      }
      const { numerators, denominator } = exactShapleyShubik(game);
      const { value, error = 1e-15 } = shapleyShubikIndex.result(game);
      for (const [i, numerator] of numerators.entries()) {
        const share = Number((numerator * 10n ** 30n) / denominator) / 1e30;
        expect(Math.abs(value[i] - share)).toBeLessThanOrEqual(error);
      }
    }
  });

  it("in games of 37 to 44 voters of any weight, swept in doubles: within the bound", () => {
    const random = seeded("wide");
    for (let k = 0; k < 3; k++) {
      const game = drawn(random, 37 + k, 45);
      const { value, error = 0, method } = shapleyShubikIndex.result(game);
      expect(method).toBe("bound");
      expect(error).toBeLessThan(1e-10);
      expect(value.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
      const { numerators, denominator } = exactShapleyShubik(game);
      for (const [i, numerator] of numerators.entries()) {
        const share = Number((numerator * 10n ** 30n) / denominator) / 1e30;
        expect(Math.abs(value[i] - share)).toBeLessThanOrEqual(error);
      }
    }
  }, 600_000);
});
