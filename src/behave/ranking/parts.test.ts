import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import type { Candidates } from "./candidates.ts";
import { chains } from "./chains.ts";
import { fading } from "./counters.ts";
import { judgement, oddsOf } from "./judgement.ts";
import { keyed } from "./keyed.ts";
import { clock, learned } from "./learned.ts";
import { ln1 } from "./ln1.ts";
import { memory } from "./memory.ts";
import { neighbourhoods } from "./neighbourhood.ts";
import { newness } from "./newness.ts";
import { onceEach } from "./once.ts";
import { ranker } from "./ranker.ts";
import { binOf, rankingStatistics, recencyBins } from "./statistics.ts";

describe("counters by key", () => {
  it("count what a map counts, for keys small and beyond 2^32, while the table grows", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { maxLength: 200 }), (some) => {
        const keys = [
          ...some,
          ...some.map((key) => key % 7),
          ...Array.from({ length: 5000 }, (_, k) => k * 1e9),
        ];
        const made = keyed([fading(3, 10)]);
        const twin = new Map<number, number>();
        for (const key of keys) {
          made.record(key, 0);
          twin.set(key, (twin.get(key) ?? 0) + 1);
        }
        for (const [key, count] of twin) expect(made.total(made.find(key))).toBe(count);
        expect(made.count()).toBe(twin.size);
        expect(made.find(2 ** 45 + 1)).toBe(-1);
      }),
      { numRuns: 10 },
    );
  });
});

describe("lists in columns", () => {
  it("hold what arrays would, in the order of adding, while they grow", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { maxLength: 3000 }), (lists) => {
        const made = chains();
        const twin = new Map<number, number[]>();
        lists.forEach((list, entry) => {
          made.add(list, entry);
          twin.set(list, [...(twin.get(list) ?? []), entry]);
        });
        for (const list of [0, 2999, 5000, ...twin.keys()]) {
          const found: number[] = [];
          for (let entry = made.first(list); entry >= 0; entry = made.next(entry)) found.push(entry);
          expect(found).toEqual(twin.get(list) ?? []);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("the logarithm from a table", () => {
  it("is ln(1 + x) to 3e-5, and rises", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (x) => {
        expect(Math.abs(ln1(x) - Math.log1p(x))).toBeLessThan(3.1e-5);
        expect(ln1(x * 1.001 + 1e-6)).toBeGreaterThanOrEqual(ln1(x));
      }),
    );
  });
});

describe("bins", () => {
  it("hold their upper end, and the last is open", () => {
    expect([1, 2, 4, 7, 8, 60, 61].map((age) => binOf(age, recencyBins))).toEqual([0, 1, 3, 3, 4, 6, 7]);
  });

  it("and all statistics have names of their own", () => {
    expect(new Set(rankingStatistics).size).toBe(rankingStatistics.length);
  });
});

describe("what is new", () => {
  it("is a half while nothing is known, and nears what is seen", () => {
    const made = newness(1);
    expect(made.of(0)).toBe(0.5);
    made.hit(0, true);
    expect(made.of(0)).toBeCloseTo(2 / 3, 12);
    for (let k = 0; k < 1000; k++) made.hit(0, false);
    // All fades to 1 / 0.03 events, none of them new: (0 + 1) / (33.3 + 2).
    expect(made.of(0)).toBeCloseTo(1 / (1 / 0.03 + 2), 9);
  });
});

describe("AdaGrad", () => {
  it("steps by rate × g / √(sum of g²), and holds to 0 by the shrinkage", () => {
    const made = learned(2, clock(), { rate: 0.5, shrink: 0.1, atFirst: 1 });
    made.step(0, Float64Array.from([3, 0]));
    expect(made.weight[0]).toBeCloseTo((0.5 * 3) / Math.sqrt(1 + 9), 12);
    expect(made.weight[1]).toBe(0);
    const before = made.weight[0];
    const g = -2 - 0.1 * before;
    made.nudge(0, -2);
    expect(made.weight[0]).toBeCloseTo(before + (0.5 * g) / Math.sqrt(10 + g * g), 12);
  });
});

describe("averaged weights", () => {
  const LATER = 32;
  const gradient = fc.tuple(fc.nat(4), fc.double({ min: -3, max: 3, noNaN: true }));
  const question = fc.array(gradient, { maxLength: 4 });

  it("are those of a twin that keeps the weights after every question, of which question i counts i³² − (i − 1)³²", () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 30 }), fc.nat(29), (questions, looked) => {
        const time = clock();
        const made = learned(5, time, { rate: 0.3, shrink: 0.01 });
        const kept: Float64Array[] = [];
        questions.forEach((gradients, i) => {
          for (const [at, g] of gradients) made.nudge(at, g);
          time.tick();
          kept.push(made.weight.slice());
          // Looking at the averages in between changes nothing.
          if (i === looked) made.settle();
        });
        made.settle();
        for (let at = 0; at < 5; at++) {
          let sum = 0;
          let all = 0;
          kept.forEach((weights, i) => {
            const counts = (i + 1) ** LATER - i ** LATER;
            sum += counts * weights[at];
            all += counts;
          });
          expect(made.mean[at]).toBeCloseTo(sum / all, 10);
        }
      }),
    );
  });

  it("are 0 before the first question, and stay as they were until settled", () => {
    const time = clock();
    const made = learned(1, time, { rate: 0.3, shrink: 0 });
    made.settle();
    made.nudge(0, 1);
    time.tick();
    expect(made.mean[0]).toBe(0);
    made.settle();
    expect(made.mean[0]).toBe(made.weight[0]);
  });
});

