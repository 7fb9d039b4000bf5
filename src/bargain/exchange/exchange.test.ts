import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import {
  type BargainingProblem,
  compromiseMean,
  exchangeModel,
  exchangeModelWith,
  exchangeRound,
  exchangeZone,
  marketOf,
  nextPositions,
  outcomeOf,
  playExchange,
} from "../index.ts";

const luck = seeded("none needed");
const stake = (id: string, position: number, salience: number, capability = 1) => ({
  id,
  position,
  salience,
  capability,
});
const issue = (name: string, ...actors: BargainingProblem["actors"]): BargainingProblem => ({
  issue: name,
  actors,
  range: [0, 100],
});

// Two actors, two issues: figures asserted in the tests of the decide program, tests/test_rex.py
const two = [
  issue("one", stake("a", 0, 0.1), stake("b", 100, 0.6)),
  issue("two", stake("a", 0, 0.9), stake("b", 100, 0.5)),
];

describe("an exchange between two actors on two issues", () => {
  const market = marketOf(two);
  const [exchange] = exchangeRound(market).candidates;

  it("starts from the means by salience and power", () => {
    expect(outcomeOf(market, 0)).toBeCloseTo(85.71428571428571, 12);
    expect(outcomeOf(market, 1)).toBeCloseTo(35.714285714285715, 12);
  });

  it("has each supply what it cares relatively less for", () => {
    expect([market.actors[exchange.i.actor], market.issues[exchange.i.supply]]).toEqual(["b", "two"]);
    expect([market.actors[exchange.j.actor], market.issues[exchange.j.supply]]).toEqual(["a", "one"]);
  });

  it("has a zone whose ends are the program's", () => {
    const { loss, gain, most } = exchangeZone(market, exchange);
    expect(100 * loss.j).toBeCloseTo(142.85714285714286, 9);
    expect(100 * gain.i).toBeCloseTo(857.1428571428571, 9);
    expect(100 * loss.i).toBeCloseTo(1785.7142857142858, 9);
    expect(100 * gain.j).toBeCloseTo(3214.285714285714, 9);
    expect(100 * most.i).toBeCloseTo(777.7777777777778, 9);
    expect(100 * most.j).toBeCloseTo(1400, 9);
  });

  it("gives both the same gain, worked out by hand", () => {
    // a moves all 100 on "one": the outcome shifts 100/7; b's shift y on "two" solves
    // 0.6 × 100/7 − 0.5 y = 0.9 y − 0.1 × 100/7, so y = 0.7 × (100/7) / 1.4 = 50/7
    const gain = 0.6 * (100 / 7) - 0.5 * (50 / 7);
    expect(exchange.gain).toBeCloseTo(gain, 12);
    expect(exchange.j.vote).toBe(100);
    expect(exchange.i.vote).toBeCloseTo(100 - (50 / 7) * (1.4 / 0.5), 12);
  });
});

const markets: fc.Arbitrary<BargainingProblem[]> = fc
  .record({
    issues: fc.integer({ min: 2, max: 4 }),
    actors: fc.integer({ min: 2, max: 6 }),
    seed: fc.string(),
  })
  .map(({ issues, actors, seed }) => {
    const draw = seeded(seed);
    return Array.from({ length: issues }, (_, d) =>
      issue(
        `issue-${d}`,
        ...Array.from({ length: actors }, (__, a) =>
          stake(`actor-${a}`, draw.integer(101), 0.05 + 0.9 * draw.uniform(), 1 + draw.integer(9)),
        ),
      ),
    );
  });

