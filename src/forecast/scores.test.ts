import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../base/index.ts";
import { reliability } from "./reliability.ts";
import { brierScore, decompose, type Judged, logScore, scorecard } from "./scores.ts";

const forecasts = fc.array(
  fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome: fc.boolean() }),
  { minLength: 1, maxLength: 60 },
);
const times = (count: number, probability: number, outcome: boolean): readonly Judged[] =>
  Array.from({ length: count }, () => ({ probability, outcome }));

describe("the scores of a probability", () => {
  it("are proper: nobody gains by saying other than he believes", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (belief, said) => {
          for (const score of [brierScore, logScore]) {
            const expected = (p: number): number => belief * score(p, true) + (1 - belief) * score(p, false);
            expect(expected(belief)).toBeLessThanOrEqual(expected(said) + 1e-12);
          }
        },
      ),
      { seed: 7 },
    );
  });

  it("make a card: Brier and log by hand, certainties taken as 99 in a hundred for the log", () => {
    const card = scorecard("hand", [...times(1, 0.8, true), ...times(1, 1, false)]);
    expect(card.brier).toBeCloseTo((0.04 + 1) / 2, 12);
    expect(card.log).toBeCloseTo((-Math.log(0.8) - Math.log(0.01)) / 2, 12);
    expect(card.skill).toBeCloseTo(1 - 0.52 / 0.25, 12);
  });
});

describe("the decomposition of the Brier score", () => {
  it("is Murphy's, on twelve forecasts worked by hand", () => {
    // 0.1 four times with one yes, 0.5 four times with two, 0.9 four times with four: base rate 7/12
    const judged = [
      ...times(1, 0.1, true),
      ...times(3, 0.1, false),
      ...times(2, 0.5, true),
      ...times(2, 0.5, false),
      ...times(4, 0.9, true),
    ];
    const parts = decompose(judged);
    expect(parts.reliability).toBeCloseTo((4 * 0.15 ** 2 + 0 + 4 * 0.1 ** 2) / 12, 12);
    const base = 7 / 12;
    expect(parts.resolution).toBeCloseTo(((0.25 - base) ** 2 + (0.5 - base) ** 2 + (1 - base) ** 2) / 3, 12);
    expect(parts.uncertainty).toBeCloseTo(base * (1 - base), 12);
    expect(parts.brier).toBeCloseTo((0.81 + 3 * 0.01 + 4 * 0.25 + 4 * 0.01) / 12, 12);
    expect(parts.within).toBeCloseTo(0, 12);
  });

  it("adds up to the score for any forecasts and bins, with what lies within bins", () => {
    fc.assert(
      fc.property(forecasts, fc.integer({ min: 1, max: 12 }), (judged, bins) => {
        const { brier, reliability: rel, resolution, uncertainty, within } = decompose(judged, bins);
        expect(rel - resolution + uncertainty + within).toBeCloseTo(brier, 10);
      }),
      { seed: 7 },
    );
  });
});

describe("consistency bars", () => {
  /** The exact central span of a binomial share, letter by letter. */
  function exact(n: number, p: number, level: number): readonly [number, number] {
    const chances = Array.from({ length: n + 1 }, (_, k) => {
      let ways = 1;
      for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
      return ways * p ** k * (1 - p) ** (n - k);
    });
    const at = (part: number): number => {
      const upTo = (k: number): number => chances.slice(0, k + 1).reduce((sum, chance) => sum + chance, 0);
      return chances.findIndex((_, k) => upTo(k) >= part - 1e-12) / n;
    };
    return [at((1 - level) / 2), at((1 + level) / 2)];
  }

  it.each([
    [20, 0.3],
    [50, 0.1],
    [200, 0.5],
  ])("are those of the binomial for %i equal forecasts of %d, but for one step of sampling", (n, p) => {
    const judged = times(n, p, true);
    const [bin] = reliability(judged, { bins: 1, level: 0.9, random: seeded("bars") });
    const [low, high] = exact(n, p, 0.9);
    expect(Math.abs((bin.consistent?.[0] ?? 9) - low)).toBeLessThanOrEqual(1 / n + 1e-12);
    expect(Math.abs((bin.consistent?.[1] ?? 9) - high)).toBeLessThanOrEqual(1 / n + 1e-12);
  });

  it("hold the frequencies of right forecasts about as often as they say", () => {
    let inside = 0;
    let bars = 0;
    for (let world = 0; world < 60; world++) {
      const random = seeded(`world ${world}`);
      const judged = Array.from({ length: 80 }, (_, k): Judged => {
        const probability = random.fork(k).uniform();
        return { probability, outcome: random.fork(k).fork("o").uniform() < probability };
      });
      for (const bin of reliability(judged, { bins: 5, level: 0.9, random: random.fork("bars") })) {
        if (bin.consistent === undefined) continue;
        bars += 1;
        if (bin.frequency >= bin.consistent[0] && bin.frequency <= bin.consistent[1]) inside += 1;
      }
    }
    // a bar of a discrete share holds at least its level; four standard errors of a share of 300
    expect(inside / bars).toBeGreaterThan(0.9 - 4 * Math.sqrt((0.9 * 0.1) / bars));
  });

  it("are absent where there is no forecast", () => {
    const bins = reliability(times(5, 0.95, true), { bins: 2, level: 0.9, random: seeded("one") });
    expect(bins.map(({ count, consistent }) => [count, consistent === undefined])).toEqual([
      [0, true],
      [5, false],
    ]);
  });
});
