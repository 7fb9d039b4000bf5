import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import { banzhafAbsolute, type Game, type RuleGame, runsFor, sampledPower, shapleyShubik } from "./index.ts";

const council: RuleGame = { voters: 15, rule: { all: [{ veto: [0, 1, 2, 3, 4] }, { least: 9 }] } };
const house: Game = { quota: 163, weights: [91, 89, 70, 43, 8, 8, 6, 4, 4, 2] };
const vast: Game = {
  quota: 2 ** 53 + 2,
  weights: [2 ** 53 - 1, 2 ** 52, 2 ** 52 - 1, 7, 3],
};

describe("sampled power", () => {
  it.each<[string, Game | RuleGame]>([
    ["a rule", council],
    ["a quota", house],
    ["votes beyond 2⁵³", vast],
  ])("comes within four standard errors of the exact index: %s", (_, game) => {
    const runs = 4000;
    for (const [index, exact] of [
      ["shapley-shubik", shapleyShubik] as const,
      ["banzhaf-absolute", banzhafAbsolute] as const,
    ]) {
      const result = sampledPower(game, { index, runs, random: seeded("coins"), seed: "coins" });
      expect(result).toMatchObject({ method: "sampled", runs, seed: "coins" });
      for (const [i, value] of exact(game).entries()) {
        // a voter who is never met in 4000 runs has less than 9/4000, or e⁻⁹ was drawn
        const error = Math.max(4 * Math.sqrt((value * (1 - value)) / runs), value < 9 / runs ? 9 / runs : 0);
        expect(Math.abs(result.value[i] - value)).toBeLessThanOrEqual(error);
      }
    }
  });

  it("is the same from the same seed", () => {
    const draw = () =>
      sampledPower(house, { index: "shapley-shubik", runs: 50, random: seeded("again") }).value;
    expect(draw()).toEqual(draw());
  });

  it("says how many runs an error asks for", () => {
    expect(runsFor(190, 0.001)).toBe(Math.ceil(Math.log(38000) / 2e-6));
    expect(() => runsFor(10, 0)).toThrow(expect.objectContaining({ code: "sampled/error" }));
  });

  it.each([0, 1.5, Number.NaN])("refuses %d runs", (runs) => {
    expect(() => sampledPower(house, { index: "shapley-shubik", runs, random: seeded("x") })).toThrow(
      expect.objectContaining({ code: "sampled/runs" }),
    );
  });
});
