import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reduced } from "./counts.ts";
import { winningByEnumeration } from "./enumeration.ts";
import { deeganPackel, type Game, johnston, publicGood } from "./index.ts";
import { criticalCounts } from "./johnston-counts.ts";
import { minimalCounts } from "./minimal-counts.ts";

const iraq2010: Game = { quota: 163, weights: [91, 89, 70, 43, 8, 8, 6, 4, 4, 2] };
const six = (a: number, rest: number) => [...new Array(6).fill(a), rest];

const games: fc.Arbitrary<Game> = fc
  .array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 8 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .chain((weights) =>
    fc.record({
      weights: fc.constant(weights),
      quota: fc.integer({ min: 1, max: weights.reduce((a, b) => a + b, 0) }),
    }),
  );

/** Winning coalitions with their critical members, by definition. */
function withCritical({ quota, weights }: Game): { members: number[]; critical: number[] }[] {
  return winningByEnumeration(quota, weights).map((members) => {
    const sum = members.reduce((votes, i) => votes + weights[i], 0);
    return { members, critical: members.filter((i) => sum - weights[i] < quota) };
  });
}

function shares(game: Game, worth: (members: number[], critical: number[]) => Map<number, number>): number[] {
  const sums = game.weights.map(() => 0);
  for (const { members, critical } of withCritical(game)) {
    for (const [i, value] of worth(members, critical)) sums[i] += value;
  }
  const total = sums.reduce((a, b) => a + b, 0);
  return sums.map((sum) => sum / total);
}

const isMinimal = (members: number[], critical: number[]) => members.length === critical.length;

describe.each([
  {
    name: "the public good index",
    index: publicGood,
    worth: (members: number[], critical: number[]) =>
      new Map(isMinimal(members, critical) ? members.map((i) => [i, 1]) : []),
    published: [
      [
        "Holler & Illing",
        { quota: 51, weights: [35, 20, 15, 15, 15] },
        [16 / 60, 8 / 60, 12 / 60, 12 / 60, 12 / 60],
      ],
      ["four German parties", { quota: 315, weights: [309, 193, 63, 64] }, [3 / 9, 2 / 9, 2 / 9, 2 / 9]],
      ["Iraq 2010", iraq2010, [9 / 56, 1 / 7, 13 / 56, ...six(1 / 14, 1 / 28)]],
    ] as [string, Game, number[]][],
  },
  {
    name: "the Deegan–Packel index",
    index: deeganPackel,
    worth: (members: number[], critical: number[]) =>
      new Map(isMinimal(members, critical) ? members.map((i) => [i, 1 / members.length]) : []),
    published: [
      [
        "Holler & Illing",
        { quota: 51, weights: [35, 20, 15, 15, 15] },
        [18 / 60, 9 / 60, 11 / 60, 11 / 60, 11 / 60],
      ],
      ["Iraq 2010", iraq2010, [125 / 672, 21 / 128, 13 / 48, ...six(157 / 2688, 11 / 384)]],
    ] as [string, Game, number[]][],
  },
  {
    name: "the Johnston index",
    index: johnston,
    worth: (_: number[], critical: number[]) => new Map(critical.map((i) => [i, 1 / critical.length])),
    published: [
      ["three voters", { quota: 4, weights: [3, 2, 1] }, [2 / 3, 1 / 6, 1 / 6]],
      ["one large voter", { quota: 6, weights: [5, 1, 1, 1] }, [11 / 14, 1 / 14, 1 / 14, 1 / 14]],
      ["four voters", { quota: 12, weights: [7, 4, 3, 2] }, [1 / 2, 1 / 6, 1 / 6, 1 / 6]],
      ["Iraq 2010", iraq2010, [493 / 1470, 13 / 40, 731 / 2310, ...six(79 / 21560, 1 / 840)]],
    ] as [string, Game, number[]][],
  },
])("$name", ({ index, worth, published }) => {
  it.each(published)("is as published: %s", (_, game, expected) => {
    for (const [i, value] of index(game).entries()) expect(value).toBeCloseTo(expected[i], 14);
  });

  it("is what the definition gives", () => {
    fc.assert(
      fc.property(games, (game) => {
        const expected = shares(game, worth);
        for (const [i, value] of index(game).entries()) expect(value).toBeCloseTo(expected[i], 12);
      }),
      { numRuns: 80 },
    );
  });

  it("is refused where counts would be rounded, or take too long", () => {
    expect(() => index({ quota: 30, weights: new Array(54).fill(1) })).toThrow(
      expect.objectContaining({ code: "power/count" }),
    );
    const vast = { quota: 1.5e13, weights: Array.from({ length: 30 }, (_, i) => 1e12 + i * i) };
    expect(() => index(vast)).toThrow(expect.objectContaining({ code: "power/size" }));
  });

  it("is the same where the votes go beyond 2⁵³", () => {
    const factor = 2 ** 49;
    const weights = [7, 6, 4, 3, 3, 1];
    // one vote more or less than a multiple of 2⁴⁹ keeps the divisor at 1, and never fills a gap of 2⁴⁹
    const large = weights.map((weight, i) => weight * factor + (i % 2));
    expect(index({ quota: 12 * factor, weights: large })).toEqual(index({ quota: 12, weights }));
  });
});

describe("counting by votes", () => {
  // 23 voters are counted by votes; two of them are dummies, so that the other 21 are walked through
  const weights = [9, 28, 22, 4, 17, 15, 1, 14, 9, 31, 9, 8, 7, 6, 22, 4, 5, 3, 2, 14, 2];
  const quota = 117;
  const row = (counts: Float64Array, n: number, i: number) =>
    Array.from(counts.subarray(i * (n + 1), (i + 1) * (n + 1))).filter((count) => count > 0);

  it("finds the minimal winning coalitions that walking finds", () => {
    const walked = minimalCounts(reduced({ quota, weights }));
    const counted = minimalCounts(reduced({ quota, weights: [0, ...weights, 0] }));
    expect(counted.all.filter((count) => count > 0)).toEqual(walked.all.filter((count) => count > 0));
    for (const i of weights.keys()) expect(row(counted.with, 23, i + 1)).toEqual(row(walked.with, 21, i));
  });

  it("finds voters who win alone", () => {
    // 24 voters: the first alone, or the second with any of the twelve that have votes left
    const alone = { quota: 30, weights: [31, 29, ...new Array(12).fill(1), ...new Array(10).fill(0)] };
    const counted = minimalCounts(reduced(alone));
    expect([counted.all[1], counted.all[2]]).toEqual([1, 12]);
    expect(counted.with[0 * 25 + 1]).toBe(1);
    expect(counted.with[1 * 25 + 2]).toBe(12);
  });

  it("finds the critical members that walking finds", () => {
    // small enough to be walked through, or counted if walking is dearer; a factor 10⁶ makes counting dearer
    const few = { quota: 31, weights: [9, 12, 1, 9, 6, 17, 3, 4] };
    const by = (factor: number, extra: number) =>
      criticalCounts({
        quota: few.quota * factor,
        weights: Float64Array.from(
          [...few.weights, ...new Array(extra).fill(0)],
          (weight) => weight * factor,
        ),
        total: 61 * factor,
      });
    for (const i of few.weights.keys()) expect(row(by(1, 17), 25, i)).toEqual(row(by(1e6, 0), 8, i));
  });
});
