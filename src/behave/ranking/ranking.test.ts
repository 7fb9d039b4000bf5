import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import { fading } from "./counters.ts";
import { daysOf, scoreRanking } from "./evaluate.ts";
import { homes } from "./home.ts";
import { keyed } from "./keyed.ts";
import { type DayOfEvents, ranker } from "./ranker.ts";
import { rankingStatistics } from "./statistics.ts";

describe("counters that fade", () => {
  it("hold the sum over past events of 2^(−age / half-life)", () => {
    const made = keyed([fading(3, 100), fading(14, 100)]);
    const luck = seeded("counters");
    const past: { key: number; day: number }[] = [];
    for (let day = 0; day < 60; day++) {
      const key = luck.integer(4);
      made.record(key, day);
      past.push({ key, day });
      const entry = made.find(key);
      for (const [k, halfLife] of [3, 14].entries()) {
        const sum = past
          .filter((p) => p.key === key)
          .reduce((s, p) => s + 2 ** (-(day + 5 - p.day) / halfLife), 0);
        expect(made.faded(entry, k, day + 5)).toBeCloseTo(sum, 5);
      }
      expect(made.total(entry)).toBe(past.filter((p) => p.key === key).length);
    }
    expect(made.find(99)).toBe(-1);
  });
});

describe("homes", () => {
  it("are read from names, and for the unnamed learned from their company", () => {
    const names = ["Citizen_(Nigeria)", "Nigeria", "Boko_Haram", "Police_(Chad)", "Chad"];
    const made = homes(5, names);
    expect(made.country(0)).toBe(made.country(1));
    expect(made.country(3)).toBe(made.country(4));
    expect(made.country(0)).not.toBe(made.country(3));
    expect(made.sector(0)).not.toBe(made.sector(3));
    expect(made.country(2)).toBe(0);
    made.met(2, 3);
    made.met(2, 0);
    made.met(2, 0);
    expect(made.country(2)).toBe(made.country(0));
  });
});

/** A world in which each actor has a favourite target by type; now and then it errs. */
function stream(days: number, seed: string): DayOfEvents[] {
  const luck = seeded(seed);
  return Array.from({ length: days }, (_, day) => {
    const source: number[] = [];
    const type: number[] = [];
    const target: number[] = [];
    for (let e = 0; e < 6; e++) {
      const s = luck.integer(12);
      const r = luck.integer(2);
      source.push(s);
      type.push(r);
      target.push(luck.uniform() < 0.8 ? (s + 1 + 3 * r) % 12 : luck.integer(12));
    }
    return { day, source, type, target };
  });
}

describe("the ranker", () => {
  it("learns whom everybody favours, and says why", () => {
    const made = ranker({ actors: 12, types: 2, days: 200 });
    const days = stream(160, "favourites");
    scoreRanking(made, days.slice(0, 120), true);
    const score = scoreRanking(made, days.slice(120), false);
    expect(score.questions).toBe(40 * 6 * 2);
    // A favourite comes four times in five; the rest cannot be known. Backward, senders are as sure.
    expect(score.mrr).toBeGreaterThan(0.75);
    expect(score.hits1).toBeLessThan(0.95);
    const [first, second] = made.rank({ actor: 3, type: 1, asks: "target" }, 160);
    expect(first.actor).toBe(7);
    expect(first.probability).toBeGreaterThan(3 * second.probability);
    expect(rankingStatistics).toContain(first.because[0].statistic);
  });

  it("uses nothing of the day it is asked about: another day's end leaves the answers as they were", () => {
    const run = (last: DayOfEvents): number[] => {
      const made = ranker({ actors: 12, types: 2, days: 200 });
      const days = stream(60, "blind");
      scoreRanking(made, days, true);
      const ranks: number[] = [];
      made.take(last, {
        learn: false,
        asked: ({ rank, question }) => question.actor === 3 && question.asks === "target" && ranks.push(rank),
      });
      return ranks;
    };
    const one = run({ day: 60, source: [3], type: [0], target: [4] });
    const other = run({ day: 60, source: [5, 7, 3], type: [1, 1, 0], target: [4, 9, 4] });
    expect(other).toEqual(one);
  });

  it("learns from a day only after all of it was asked: what is learned does not change the day's answers", () => {
    const answers = (learn: boolean): string[] => {
      const made = ranker({ actors: 12, types: 2, days: 200 });
      scoreRanking(made, stream(40, "learning"), true);
      const said: string[] = [];
      const last = { day: 40, source: [3, 3, 3], type: [0, 0, 1], target: [4, 5, 4] };
      made.take(last, { learn, asked: ({ rank, probability }) => said.push(`${rank} ${probability}`) });
      return said;
    };
    expect(answers(true)).toEqual(answers(false));
  });

  it("leaves other right answers of the day out, and gives ties and strangers their mean rank", () => {
    const made = ranker({ actors: 10, types: 1, days: 10 });
    const ranks: number[] = [];
    const asked = ({ rank, question }: { rank: number; question: { asks: string } }): void => {
      if (question.asks === "target") ranks.push(rank);
    };
    // Nothing is known: ten actors, one of them another right answer: mean of places 1 … 9.
    made.take({ day: 0, source: [0, 0], type: [0, 0], target: [1, 2] }, { learn: false, asked });
    expect(ranks).toEqual([5, 5]);
    ranks.length = 0;
    // Without weights all candidates are level; 1 and 2 have been met, 0 is popular backward only.
    made.take({ day: 1, source: [0], type: [0], target: [2] }, { learn: false, asked });
    expect(ranks).toEqual([1.5]);
  });

  it("gives probabilities that sum to 1 over the candidates", () => {
    const made = ranker({ actors: 12, types: 2, days: 200 });
    scoreRanking(made, stream(80, "sums"), true);
    const all = made.rank({ actor: 2, type: 0, asks: "source" }, 80, 1000);
    expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    for (let k = 1; k < all.length; k++)
      expect(all[k].probability).toBeLessThanOrEqual(all[k - 1].probability);
  });

  it("knows nothing before the first day, and refuses a stream without actors", () => {
    expect(ranker({ actors: 3, types: 1, days: 5 }).rank({ actor: 0, type: 0, asks: "target" }, 0)).toEqual(
      [],
    );
    expect(() => ranker({ actors: 0, types: 1, days: 5 })).toThrow(/at least one actor/);
  });
});

describe("days", () => {
  it("are cut from columns in order", () => {
    const days = daysOf({ day: [2, 1, 2], source: [0, 1, 2], type: [0, 0, 1], target: [1, 2, 0] });
    expect(days).toEqual([
      { day: 1, source: [1], type: [0], target: [2] },
      { day: 2, source: [0, 2], type: [0, 1], target: [1, 0] },
    ]);
  });
});