describe("a round of exchanges", () => {
  it("gives both sides of each the same gain, on the right side of the other", () => {
    fc.assert(
      fc.property(markets, (problems) => {
        const market = marketOf(problems);
        const n = market.actors.length;
        for (const { i, j, gain, valid } of exchangeRound(market).candidates) {
          if (!valid) continue;
          const shift = (side: typeof i): number =>
            (Math.abs(side.vote - side.start) * market.weight[side.supply * n + side.actor]) /
            market.total[side.supply];
          const salience = (side: typeof i, d: number): number => market.salience[d * n + side.actor];
          const gainI = salience(i, i.demand) * shift(j) - salience(i, i.supply) * shift(i);
          const gainJ = salience(j, j.demand) * shift(i) - salience(j, j.supply) * shift(j);
          expect(gainI).toBeCloseTo(gain, 9);
          expect(gainJ).toBeCloseTo(gain, 9);
          for (const side of [i, j]) {
            const [low, high] = [Math.min(side.start, side.toward), Math.max(side.start, side.toward)];
            expect(side.vote).toBeGreaterThanOrEqual(low - 1e-9);
            expect(side.vote).toBeLessThanOrEqual(high + 1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("makes the highest gain first, and each exchange once", () => {
    fc.assert(
      fc.property(markets, (problems) => {
        const { candidates, realised } = exchangeRound(marketOf(problems));
        const most = Math.max(0, ...candidates.filter(({ valid }) => valid).map(({ gain }) => gain));
        expect(realised[0]?.gain ?? 0).toBeGreaterThanOrEqual(most - 1e-9);
        expect(new Set(realised.map(({ order }) => order)).size).toBe(realised.length);
      }),
      { numRuns: 60 },
    );
  });

  it("pairs only actors on opposite sides of both outcomes", () => {
    fc.assert(
      fc.property(markets, (problems) => {
        const market = marketOf(problems);
        const n = market.actors.length;
        for (const { i, j } of exchangeRound(market).candidates) {
          for (const d of [i.supply, j.supply]) {
            const outcome = outcomeOf(market, d);
            const isLeft = (a: number): boolean => market.position[d * n + a] <= outcome;
            expect(isLeft(i.actor)).not.toBe(isLeft(j.actor));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("breaks ties by the order of candidates, or as it is told", () => {
    // four alike pairs: every first exchange gains the same
    const sides = (name: string, care: (id: string) => number) =>
      issue(name, ...["a", "b", "c", "d"].map((id, k) => stake(id, k < 2 ? 0 : 100, care(id))));
    const problems = [
      sides("one", (id) => (id < "c" ? 0.2 : 0.8)),
      sides("two", (id) => (id < "c" ? 0.8 : 0.2)),
    ];
    const market = marketOf(problems);
    const first = exchangeRound(market);
    expect(first.ties).toBeGreaterThan(0);
    expect(first.realised[0].order).toBe(0);
    const last = exchangeRound(market, { tie: (tied) => tied[tied.length - 1] });
    expect(last.realised[0].order).toBe(3);
  });

  it("leaves an actor without a stake in an issue out of it", () => {
    const problems = [two[0], issue("two", stake("a", 0, 0.9), stake("b", 100, 0.5), stake("c", 40, 0))];
    expect(exchangeRound(marketOf(problems)).outcomes).toEqual(exchangeRound(marketOf(two)).outcomes);
  });
});

describe("the exchange model", () => {
  it("has nothing to exchange on one issue: the compromise mean", () => {
    expect(exchangeModel.settle(two[0], luck).position).toBeCloseTo(
      compromiseMean.settle(two[0], luck).position,
      12,
    );
  });

  it("settles issues together, and tells each exchange to both issues it moved", () => {
    const [one, other] = exchangeModel.settleTogether!(two, luck);
    expect(one.position).toBeCloseTo(100, 9);
    expect(one.account.rounds[0].challenges).toEqual(other.account.rounds[0].challenges);
    expect(one.account.rounds[0].challenges[0]).toMatchObject({ by: "b", of: "a", kind: "exchange" });
    expect(one.account.figures["before exchange"]).toBeCloseTo(600 / 7, 9);
  });

  it("starts the next round part of the way, by hand", () => {
    const market = marketOf(two);
    const round = exchangeRound(market);
    const next = nextPositions(market, round);
    // a, salience 0.1, voted 100 on "one" from 0: 0.9 × 0.4 of the way, and a tenth
    expect(next[0]).toBeCloseTo(46, 12);
    expect(playExchange(market, { rounds: 3 })).toHaveLength(3);
    expect(exchangeModelWith({ rounds: 3 }).settleTogether!(two, luck)[0].account.rounds).toHaveLength(3);
  });

  it.each([
    ["two issues of one name", [two[0], two[0]]],
    ["an issue without a name", [two[0], { ...two[1], issue: undefined }]],
  ])("refuses %s", (_what, problems) => {
    expect(() => marketOf(problems)).toThrow(expect.objectContaining({ code: "bargain/issue" }));
  });
});
