import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blocs,
  frustration,
  type SignedNetwork,
  signedNetwork,
  type Tie,
  verifyCertificate,
} from "./index.ts";

/** The least over all ways to put the actors into at most so many blocs. */
function byEnumeration({ ids, from, to, weight }: SignedNetwork, most: number): number {
  let least = Number.POSITIVE_INFINITY;
  const bloc = ids.map(() => 0);
  const place = (v: number, used: number): void => {
    if (v === ids.length) {
      let cost = 0;
      for (let k = 0; k < from.length; k++) {
        const together = bloc[from[k]] === bloc[to[k]];
        if (together ? weight[k] < 0 : weight[k] > 0) cost += Math.abs(weight[k]);
      }
      least = Math.min(least, cost);
      return;
    }
    for (let b = 0; b <= Math.min(used, most - 1); b++) {
      bloc[v] = b;
      place(v + 1, Math.max(used, b + 1));
    }
  };
  place(0, 0);
  return least;
}

const actor = fc.integer({ min: 0, max: 6 }).map((i) => `a${i}`);
const rows = fc.array(fc.tuple(actor, actor, fc.constantFrom(-2, -1, 1, 3)) as fc.Arbitrary<Tie>, {
  maxLength: 24,
});

describe("blocs", () => {
  it.each([[2], [3], [4], [Number.POSITIVE_INFINITY]])("frustrate least, at most %d of them", (most) => {
    fc.assert(
      fc.property(rows, (ties) => {
        const network = signedNetwork(ties, { selfTies: "keep" });
        const found = blocs(network, { most });
        const least = byEnumeration(network, most);
        expect(found.lower).toBeLessThanOrEqual(least);
        expect(found.upper).toBe(least);
        if (most < 5) expect(found.method).toBe("exact");
        expect(found.count).toBeLessThanOrEqual(most);
        expect(found.frustrated.reduce((sum, k) => sum + Math.abs(network.weight[k]), 0)).toBe(found.upper);
        expect(verifyCertificate(network, found, most).faults).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it("of any number frustrate no more than two factions do", () => {
    fc.assert(
      fc.property(rows, (ties) => {
        const network = signedNetwork(ties, { selfTies: "keep" });
        expect(blocs(network).upper).toBeLessThanOrEqual(frustration(network).value);
      }),
      { numRuns: 80 },
    );
  });

  it("are refused if only one is allowed, or half a one", () => {
    const network = signedNetwork([["a", "b", 1]]);
    expect(() => blocs(network, { most: 1 })).toThrow(/2 or more/);
    expect(() => blocs(network, { most: 2.5 })).toThrow(/2 or more/);
  });

  it("have an answer for nobody and for parts that do not hang together", () => {
    expect(blocs(signedNetwork([]))).toMatchObject({ value: 0, method: "exact", count: 0 });
    const apart = signedNetwork(
      [
        ["a", "b", -1],
        ["c", "d", 1],
      ],
      { actors: ["e"] },
    );
    expect(blocs(apart)).toMatchObject({ value: 0, method: "exact" });
  });

  it("are not proven by cycles that need not be frustrated", () => {
    const network = signedNetwork([
      ["a", "b", -1],
      ["b", "c", -1],
      ["a", "c", -1],
    ]);
    const two = frustration(network);
    expect(verifyCertificate(network, two).holds).toBe(true);
    expect(verifyCertificate(network, two, Number.POSITIVE_INFINITY).holds).toBe(false);
  });
});
