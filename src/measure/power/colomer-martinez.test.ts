import { describe, expect, it } from "vitest";
import { colomerMartinez, type Game, johnstonColomerMartinez } from "./index.ts";

describe("indices that share by votes", () => {
  const game: Game = { quota: 4, weights: [3, 2, 1] };

  it("divide minimal winning coalitions by votes", () => {
    // {3, 2} gives 3/5 and 2/5, {3, 1} gives 3/4 and 1/4; both count half
    const expected = [(3 / 5 + 3 / 4) / 2, 1 / 5, 1 / 8];
    for (const [i, value] of colomerMartinez(game).entries()) expect(value).toBeCloseTo(expected[i], 15);
  });

  it("divide vulnerable coalitions by the votes of those who could bring them down", () => {
    // besides those two, {3, 2, 1} hangs on the first voter alone
    const expected = [(3 / 5 + 3 / 4 + 1) / 3, 2 / 15, 1 / 12];
    for (const [i, value] of johnstonColomerMartinez(game).entries()) {
      expect(value).toBeCloseTo(expected[i], 15);
    }
  });

  it("refuse more voters than can be looked at one by one", () => {
    const many = { quota: 13, weights: new Array(25).fill(1) };
    for (const index of [colomerMartinez, johnstonColomerMartinez]) {
      expect(() => index(many)).toThrow(expect.objectContaining({ code: "power/size" }));
    }
  });
});
