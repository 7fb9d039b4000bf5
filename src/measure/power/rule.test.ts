import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagram } from "./diagram.ts";
import { tallyOn } from "./diagram-counts.ts";
import {
  banzhafAbsolute,
  powerIndices,
  qualifiedMajority,
  type RuleGame,
  satisfies,
  shapleyShubik,
  swings,
  type VotingRule,
  winningCount,
} from "./index.ts";

/** Every coalition that satisfies the rule, by asking the rule. */
function winning({ voters, rule }: RuleGame): number[][] {
  const all = [...Array(voters).keys()];
  const found: number[][] = [];
  for (let mask = 0; mask < 2 ** voters; mask++) {
    const members = all.filter((i) => mask & (1 << i));
    if (satisfies(rule, members)) found.push(members);
  }
  return found;
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** All indices by their definitions, from the list of winning coalitions. */
function byDefinition(game: RuleGame): Record<string, number[]> {
  const n = game.voters;
  const wins = winning(game);
  const listed = new Set(wins.map((members) => members.join()));
  const critical = wins.map((members) =>
    members.filter((i) => !listed.has(members.filter((j) => j !== i).join())),
  );
  const zero = () => new Array<number>(n).fill(0);
  const [turned, swung, places, good, packel, johnston] = [zero(), zero(), zero(), zero(), zero(), zero()];
  wins.forEach((members, k) => {
    const s = members.length;
    const minimal = critical[k].length === s;
    for (const i of critical[k]) {
      swung[i]++;
      turned[i] += (factorial(s - 1) * factorial(n - s)) / factorial(n);
      johnston[i] += 1 / critical[k].length;
    }
    for (const i of members) {
      places[i]++;
      if (minimal) {
        good[i]++;
        packel[i] += 1 / s;
      }
    }
  });
  const shared = (values: number[]) => {
    const total = values.reduce((a, b) => a + b, 0);
    return values.map((value) => value / total);
  };
  const losing = 2 ** n - wins.length;
  return {
    "shapley-shubik": turned,
    banzhaf: shared(swung),
    "banzhaf-absolute": swung.map((count) => count / 2 ** (n - 1)),
    "coleman-prevent": swung.map((count) => count / wins.length),
    "coleman-initiate": swung.map((count) => count / losing),
    "deegan-packel": shared(packel),
    "public-good": shared(good),
    johnston: shared(johnston),
    rae: swung.map((count) => 0.5 + count / 2 ** n),
    "konig-brauninger": places.map((count) => count / wins.length),
    nevison: places.map((count) => count / 2 ** (n - 1)),
    "public-help": shared(places),
  };
}

const VOTERS = 6;
const leaf = fc.oneof(
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: VOTERS, maxLength: VOTERS })
    .filter((weights) => weights.some((weight) => weight > 0))
    .chain((weights) =>
      fc.record({
        weights: fc.constant(weights),
        quota: fc.integer({ min: 1, max: weights.reduce((a, b) => a + b, 0) }),
      }),
    ),
  fc.integer({ min: 1, max: VOTERS }).map((least) => ({ least })),
  fc
    .uniqueArray(fc.integer({ min: 0, max: VOTERS - 1 }), { minLength: 1 })
    .chain((among) => fc.integer({ min: 1, max: among.length }).map((least) => ({ least, among }))),
  fc
    .uniqueArray(fc.integer({ min: 0, max: VOTERS - 1 }), { minLength: 1, maxLength: 2 })
    .map((veto) => ({ veto })),
);
const { rule } = fc.letrec<{ rule: VotingRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.array(tie("rule"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("rule"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
}));

describe("rules of several parts", () => {
  it("give every index its definition", () => {
    fc.assert(
      fc.property(rule, (asked) => {
        const game = { voters: VOTERS, rule: asked };
        const expected = byDefinition(game);
        for (const index of powerIndices) {
          for (const [i, value] of index.of(game).entries()) {
            expect(value, `${index.id} of voter ${i}`).toBeCloseTo(expected[index.id][i], 12);
          }
        }
        expect(winningCount(game)).toBe(winning(game).length);
      }),
      { numRuns: 120 },
    );
  });

  it("say the same of a plain quota as the quota itself", () => {
    const game = { quota: 163, weights: [91, 89, 70, 43, 8, 8, 6, 4, 4, 2] };
    for (const index of powerIndices) {
      const expected = index.of(game);
      // a part that always holds changes nothing
      for (const asked of [
        game,
        { all: [game, { least: 1 }] },
        { all: [game, { least: 1 }, { least: 1 }] },
      ]) {
        for (const [i, value] of index.of({ voters: 10, rule: asked }).entries()) {
          expect(value).toBeCloseTo(expected[i], 14);
        }
      }
    }
  });

  it("count the Council of the European Union on full populations, as computed elsewhere", () => {
    // twenty-eight members, Eurostat 2017: with the clause on blocking minorities eleven coalitions more
    const populations = [
      11351727, 7101859, 10578820, 5748769, 82521653, 1315635, 4784383, 10768193, 46528024, 66989083, 4154213,
      60589445, 854802, 1950116, 2847904, 590667, 9797561, 460297, 17081507, 8772865, 37972964, 10309573,
      19644350, 2065895, 5435343, 5503297, 9995153, 65808573,
    ];
    const council = qualifiedMajority(populations);
    expect(winningCount(council)).toBe(30410250);
    expect(swings(council)[4]).toBe(22811138); // Germany
    expect(shapleyShubik(council)[4]).toBeCloseTo(0.14607988240004613, 14);
    const plain = (council.rule as { any: VotingRule[] }).any[0];
    expect(winningCount({ voters: 28, rule: plain })).toBe(30410239);
  });

  it("round the thresholds of the Council up, and a whole threshold not at all", () => {
    const parts = (populations: number[]) => qualifiedMajority(populations).rule;
    const five = [20, 20, 20, 20, 20];
    expect(parts(five)).toEqual({
      any: [{ all: [{ quota: 65, weights: five }, { least: 3 }] }, { least: 2 }],
    });
    const more = [20, 20, 20, 20, 21];
    expect(parts(more)).toMatchObject({ any: [{ all: [{ quota: 66 }, { least: 3 }] }, { least: 2 }] });
    const twenty = new Array<number>(20).fill(1e15 / 20);
    expect(parts(twenty)).toMatchObject({ any: [{ all: [{ quota: 65e13 }, { least: 11 }] }, { least: 17 }] });
    expect(() => qualifiedMajority([1, 1, 1, 1])).toThrow(
      expect.objectContaining({ code: "council/members" }),
    );
  });

  it("count by sorted halves and by diagram alike", () => {
    const populations = [83, 68, 60, 48, 38, 19, 17, 12, 11, 10, 10, 10, 10, 9, 7, 6];
    const council = qualifiedMajority(populations);
    const tally = tallyOn(diagram(council));
    expect(tally.winning.reduce((a, b) => a + b, 0)).toBe(winningCount(council));
    const rows = populations.map((_, i) =>
      tally.swings.slice(i * 16, i * 16 + 16).reduce((a, b) => a + b, 0),
    );
    expect(rows).toEqual(swings(council));
  });

  it("hold for the federal system of the United States, 537 voters in two houses", () => {
    // representatives 0 … 434, senators 435 … 534, the Vice President 535, the President 536;
    // two thirds of both houses override the President's veto; the Vice President breaks ties in the Senate
    const house = [...Array(435).keys()];
    const senate = Array.from({ length: 100 }, (_, i) => 435 + i);
    const most = (least: number, among: readonly number[]): VotingRule => ({ least, among });
    const congress: RuleGame = {
      voters: 537,
      rule: {
        any: [
          {
            all: [
              most(218, house),
              { any: [most(51, senate), { all: [most(50, senate), { veto: [535] }] }] },
              { veto: [536] },
            ],
          },
          { all: [most(290, house), most(67, senate)] },
        ],
      },
    };
    const coins = banzhafAbsolute(congress);
    // the President decides if both houses pass the bill and not both override: by binomial tails
    const tail = (n: number, least: number) => {
      let term = 2 ** -n;
      let sum = 0;
      for (let k = 0; k <= n; k++) {
        if (k >= least) sum += term;
        term *= (n - k) / (k + 1);
      }
      return sum;
    };
    const tie = tail(100, 50) - tail(100, 51);
    const passed = tail(435, 218) * (tail(100, 51) + tie / 2);
    expect(coins[536]).toBeCloseTo(passed - tail(435, 290) * tail(100, 67), 12);
    expect(coins[535]).toBeCloseTo((tail(435, 218) * tie) / 2, 12);
    const orders = shapleyShubik(congress);
    expect(orders.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 11);
    expect(orders[0]).toBeCloseTo(orders[434], 13);
    expect(orders[536]).toBeGreaterThan(0.15);
  });

  it("is refused by indices that look at every coalition, above 24 voters", () => {
    const many: RuleGame = { voters: 25, rule: { least: 13 } };
    for (const id of ["deegan-packel", "public-good", "johnston"]) {
      const index = powerIndices.find((known) => known.id === id);
      expect(() => index?.of(many)).toThrow(expect.objectContaining({ code: "power/size" }));
    }
  });

  it.each<[RuleGame, string]>([
    [{ voters: 0, rule: { least: 1 } }, "rule/voters"],
    [{ voters: 2, rule: { least: 3 } }, "rule/least"],
    [{ voters: 2, rule: { least: 0 } }, "rule/least"],
    [{ voters: 2, rule: { veto: [] } }, "rule/voter"],
    [{ voters: 2, rule: { veto: [2] } }, "rule/voter"],
    [{ voters: 2, rule: { least: 1, among: [1, 1] } }, "rule/voter"],
    [{ voters: 2, rule: { all: [] } }, "rule/empty"],
    [{ voters: 2, rule: { quota: 1, weights: [1] } }, "rule/weights"],
    [{ voters: 2, rule: { quota: 3, weights: [1, 1] } }, "game/quota"],
    [{ voters: 2, rule: { any: [{ quota: 1, weights: [1, -1] }] } }, "game/weight"],
  ])("refuse %j", (game, code) => {
    for (const index of powerIndices) {
      expect(() => index.of(game)).toThrow(expect.objectContaining({ code }));
    }
  });
});
