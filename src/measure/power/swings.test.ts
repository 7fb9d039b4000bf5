import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { swingsByEnumeration } from "./enumeration.ts";
import { swings, winningCount } from "./index.ts";

/** Games of n voters whose weights go up to `most`, with any quota. */
const games = (voters: number, most: number) =>
  fc
    .array(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: voters })
    .filter((weights) => weights.some((weight) => weight > 0))
    .chain((weights) => {
      // a sum beyond 2⁵³ is rounded, perhaps upward: leave the last ten votes alone there
      const sum = weights.reduce((a, b) => a + b, 0);
      const total = Number.isSafeInteger(sum) ? sum : sum - 10;
      return fc
        .double({ min: 0, max: 1, noNaN: true })
        .map((part) => ({ weights, quota: Math.min(total, Math.max(1, Math.round(part * total))) }));
    });

describe("swings", () => {
  it("are as published for the EEC Council of 1958: Luxembourg has none", () => {
    expect(swings({ quota: 12, weights: [4, 4, 4, 2, 2, 1] })).toEqual([10, 10, 10, 6, 6, 0]);
  });

  it.each([
    ["small weights, counted by votes or halves", 11, 9],
    ["weights with a common divisor", 8, 3],
    ["large weights", 11, 1e9],
    ["weights whose sum is beyond 2⁵³", 9, Number.MAX_SAFE_INTEGER],
  ] as const)("are what enumeration counts: %s", (_, voters, most) => {
    fc.assert(
      fc.property(games(voters, most), ({ quota, weights }) => {
        expect(swings({ quota, weights })).toEqual(swingsByEnumeration(quota, weights));
      }),
      { numRuns: 60 },
    );
  });

  it("are counted alike by votes and by halves", () => {
    // 16 voters with a small quota go by votes; times a prime, plus one vote each, they go by halves
    const weights = [9, 3, 11, 6, 5, 9, 7, 3, 3, 2, 1, 4, 4, 2, 11, 6];
    for (const quota of [1, 20, 44, 60, 86]) {
      const twin = { quota: quota * 1000003, weights: weights.map((weight) => weight * 1000003) };
      const uneven = { quota: quota * 1000003, weights: weights.map((weight) => weight * 1000003 + 1) };
      const expected = swingsByEnumeration(quota, weights);
      expect(swings({ quota, weights })).toEqual(expected);
      expect(swings(twin)).toEqual(expected);
      // sixteen votes in sixteen million never fill a gap of a million
      expect(swings(uneven)).toEqual(expected);
    }
  });

  it("are beyond 2⁴⁹ and exact for 51 voters of one vote each", () => {
    // each swings with the C(50, 25) sets of 25 others
    expect(swings({ quota: 26, weights: new Array(51).fill(1) })[0]).toBe(126410606437752);
  });

  it("are refused above 53 voters, where a number could not count them", () => {
    expect(() => swings({ quota: 27, weights: new Array(54).fill(1) })).toThrow(
      expect.objectContaining({ code: "power/count" }),
    );
  });

  it("are refused where no exact method is in reach", () => {
    const weights = Array.from({ length: 50 }, (_, i) => 10 ** 12 + i * i * i);
    expect(() => swings({ quota: 25 * 10 ** 12, weights })).toThrow(
      expect.objectContaining({ code: "power/size" }),
    );
  });

  it("leave 14 winning coalitions to the EEC of 1958", () => {
    expect(winningCount({ quota: 12, weights: [4, 4, 4, 2, 2, 1] })).toBe(14);
  });
});