describe("values that hold for one question", () => {
  it("are worked out once, and anew for the next", () => {
    let worked = 0;
    const each = onceEach(3, (k) => {
      worked += 1;
      return k * 10 + worked;
    });
    each.renew();
    expect([each.of(2), each.of(2), each.of(0)]).toEqual([21, 21, 2]);
    each.renew();
    expect(each.of(2)).toBe(23);
  });
});

/** Candidates 0 … n − 1 with given odds. */
function candidates(n: number): Candidates {
  return { count: n, actors: Int32Array.from({ length: n }, (_, c) => c) } as unknown as Candidates;
}

describe("the rank of the right answer", () => {
  it("is that of a full sort, other right answers left out, ties at their mean", () => {
    const odds = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(odds, fc.nat(11), fc.nat(11), (given, one, two) => {
        const [truth, other] = [one % given.length, two % given.length];
        const right = new Set([truth, other]);
        const rivals = given.filter((_, c) => c !== truth && c !== other);
        const above = rivals.filter((value) => value > given[truth]).length;
        const level = rivals.filter((value) => value === given[truth]).length;
        const found = judgement(candidates(given.length), Float64Array.from(given), {
          truth,
          right,
          actors: 20,
        });
        // The mean of places above + 1 … above + level + 1.
        expect(found.rank).toBe(above + 1 + level / 2);
        expect(found.left).toBe(rivals.reduce((sum, value) => sum + value, given[truth]));
      }),
    );
  });

  it("is the mean of the places left for one who is no candidate", () => {
    // 3 candidates of 10 actors: places 4 … 10.
    const found = judgement(candidates(3), new Float64Array(3), {
      truth: 7,
      right: new Set([7]),
      actors: 10,
    });
    expect(found).toMatchObject({ at: -1, rank: 7 });
  });

  it("has odds that do not overflow", () => {
    const scores = Float64Array.from([1000, 999, -1000]);
    expect(oddsOf(scores, 3)).toBeCloseTo(1 + Math.exp(-1), 12);
  });
});

describe("partners' partners", () => {
  it("are reached by two steps, each by shares of fading numbers", () => {
    const held = memory({ actors: 4, types: 1, days: 10 });
    const both = (s: number, o: number): void => {
      held.record(s, 0, o, 0);
      held.record(o, 1, s, 0);
    };
    both(0, 1);
    both(1, 2);
    both(1, 2);
    both(1, 3);
    const { near } = neighbourhoods(held)(0, 0);
    // From 0 to 1: 1 of 1 + 1; from 1: 1 to 0, 2 to 2 and 1 to 3, of 4 + 1.
    expect(near).toEqual([
      { actor: 2, weight: expect.closeTo(0.5 * (2 / 5), 6) },
      { actor: 3, weight: expect.closeTo(0.5 * (1 / 5), 6) },
    ]);
  });
});

describe("reasons", () => {
  it("add up: between two candidates their sums differ by the logarithm of the odds", () => {
    const made = ranker({ actors: 8, types: 2, days: 100, typeNames: ["aid", "threaten"] });
    const luck = seeded("reasons");
    for (let day = 0; day < 60; day++) {
      const s = luck.integer(8);
      made.take(
        { day, source: [s, luck.integer(8)], type: [0, 1], target: [(s + 1) % 8, luck.integer(8)] },
        { learn: true },
      );
    }
    const ranked = made.rank({ actor: 2, type: 0, asks: "target" }, 60);
    const sum = (k: number): number => ranked[k].because.reduce((total, { logOdds }) => total + logOdds, 0);
    for (let k = 1; k < ranked.length; k++) {
      // Each reason nearer to 0 than 0.005 is left out; there are fewer than 60.
      const odds = Math.log(ranked[0].probability / ranked[k].probability);
      expect(Math.abs(sum(0) - sum(k) - odds)).toBeLessThan(0.3);
    }
    expect(
      ranked[0].because.some(({ statistic }) => /^(aid|threaten) (toward it|by it), /.test(statistic)),
    ).toBe(true);
  });

  it("are weights that can be read, of all types or of one", () => {
    const made = ranker({ actors: 3, types: 1, days: 9 });
    for (let day = 0; day < 8; day++)
      made.take({ day, source: [0], type: [0], target: [day % 3 === 0 ? 2 : 1] }, { learn: true });
    const all = made.weights();
    expect(all).toHaveLength(3 * rankingStatistics.length);
    expect(all.some(({ weight }) => weight !== 0)).toBe(true);
    expect(made.weights({ type: 0, asks: "target" })).not.toEqual(all);
  });
});
