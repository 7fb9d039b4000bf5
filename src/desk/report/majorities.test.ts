import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { majoritiesOf, votes } from "./majorities.ts";
import type { Unit } from "./seats.ts";

const units = (weights: readonly number[]): readonly Unit[] =>
  weights.map((seats, i) => ({ id: `u${i}`, name: `U${i}`, seats, parties: [i] }));

describe("majorities", () => {
  it("tells the smallest, the tightest, and who can be spared", () => {
    const found = majoritiesOf({ quota: 51, weights: [50, 30, 20] }, units([50, 30, 20]));
    expect(found?.coalitions).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(found?.tightest).toEqual([0, 2]);
    expect(found?.dispensable).toEqual([false, true, true]);
    expect(found?.member).toEqual([2, 1, 1]);
  });

  it("agrees with trying all coalitions", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }), (weights) => {
        const game = { quota: Math.floor(weights.reduce((a, b) => a + b, 0) / 2) + 1, weights };
        const found = majoritiesOf(game, units(weights));
        let minimal = 0;
        for (let set = 1; set < 1 << weights.length; set++) {
          const members = weights.map((_, i) => i).filter((i) => (set >> i) & 1);
          const sum = votes(game, members);
          if (sum >= game.quota && members.every((i) => sum - weights[i] < game.quota)) minimal += 1;
        }
        expect(found?.coalitions.length).toBe(minimal);
      }),
    );
  });
});
