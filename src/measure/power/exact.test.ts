import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { swingsByEnumeration } from "./enumeration.ts";
import {
  banzhafAbsolute,
  exactShapleyShubik,
  exactSwings,
  type Game,
  shapleyShubik,
  shapleyShubikIndex,
} from "./index.ts";
import { fromResidues, primesFor } from "./residues.ts";
import { swingsBySize } from "./swings-by-size.ts";
import { swingsBySizeModulo } from "./swings-by-size-modulo.ts";

const games = (most: number): fc.Arbitrary<Game> =>
  fc
    .array(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 10 })
    .filter((weights) => weights.some((weight) => weight > 0))
    .chain((weights) => {
      const sum = weights.reduce((a, b) => a + b, 0);
      const total = Number.isSafeInteger(sum) ? sum : sum - 10;
      return fc
        .double({ min: 0, max: 1, noNaN: true })
        .map((part) => ({ weights, quota: Math.min(total, Math.max(1, Math.round(part * total))) }));
    });

/** a / b, rounded once or twice: enough digits are kept before the division in doubles. */
const ratio = (a: bigint, b: bigint): number => Number((a * 10n ** 30n) / b) / 1e30;

describe("whole numbers from remainders", () => {
  it("are what they were", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 400n }), (value) => {
        const primes = primesFor(400);
        const residues = primes.map((prime) => Number(value % BigInt(prime)));
        expect(fromResidues(residues, primes)).toBe(value);
      }),
      { numRuns: 20 },
    );
  });

  it("come from different primes below 2⁵², the first of them the largest there is", () => {
    const primes = primesFor(520);
    expect(primes[0]).toBe(4503599627370449);
    expect(new Set(primes).size).toBe(11);
    expect(primes.reduce((product, prime) => product * BigInt(prime), 1n) > 2n ** 520n).toBe(true);
  });
});

describe("exact power", () => {
  it.each([9, 1e6, Number.MAX_SAFE_INTEGER])("agrees with enumeration, weights to %d", (most) => {
    fc.assert(
      fc.property(games(most), (game) => {
        expect(exactSwings(game).swings.map(Number)).toEqual(swingsByEnumeration(game.quota, game.weights));
        const { numerators, denominator } = exactShapleyShubik(game);
        expect(numerators.reduce((a, b) => a + b, 0n)).toBe(denominator);
        const plain = shapleyShubik(game);
        for (const [i, numerator] of numerators.entries()) {
          expect(plain[i]).toBeCloseTo(Number(numerator) / Number(denominator), 14);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("counts sixty equal voters: each swings with C(59, 29) coalitions, and has 1/60", () => {
    const equal = { quota: 30, weights: new Array(60).fill(1) };
    expect(exactSwings(equal).swings[0]).toBe(59132290782430712n);
    const { numerators, denominator } = exactShapleyShubik(equal);
    expect([numerators[0], denominator]).toEqual([1n, 60n]);
  });

  it("counts a hundred equal voters, at quotas low and high", () => {
    // a hundred voters of three votes and a dummy: each swings with C(99, k − 1) sets, with the dummy or without
    const choose = (n: bigint, k: bigint): bigint => {
      let result = 1n;
      for (let i = 1n; i <= k; i++) result = (result * (n - k + i)) / i;
      return result;
    };
    for (const quota of [1, 10, 51, 77, 99, 100]) {
      const { swings, winning } = exactSwings({ quota, weights: new Array(100).fill(3).concat(0) });
      expect(swings[0]).toBe(2n * choose(99n, BigInt(Math.ceil(quota / 3)) - 1n));
      expect(swings[100]).toBe(0n);
      expect(winning > 0n).toBe(true);
    }
  });

  it("holds the bounds of the doubles, low quota and high", () => {
    const weights = Array.from({ length: 70 }, (_, i) => 1 + ((i * i * 7) % 41));
    const total = weights.reduce((a, b) => a + b, 0);
    for (const quota of [40, Math.floor(total / 2) + 1, Math.ceil(total * 0.85)]) {
      const game = { quota, weights };
      const { winning, swings } = exactSwings(game);
      const coins = banzhafAbsolute(game);
      for (const [i, swing] of swings.entries()) {
        const exact = ratio(swing, 2n ** 69n);
        expect(Math.abs(coins[i] - exact)).toBeLessThan(1e-12);
      }
      expect(winning > 0n && winning < 2n ** 70n).toBe(true);
      const { numerators, denominator } = exactShapleyShubik(game);
      const { value, method, error } = shapleyShubikIndex.result(game);
      expect(method).toBe("bound");
      for (const [i, numerator] of numerators.entries()) {
        expect(Math.abs(value[i] - ratio(numerator, denominator))).toBeLessThanOrEqual(error as number);
      }
    }
  });

  it("counts by size alike with remainders and without", () => {
    const weights = Float64Array.of(9, 7, 7, 4, 3, 2, 1, 1, 0);
    const prime = primesFor(1)[0];
    for (const quota of [3, 17, 18, 30]) {
      expect(swingsBySizeModulo(quota, weights, prime)).toEqual(swingsBySize(quota, weights, 9));
    }
  });
});
