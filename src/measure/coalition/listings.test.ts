import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Game, swings } from "../power/index.ts";
import {
  blockers,
  dictator,
  dummies,
  isBlocking,
  isWinning,
  minimalBlocking,
  minimalConnected,
  minimalWinning,
  smallestWinning,
  winning,
  winningWithout,
} from "./index.ts";

const games: fc.Arbitrary<Game> = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 7 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .chain((weights) =>
    fc.record({
      weights: fc.constant(weights),
      quota: fc.integer({ min: 1, max: weights.reduce((a, b) => a + b, 0) }),
    }),
  );

/** All coalitions of a game, as lists of places. */
function all({ weights }: Game): number[][] {
  return Array.from({ length: 2 ** weights.length }, (_, mask) =>
    weights.map((_weight, i) => i).filter((i) => mask & (1 << i)),
  );
}
const without = (coalition: readonly number[], out: number) => coalition.filter((i) => i !== out);
const same = (found: readonly (readonly number[])[], expected: readonly (readonly number[])[]) =>
  expect(found.map(String).sort()).toEqual(expected.map(String).sort());

describe("lists of coalitions", () => {
  it("hold what their definitions say, and nothing else", () => {
    fc.assert(
      fc.property(games, (game) => {
        same(
          winning(game),
          all(game).filter((coalition) => isWinning(game, coalition)),
        );
        same(
          minimalBlocking(game),
          all(game).filter(
            (coalition) =>
              isBlocking(game, coalition) && coalition.every((i) => !isBlocking(game, without(coalition, i))),
          ),
        );
        for (const voter of game.weights.keys()) {
          same(
            winningWithout(game, voter),
            minimalWinning(game).filter((coalition) => !coalition.includes(voter)),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it("name the smallest by parties and by votes", () => {
    const game = { quota: 51, weights: [45, 25, 16, 14] };
    expect(smallestWinning(game, "voters")).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    expect(smallestWinning(game, "votes")).toEqual([[1, 2, 3]]);
  });

  it("show who could govern Iraq in 2010 without the list that won the election", () => {
    const seats = [91, 89, 70, 43, 8, 8, 6, 4, 4, 2];
    const governments = winningWithout({ quota: 163, weights: seats }, 0);
    // State of Law and the Iraqi National Alliance have 159 seats: any partner with four is enough;
    // or State of Law with every list but the Alliance, 164 seats
    const partners = [3, 4, 5, 6, 7, 8];
    same(governments, [...partners.map((partner) => [1, 2, partner]), [1, ...partners, 9]]);
  });

  it("refuse to grow without end", () => {
    expect(() => winning({ quota: 1, weights: new Array(25).fill(1) })).toThrow(
      expect.objectContaining({ code: "coalition/many" }),
    );
  });
});

describe("voters of a special kind", () => {
  it("are what their definitions say", () => {
    fc.assert(
      fc.property(games, (game) => {
        const everybody = game.weights.map((_, i) => i);
        expect(blockers(game)).toEqual(everybody.filter((i) => !isWinning(game, without(everybody, i))));
        expect(dummies(game)).toEqual(everybody.filter((i) => swings(game)[i] === 0));
        const ruler = everybody.find((i) => isWinning(game, [i]) && !isWinning(game, without(everybody, i)));
        expect(dictator(game)).toBe(ruler);
      }),
    );
  });
});

describe("minimal connected winning coalitions", () => {
  it("are the runs of neighbours that lose without either end", () => {
    fc.assert(
      fc.property(
        games,
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 8, maxLength: 8 }),
        (game, scale) => {
          const positions = scale.slice(0, game.weights.length);
          const order = positions
            .map((_, i) => i)
            .filter((i) => game.weights[i] > 0)
            .sort((a, b) => positions[a] - positions[b] || a - b);
          const runs: number[][] = [];
          for (let low = 0; low < order.length; low++) {
            for (let high = low; high < order.length; high++) {
              const run = order.slice(low, high + 1);
              if (
                isWinning(game, run) &&
                !isWinning(game, run.slice(1)) &&
                !isWinning(game, run.slice(0, -1))
              ) {
                runs.push([...run].sort((a, b) => a - b));
              }
            }
          }
          same(minimalConnected(game, positions), runs);
        },
      ),
    );
  });

  it.each([[[1, 2]], [[1, 2, Number.NaN]]])("refuse positions %j", (positions) => {
    expect(() => minimalConnected({ quota: 2, weights: [1, 1, 1] }, positions)).toThrow(
      expect.objectContaining({ code: "coalition/positions" }),
    );
  });
});
