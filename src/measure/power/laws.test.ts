import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Game, powerIndices } from "./index.ts";

/** Small games with dummies, twins, dictators and blockers among them. */
const games: fc.Arbitrary<Game> = fc
  .array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 7 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .chain((weights) =>
    fc.record({
      weights: fc.constant(weights),
      quota: fc.integer({ min: 1, max: weights.reduce((a, b) => a + b, 0) }),
    }),
  );

/** Whether no winning coalition needs the voter. */
function isNeverNeeded({ quota, weights }: Game, voter: number): boolean {
  for (let mask = 0; mask < 2 ** weights.length; mask++) {
    if (!(mask & (1 << voter))) continue;
    const votes = weights.reduce((sum, weight, i) => (mask & (1 << i) ? sum + weight : sum), 0);
    if (votes >= quota && votes - weights[voter] < quota) return false;
  }
  return true;
}

describe.each(powerIndices.map((index) => [index.name, index] as const))("%s", (_, index) => {
  it("lies between 0 and 1 and sums to 1 where it says so", () => {
    fc.assert(
      fc.property(games, (game) => {
        const values = index.of(game);
        expect(values.length).toBe(game.weights.length);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        if (index.sumsToOne) expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 60 },
    );
  });

  it("is told apart from those that do not sum to 1", () => {
    const values = index.of({ quota: 5, weights: [3, 2, 2, 1] });
    const sum = values.reduce((a, b) => a + b, 0);
    expect(Math.abs(sum - 1) < 1e-12).toBe(index.sumsToOne);
  });

  it("follows the voters when they are named in another order", () => {
    fc.assert(
      fc.property(games, (game) => {
        const values = index.of(game);
        const turned = index.of({ quota: game.quota, weights: [...game.weights].reverse() });
        for (const [i, value] of [...turned].reverse().entries()) expect(value).toBeCloseTo(values[i], 12);
      }),
      { numRuns: 40 },
    );
  });

  it("is the same if all votes and the quota are multiplied", () => {
    fc.assert(
      fc.property(games, fc.integer({ min: 2, max: 9 }), (game, factor) => {
        const scaled = { quota: game.quota * factor, weights: game.weights.map((weight) => weight * factor) };
        expect(index.of(scaled)).toEqual(index.of(game));
      }),
      { numRuns: 40 },
    );
  });

  it("gives a dummy nothing, or says why not", () => {
    if (index.dummiesGet !== undefined) {
      expect(index.dummiesGet.length).toBeGreaterThan(20);
      return;
    }
    fc.assert(
      fc.property(games, (game) => {
        const values = index.of(game);
        for (const [i, value] of values.entries()) if (isNeverNeeded(game, i)) expect(value).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("names a source and says how the numbers were made", () => {
    expect(index.sources.length).toBeGreaterThan(0);
    const result = index.result({ quota: 3, weights: [2, 1, 1] });
    expect(result.method).toBe("exact");
    expect(result.value).toEqual(index.of({ quota: 3, weights: [2, 1, 1] }));
  });

  it.each([
    [{ quota: 0, weights: [1] }, "game/quota"],
    [{ quota: 1, weights: [0.5, 1] }, "game/weight"],
  ] as const)("refuses %j", (game, code) => {
    expect(() => index.of(game)).toThrow(expect.objectContaining({ code }));
  });
});
