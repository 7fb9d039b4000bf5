import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Game, leastCore, nucleolus, nucleolusOf, shapleyValue } from "./index.ts";

const games: fc.Arbitrary<Game> = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 5 })
  .chain((weights) => {
    const total = weights.reduce((a, b) => a + b, 0);
    return fc.record({
      weights: fc.constant(weights),
      quota: fc.integer({ min: Math.floor(total / 2) + 1, max: total }),
    });
  });

/** Excesses of all coalitions but the empty and the grand one, the largest first. */
function excesses({ quota, weights }: Game, shares: readonly number[]): number[] {
  const found: number[] = [];
  for (let mask = 1; mask < 2 ** weights.length - 1; mask++) {
    const members = weights.map((_, i) => i).filter((i) => mask & (1 << i));
    const votes = members.reduce((sum, i) => sum + weights[i], 0);
    found.push((votes >= quota ? 1 : 0) - members.reduce((sum, i) => sum + shares[i], 0));
  }
  return found.sort((a, b) => b - a);
}

/** Whether the first list is no worse than the second: smaller where they first differ. */
function noWorse(a: readonly number[], b: readonly number[]): boolean {
  for (const [k, value] of a.entries()) {
    if (value < b[k] - 1e-7) return true;
    if (value > b[k] + 1e-7) return false;
  }
  return true;
}

describe("the nucleolus", () => {
  it("is as published: Ferguson's notes", async () => {
    const payoffs = await nucleolusOf([0, -1, 0, 3, 1, 4, 2, 5]);
    for (const [i, value] of [8 / 3, 2 / 3, 5 / 3].entries()) expect(payoffs[i]).toBeCloseTo(value, 9);
  });

  it.each<[string, Game, number[]]>([
    ["three equal voters", { quota: 2, weights: [1, 1, 1] }, [1 / 3, 1 / 3, 1 / 3]],
    ["a blocker gets all", { quota: 3, weights: [2, 1, 1] }, [1, 0, 0]],
    ["two blockers share", { quota: 5, weights: [2, 2, 1, 1] }, [0.5, 0.5, 0, 0]],
    ["a dictator gets all", { quota: 3, weights: [4, 1, 1] }, [1, 0, 0]],
    ["a dummy gets nothing", { quota: 12, weights: [4, 4, 4, 2, 2, 1] }, [0.25, 0.25, 0.25, 0.125, 0.125, 0]],
    ["an apex game", { quota: 4, weights: [3, 1, 1, 1, 1] }, [3 / 7, 1 / 7, 1 / 7, 1 / 7, 1 / 7]],
    ["by hand: 4, 3, 2, 1 with 6 needed", { quota: 6, weights: [4, 3, 2, 1] }, [1 / 3, 1 / 3, 1 / 3, 0]],
  ])("is known: %s", async (_, game, expected) => {
    for (const [i, share] of (await nucleolus(game)).entries()) expect(share).toBeCloseTo(expected[i], 8);
  });

  it("leaves no coalition a complaint that another division would settle better", async () => {
    await fc.assert(
      fc.asyncProperty(
        games,
        // on a grid so coarse that no two divisions differ by less than is told apart
        fc.infiniteStream(fc.integer({ min: 0, max: 100 })),
        async (game, chance) => {
          const shares = await nucleolus(game);
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
          const ours = excesses(game, shares);
          for (let trial = 0; trial < 30; trial++) {
            // another division: anywhere, or a little beside ours
            const drawn = game.weights.map(() => Number(chance.next().value));
            if (drawn.every((part) => part === 0)) continue;
            const total = drawn.reduce((a, b) => a + b, 0);
            const step = trial % 2 === 0 ? 1 : 0.01;
            const other = shares.map((share, i) => (1 - step) * share + (step * drawn[i]) / total);
            expect(noWorse(ours, excesses(game, other))).toBe(true);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it.each<[string, number[], string]>([
    ["worths that are not 2ⁿ", [0, 1, 2], "worths/length"],
    ["a worth of nobody", [1, 1], "worths/value"],
    ["no number", [0, Number.NaN], "worths/value"],
    ["voters better off alone", [0, 3, 3, 5], "worths/shares"],
  ])("refuses %s", async (_, worths, code) => {
    await expect(nucleolusOf(worths)).rejects.toThrow(expect.objectContaining({ code }));
  });

  it("refuses games with too many kinds of coalitions", async () => {
    const weights = Array.from({ length: 15 }, (_, i) => i + 1);
    await expect(nucleolus({ quota: 61, weights })).rejects.toThrow(
      expect.objectContaining({ code: "power/size" }),
    );
  });
});

describe("the least core", () => {
  it("treats the worst treated winning coalition as well as the nucleolus does", async () => {
    await fc.assert(
      fc.asyncProperty(games, async (game) => {
        const { epsilon, shares } = await leastCore(game);
        const worst = Math.max(0, excesses(game, shares)[0] ?? 0);
        expect(worst).toBeLessThanOrEqual(epsilon + 1e-8);
        expect(Math.max(0, excesses(game, await nucleolus(game))[0] ?? 0)).toBeCloseTo(epsilon, 7);
      }),
      { numRuns: 15 },
    );
  });

  it("is the core where someone can block, and a third short of all for three equal voters", async () => {
    expect((await leastCore({ quota: 3, weights: [2, 1, 1] })).epsilon).toBeCloseTo(0, 9);
    expect((await leastCore({ quota: 2, weights: [1, 1, 1] })).epsilon).toBeCloseTo(1 / 3, 9);
  });
});

describe("the Shapley value", () => {
  it("is as published", () => {
    expect(shapleyValue([0, 2, 4, 18, 5, 14, 9, 24])).toEqual([9.5, 8, 6.5]);
  });
});
