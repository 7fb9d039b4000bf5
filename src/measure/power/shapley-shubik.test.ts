import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapleyShubik, shapleyShubikInto } from "./index.ts";

/** The definition, letter by letter: who turns the order, over all n! orders. */
function byOrders(quota: number, weights: readonly number[]): number[] {
  const pivots = weights.map(() => 0);
  const walk = (rest: readonly number[], votes: number): number => {
    if (rest.length === 0) return 1;
    let orders = 0;
    for (const i of rest) {
      const below = walk(
        rest.filter((j) => j !== i),
        votes + weights[i],
      );
      if (votes < quota && votes + weights[i] >= quota) pivots[i] += below;
      orders += below;
    }
    return orders;
  };
  const orders = walk(
    weights.map((_, i) => i),
    0,
  );
  return pivots.map((count) => count / orders);
}

describe("the Shapley–Shubik index", () => {
  it.each([
    ["three parties", 6, [4, 3, 2], [2 / 3, 1 / 6, 1 / 6]],
    ["50, 49, 1", 51, [50, 49, 1], [2 / 3, 1 / 6, 1 / 6]],
    [
      "Iraq's Council of Representatives, 2010",
      163,
      [91, 89, 70, 43, 8, 8, 6, 4, 4, 2],
      [67 / 210, 14 / 45, 17 / 60, ...Array.from({ length: 6 }, () => 17 / 1260), 1 / 180],
    ],
    [
      "the UN Security Council",
      39,
      [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      [...Array.from({ length: 5 }, () => 421 / 2145), ...Array.from({ length: 10 }, () => 4 / 2145)],
    ],
  ] as const)("is as published: %s", (_, quota, weights, expected) => {
    expect(shapleyShubik({ quota, weights })).toEqual(expected);
  });

  it("counts the orders that each voter turns", () => {
    const games = fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
      .filter((weights) => weights.some((weight) => weight > 0))
      .chain((weights) =>
        fc.record({
          weights: fc.constant(weights),
          quota: fc.integer({ min: 1, max: weights.reduce((a, b) => a + b, 0) }),
        }),
      );
    fc.assert(
      fc.property(games, (game) => {
        const expected = byOrders(game.quota, game.weights);
        for (const [i, x] of shapleyShubik(game).entries()) expect(x).toBeCloseTo(expected[i], 15);
      }),
      { numRuns: 150 },
    );
  });

  it("says the same by halves and by votes", () => {
    // 20 voters go by halves, 21 by votes; a dummy more must change nothing
    const weights = [9, 3, 11, 6, 55, 9, 7, 3, 3, 29, 16, 4, 4, 20, 11, 6, 6, 8, 8, 4];
    for (const quota of [1, 30, 112, 180, 222]) {
      const few = shapleyShubik({ quota, weights });
      const more = shapleyShubik({ quota, weights: [...weights, 0] });
      for (const [i, x] of few.entries()) expect(more[i]).toBeCloseTo(x, 14);
      expect(more[20]).toBe(0);
    }
  });

  it("writes only the voters it is asked for", () => {
    const out = new Float64Array(5).fill(7);
    shapleyShubikInto(2, Int32Array.of(1, 1, 1, 9, 9), 3, out);
    expect([...out]).toEqual([1 / 3, 1 / 3, 1 / 3, 7, 7]);
  });

  it.each([
    [{ quota: 0, weights: [1, 2] }, "game/quota"],
    [{ quota: 4, weights: [1, 2] }, "game/quota"],
    [{ quota: 1.5, weights: [1, 2] }, "game/quota"],
    [{ quota: Number.NaN, weights: [1, 2] }, "game/quota"],
    [{ quota: 1, weights: [] }, "game/weight"],
    [{ quota: 1, weights: [0, 0] }, "game/weight"],
    [{ quota: 1, weights: [1, -1] }, "game/weight"],
    [{ quota: 1, weights: [1, 0.5] }, "game/weight"],
    [{ quota: 1, weights: [1, Number.NaN] }, "game/weight"],
    [{ quota: 1, weights: [1, Number.POSITIVE_INFINITY] }, "game/weight"],
    [{ quota: 1, weights: [2 ** 53, 1] }, "game/weight"],
  ] as const)("refuses %j", (game, code) => {
    expect(() => shapleyShubik(game)).toThrow(expect.objectContaining({ code }));
  });
});
