import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placed, type Random, seeded } from "./random.ts";

const many = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw);
const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

describe("a stream of chance", () => {
  const n = 100_000;

  it("gives numbers from 0 to 1 that are spread evenly (Kolmogorov–Smirnov, 1 in 1000)", () => {
    const random = seeded("even");
    const sorted = many(n, () => random.uniform()).sort((a, b) => a - b);
    expect(sorted[0]).toBeGreaterThanOrEqual(0);
    expect(sorted[n - 1]).toBeLessThan(1);
    const furthest = Math.max(...sorted.map((u, i) => Math.max((i + 1) / n - u, u - i / n)));
    expect(furthest).toBeLessThan(1.95 / Math.sqrt(n));
  });

  it("has mean ½ and variance 1/12, within 4 standard errors", () => {
    const random = seeded("moments");
    const us = many(n, () => random.uniform());
    expect(Math.abs(mean(us) - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / (12 * n)));
    // The variance of (u − ½)² is 1/80 − 1/144 = 1/180.
    const variance = mean(us.map((u) => (u - 1 / 2) ** 2));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / (180 * n)));
  });

  it("does not remember: neighbours are uncorrelated, within 4 standard errors", () => {
    const random = seeded("neighbours");
    const us = many(n, () => random.uniform() - 1 / 2);
    const product = mean(us.slice(1).map((u, i) => u * us[i]));
    expect(Math.abs(product * 12)).toBeLessThan(4 / Math.sqrt(n - 1));
  });

  it("fills all 53 bits", () => {
    const random = seeded("bits");
    let all = 0n;
    for (const u of many(200, () => random.uniform())) all |= BigInt(u * 2 ** 53);
    expect(all).toBe(2n ** 53n - 1n);
  });

  it("throws a fair die (χ² with 5 degrees, 1 in 1000)", () => {
    const random = seeded("die");
    const counts = new Array(6).fill(0);
    for (const face of many(n, () => random.integer(6))) counts[face] += 1;
    const chi = counts.reduce((sum, count) => sum + (count - n / 6) ** 2 / (n / 6), 0);
    expect(chi).toBeLessThan(20.515);
    expect(many(20, () => random.integer(1))).toEqual(new Array(20).fill(0));
  });

  it("draws normal numbers: mean 0, variance 1, fourth moment 3, within 4 standard errors", () => {
    const random = seeded("normal");
    const zs = many(n, () => random.normal());
    const moment = (k: number): number => mean(zs.map((z) => Math.abs(z) ** k));
    expect(Math.abs(mean(zs))).toBeLessThan(4 / Math.sqrt(n));
    // Var z² = 3 − 1; Var z⁴ = 105 − 9.
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / n));
  });

  const first = (random: Random): number[] => many(4, () => random.uniform());
  const texts = fc.string({ maxLength: 12 });

  it("follows from its seed alone", () => {
    fc.assert(
      fc.property(texts, (seed) => {
        expect(first(seeded(seed))).toEqual(first(seeded(seed)));
      }),
    );
  });

  it("differs where the seed differs, be it by a letter, their order, or a blank", () => {
    const seeds = ["", " ", "a", "b", "ab", "ba", "aa", "a ", "run 1", "run 2", "run 11", "توازن", "موازنة"];
    expect(new Set(seeds.map((seed) => seeded(seed).uniform())).size).toBe(seeds.length);
    fc.assert(
      fc.property(
        texts,
        texts,
        (a, b) => (first(seeded(a)).join() === first(seeded(b)).join()) === (a === b),
      ),
    );
  });

  it("forks by meaning: neither what was drawn before nor the order of forks matters", () => {
    fc.assert(
      fc.property(texts, texts, texts, fc.nat(9), (seed, a, b, drawn) => {
        const fresh = first(seeded(seed).fork(a));
        const used = seeded(seed);
        many(drawn, () => used.uniform());
        first(used.fork(b));
        expect(first(used.fork(a))).toEqual(fresh);
      }),
    );
  });

  it("is not moved by a fork", () => {
    const [kept, forked] = [seeded("x"), seeded("x")];
    forked.fork("a").uniform();
    expect(first(forked)).toEqual(first(kept));
  });

  it("has forks that know nothing of each other or of their parent, within 4 standard errors", () => {
    const parent = seeded("family");
    const streams = [parent, parent.fork("a"), parent.fork("b"), parent.fork(1), parent.fork("a").fork("b")];
    const draws = streams.map((stream) => many(20_000, () => stream.uniform() - 1 / 2));
    draws.forEach((xs, i) => {
      for (const ys of draws.slice(i + 1)) {
        expect(Math.abs(mean(xs.map((x, k) => x * ys[k])) * 12)).toBeLessThan(4 / Math.sqrt(xs.length));
      }
    });
  });
});

describe("a placed stream", () => {
  const at = (seed: string, ...place: [number, number, number, number]): number[] => {
    const stream = placed(seed);
    stream.at(...place);
    return many(5, () => stream.uniform());
  };
  const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  const places = fc.tuple(word, word, word, fc.integer({ min: 0, max: 2 ** 16 - 1 }));

  it("gives at a place the same numbers, wherever it was before", () => {
    fc.assert(
      fc.property(places, places, fc.nat(7), (here, there, drawn) => {
        const stream = placed("s");
        stream.at(...there);
        many(drawn, () => stream.uniform());
        stream.at(...here);
        expect(many(5, () => stream.uniform())).toEqual(at("s", ...here));
      }),
    );
  });

  it("gives other numbers at any other place and for any other seed", () => {
    const neighbours = [
      at("s", 0, 0, 0, 0),
      at("s", 1, 0, 0, 0),
      at("s", 0, 1, 0, 0),
      at("s", 0, 0, 1, 0),
      at("s", 0, 0, 0, 1),
      at("t", 0, 0, 0, 0),
    ].flat();
    expect(new Set(neighbours).size).toBe(neighbours.length);
  });

  it("has room for 2¹⁷ numbers of one purpose before it reaches those of the next", () => {
    const stream = placed("s");
    stream.at(3, 5, 7, 0);
    let last = 0;
    for (let i = 0; i < 2 ** 17; i++) last = stream.uniform();
    const next = at("s", 3, 5, 7, 1);
    expect(last).not.toBe(next[0]);
    expect(stream.uniform()).toBe(next[0]);
  });

  it("is spread evenly over places as over draws (Kolmogorov–Smirnov, 1 in 1000)", () => {
    const stream = placed("spread");
    const n = 50_000;
    const us = Array.from({ length: n }, (_, i) => {
      stream.at(i % 100, Math.floor(i / 100) % 50, Math.floor(i / 5000), 3);
      return stream.uniform();
    }).sort((a, b) => a - b);
    const furthest = Math.max(...us.map((u, i) => Math.max((i + 1) / n - u, u - i / n)));
    expect(furthest).toBeLessThan(1.95 / Math.sqrt(n));
  });
});
