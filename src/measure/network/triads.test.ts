import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  directedTriadCensus,
  signedNetwork,
  type Tie,
  triadCensus,
  triadKind,
  triangleBalance,
} from "./index.ts";

const actor = fc.integer({ min: 0, max: 7 }).map((i) => `a${i}`);
const rows = fc.array(fc.tuple(actor, actor, fc.constantFrom(-1, 0, 1)) as fc.Arbitrary<Tie>, {
  maxLength: 50,
});

describe("the triad census", () => {
  it("counts three by three", () => {
    fc.assert(
      fc.property(rows, (ties) => {
        const network = signedNetwork(ties, { selfTies: "keep" });
        const { ids, from, to, weight } = network;
        const sign = (i: number, j: number) => {
          let sum = 0;
          from.forEach((a, k) => {
            if ((a === i && to[k] === j) || (a === j && to[k] === i)) sum += weight[k];
          });
          return Math.sign(sum);
        };
        const expected = [0, 0, 0, 0];
        for (let i = 0; i < ids.length; i++) {
          for (let j = 0; j < i; j++) {
            for (let k = 0; k < j; k++) {
              const signs = [sign(i, j), sign(j, k), sign(i, k)];
              if (!signs.includes(0)) expected[signs.filter((s) => s < 0).length] += 1;
            }
          }
        }
        const [ppp, ppm, pmm, mmm] = expected;
        expect(triadCensus(network)).toEqual({ "+++": ppp, "++-": ppm, "+--": pmm, "---": mmm });
        if (ppp + ppm + pmm + mmm > 0) {
          expect(triangleBalance(network)).toBeCloseTo((ppp + pmm) / (ppp + ppm + pmm + mmm), 14);
        }
      }),
    );
  });

  it("of a hundred thousand actors in a ring of friends finds no triad", () => {
    const n = 100_000;
    const ring = Array.from({ length: n }, (_, i): Tie => [`${i}`, `${(i + 1) % n}`, 1]);
    expect(triadCensus(signedNetwork(ring))).toEqual({ "+++": 0, "++-": 0, "+--": 0, "---": 0 });
  });
});

describe("the directed triad census", () => {
  it("sorts all 729 patterns of six ties into 138 kinds", () => {
    const letters = ["0", "P", "N"];
    let patterns = [""];
    for (let i = 0; i < 6; i++) patterns = patterns.flatMap((text) => letters.map((letter) => text + letter));
    expect(new Set(patterns.map(triadKind)).size).toBe(138);
  });

  it.each([
    ["P0P000", "021D"],
    ["0P0P00", "021U"],
    ["0PP000", "021C"],
    ["P00PP0", "030C"],
    ["0P0PP0", "030T"],
    ["0P00PP", "111U"],
    ["P000PP", "111D"],
    ["00PPPP", "201"],
    ["0P0PPP", "120U"],
    ["P0P0PP", "120D"],
    ["0PP0PP", "120C"],
    ["PPP0PP", "210"],
    ["PPPPPP", "300"],
    ["0000P0", "012"],
    ["0000PP", "102"],
  ])("names the pattern %s as Holland and Leinhardt do: %s", (ties, name) => {
    expect(triadKind(ties).split("-")[0]).toBe(name);
  });

  it("counts three by three", () => {
    fc.assert(
      fc.property(rows, (ties) => {
        const network = signedNetwork(ties, { directed: true, selfTies: "keep" });
        const n = network.ids.length;
        const sums = new Map<string, number>();
        network.from.forEach((a, k) => {
          const key = `${a} ${network.to[k]}`;
          sums.set(key, (sums.get(key) ?? 0) + network.weight[k]);
        });
        const tie = (a: number, b: number) => "N0P"[1 + Math.sign(sums.get(`${a} ${b}`) ?? 0)];
        const expected = new Map<string, number>();
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < i; j++) {
            for (let k = 0; k < j; k++) {
              const kind = triadKind(tie(i, j) + tie(j, i) + tie(i, k) + tie(k, i) + tie(j, k) + tie(k, j));
              expected.set(kind, (expected.get(kind) ?? 0) + 1);
            }
          }
        }
        expect(new Map(directedTriadCensus(network).map(({ kind, count }) => [kind, count]))).toEqual(
          expected,
        );
      }),
    );
  });

  it("needs directions", () => {
    expect(() => directedTriadCensus(signedNetwork([["a", "b", 1]]))).toThrow(/no directions/);
  });
});
