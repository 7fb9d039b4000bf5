import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cabinetType, critical, isBlocking, isWinning, minimalWinning } from "./index.ts";

const games = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 9 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .chain((weights) =>
    fc.record({
      weights: fc.constant(weights),
      quota: fc.integer({ min: 1, max: weights.reduce((a, b) => a + b, 0) }),
    }),
  );
const members = (mask: number): number[] => [...Array(12).keys()].filter((i) => mask & (1 << i));

describe("coalitions", () => {
  const eec1958 = { quota: 12, weights: [4, 4, 4, 2, 2, 1] };

  it("win if they reach the quota, and block if the others cannot", () => {
    expect(isWinning(eec1958, [0, 1, 2])).toBe(true);
    expect(isWinning(eec1958, [0, 1, 3, 5])).toBe(false);
    expect(isBlocking(eec1958, [0, 1])).toBe(true);
    expect(isBlocking(eec1958, [0])).toBe(false);
    expect(isWinning({ quota: 2 ** 53, weights: [2 ** 53 - 1, 1, 1] }, [1, 2])).toBe(false);
  });

  it("need their critical members", () => {
    expect(critical(eec1958, [5, 2, 1, 0])).toEqual([0, 1, 2]);
    expect(critical(eec1958, [0, 1, 2, 3, 4, 5])).toEqual([]);
    expect(critical(eec1958, [0, 1])).toEqual([]);
  });

  it.each([[[0, 0]], [[6]], [[-1]], [[0.5]]])("refuse members %j", (coalition) => {
    expect(() => isWinning(eec1958, coalition)).toThrow(expect.objectContaining({ code: "coalition/voter" }));
  });
});

describe("minimal winning coalitions", () => {
  it("are exactly those that win and lose with any member less", () => {
    fc.assert(
      fc.property(games, (game) => {
        const expected: string[] = [];
        for (let mask = 1; mask < 2 ** game.weights.length; mask++) {
          const coalition = members(mask);
          if (!isWinning(game, coalition)) continue;
          const spare = coalition.some((out) =>
            isWinning(
              game,
              coalition.filter((i) => i !== out),
            ),
          );
          if (!spare) expected.push(coalition.join());
        }
        const found = minimalWinning(game).map((coalition) => coalition.join());
        expect([...found].sort()).toEqual(expected.sort());
      }),
    );
  });

  it("are the sixteen of Iraq's Council of Representatives in 2010", () => {
    expect(minimalWinning({ quota: 163, weights: [91, 89, 70, 43, 8, 8, 6, 4, 4, 2] }).length).toBe(16);
  });

  it("are told apart where votes go beyond 2⁵³", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(minimalWinning({ quota: 2 ** 53, weights: [most, 1, 1, 0] })).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  it("are refused if there are more than asked for", () => {
    expect(minimalWinning({ quota: 2, weights: [1, 1, 1] }, { most: 3 }).length).toBe(3);
    const game = { quota: 15, weights: new Array(29).fill(1) };
    expect(() => minimalWinning(game, { most: 1000 })).toThrow(
      expect.objectContaining({ code: "coalition/many" }),
    );
  });
});

describe("types of cabinets", () => {
  const house = { quota: 51, weights: [45, 30, 15, 10, 0] };
  it.each([
    [[0, 2], "minimal-winning"],
    [[0, 2, 4], "minimal-winning"],
    [[0, 1, 3], "surplus"],
    [[0], "single-party-minority"],
    [[0, 4], "single-party-minority"],
    [[1, 3], "minority-coalition"],
    [[], "single-party-minority"],
  ] as const)("%j is %s", (cabinet, type) => {
    expect(cabinetType(house, cabinet)).toBe(type);
  });

  it("tell one party with a majority", () => {
    expect(cabinetType({ quota: 51, weights: [60, 40] }, [0])).toBe("single-party-majority");
    expect(cabinetType({ quota: 51, weights: [60, 40] }, [0, 1])).toBe("surplus");
  });
});
