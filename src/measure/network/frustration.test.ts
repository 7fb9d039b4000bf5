import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frustration, type SignedNetwork, signedNetwork, type Tie, verifyCertificate } from "./index.ts";

/** The index by its definition: the least over all 2ⁿ⁻¹ partitions. */
function byEnumeration({ ids, from, to, weight }: SignedNetwork): number {
  let least = Number.POSITIVE_INFINITY;
  for (let x = 0; x < 2 ** Math.max(0, ids.length - 1); x++) {
    let cost = 0;
    for (let k = 0; k < from.length; k++) {
      const together = ((x >> from[k]) & 1) === ((x >> to[k]) & 1);
      if (together ? weight[k] < 0 : weight[k] > 0) cost += Math.abs(weight[k]);
    }
    least = Math.min(least, cost);
  }
  return least;
}

const actor = fc.integer({ min: 0, max: 9 }).map((i) => `a${i}`);
const ties = (weight: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(actor, actor, weight) as fc.Arbitrary<Tie>, { maxLength: 40 });

describe("the frustration index", () => {
  it("is the least over all partitions, and its partition attains it", () => {
    fc.assert(
      fc.property(ties(fc.constantFrom(-1, 1)), (rows) => {
        const network = signedNetwork(rows, { selfTies: "keep" });
        const found = frustration(network);
        expect(found.method).toBe("exact");
        expect(found.value).toBe(byEnumeration(network));
        expect(found.frustrated.length).toBe(found.value);
        expect(verifyCertificate(network, found).faults).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("takes weights with decimals without losing a digit that matters", () => {
    fc.assert(
      fc.property(ties(fc.integer({ min: -30, max: 30 }).map((w) => w / 10)), (rows) => {
        const network = signedNetwork(rows, { selfTies: "keep" });
        const found = frustration(network);
        expect(found.method).toBe("exact");
        expect(found.value).toBeCloseTo(byEnumeration(network), 9);
        expect(verifyCertificate(network, found).faults).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("stays as it is when a faction changes all its signs to the outside (switching)", () => {
    fc.assert(
      fc.property(ties(fc.constantFrom(-1, 1)), fc.func(fc.boolean()), (rows, inside) => {
        const switched = rows.map(([a, b, w]): Tie => [a, b, inside(a) === inside(b) ? w : -w]);
        const index = (list: readonly Tie[]) => frustration(signedNetwork(list, { selfTies: "keep" })).value;
        expect(index(switched)).toBe(index(rows));
      }),
      { numRuns: 100 },
    );
  });

  it("is the same with the same seed, to the last actor", () => {
    const rows = Array.from(
      { length: 60 },
      (_, i): Tie => [`a${(i * 7) % 13}`, `b${(i * 5) % 11}`, i % 3 === 0 ? -1 : 1],
    );
    const network = signedNetwork(rows);
    expect(frustration(network, { seed: "x" })).toEqual(frustration(network, { seed: "x" }));
  });
});

describe("a certificate", () => {
  const network = signedNetwork([
    ["a", "b", -1],
    ["b", "c", 1],
    ["a", "c", 1],
    ["c", "d", 1],
    ["a", "d", -1],
  ]);
  const found = frustration(network);

  it("is refused when the partition is not what it says", () => {
    const other = { ...found, partition: [0, 1, 0, 1] };
    expect(verifyCertificate(network, other).holds).toBe(false);
  });

  it("is refused when a cycle is counted twice", () => {
    const cycles = [...found.certificate.cycles, ...found.certificate.cycles];
    const forged = { ...found, lower: 2, certificate: { ...found.certificate, cycles } };
    expect(verifyCertificate(network, forged).holds).toBe(false);
  });

  it("is refused when a cycle is not negative", () => {
    const cycles = [{ through: [0, 1, 2, 3], weight: 1 }];
    const forged = { ...found, certificate: { ...found.certificate, cycles } };
    expect(verifyCertificate(network, forged).holds).toBe(false);
  });

  it("is refused when a cycle walks over a pair that is not there", () => {
    const cycles = [{ through: [0, 1, 3], weight: 1 }];
    const forged = { ...found, certificate: { ...found.certificate, cycles } };
    expect(verifyCertificate(network, forged).holds).toBe(false);
  });

  it("is refused when a core claims more than its elimination gives", () => {
    const actors = [0, 1, 2, 3];
    const cores = [{ actors, bound: 2, by: "elimination" as const, cycles: [] }];
    const forged = { ...found, lower: 2, certificate: { cycles: [], cores } };
    expect(verifyCertificate(network, forged).faults).toContain("A core proves 1, not 2.");
  });
});
