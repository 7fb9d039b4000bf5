import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blocs,
  factionChange,
  frustration,
  optimalPartitions,
  relaxedBalance,
  type SignedNetwork,
  signedNetwork,
  type Tie,
} from "./index.ts";

const actor = fc.integer({ min: 0, max: 7 }).map((i) => `a${i}`);
const rows = fc.array(fc.tuple(actor, actor, fc.constantFrom(-1, 1)) as fc.Arbitrary<Tie>, { maxLength: 20 });

function cost({ from, to, weight }: SignedNetwork, side: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < from.length; k++) {
    const together = side[from[k]] === side[to[k]];
    if (together ? weight[k] < 0 : weight[k] > 0) sum += Math.abs(weight[k]);
  }
  return sum;
}

/** All best partitions, with the first actor of each part that hangs together (by more than nothing) on side 0. */
function byEnumeration(network: SignedNetwork): string[] {
  const n = network.ids.length;
  const root = network.ids.map((_, v) => v);
  const find = (v: number): number => (root[v] === v ? v : find(root[v]));
  const net = new Map<string, number>();
  network.from.forEach((a, k) => {
    const b = network.to[k];
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    if (a !== b) net.set(key, (net.get(key) ?? 0) + network.weight[k]);
  });
  for (const [key, w] of net) {
    const [a, b] = key.split(" ").map((v) => find(Number(v)));
    if (w !== 0) root[Math.max(a, b)] = Math.min(a, b);
  }
  let least = Number.POSITIVE_INFINITY;
  let best: string[] = [];
  for (let x = 0; x < 2 ** n; x++) {
    const side = network.ids.map((_, v) => (x >> v) & 1);
    if (side.some((s, v) => find(v) === v && s === 1)) continue;
    const own = cost(network, side);
    if (own < least) {
      least = own;
      best = [];
    }
    if (own === least) best.push(side.join(""));
  }
  return best.sort();
}

describe("the best partitions", () => {
  it("are all there, and no others", () => {
    fc.assert(
      fc.property(rows, (ties) => {
        const network = signedNetwork(ties, { selfTies: "keep" });
        const expected = byEnumeration(network);
        const found = optimalPartitions(network, { atMost: 300 });
        expect(found.partitions.map((sides) => sides.join(""))).toEqual(expected);
        expect(found).toMatchObject({ number: expected.length, method: "exact" });
      }),
      { numRuns: 150 },
    );
  });

  it("are counted where they are not all listed", () => {
    fc.assert(
      fc.property(rows, (ties) => {
        const network = signedNetwork(ties, { selfTies: "keep" });
        const found = optimalPartitions(network, { atMost: 2 });
        expect(found.partitions.length).toBeLessThanOrEqual(2);
        expect(found).toMatchObject({ number: byEnumeration(network).length, method: "exact" });
      }),
      { numRuns: 100 },
    );
  });

  it("of forty triads of enemies in a chain are three for each", () => {
    const chain = Array.from({ length: 40 }, (_, i): Tie[] => {
      const [a, b, c] = [`${i}`, `${i} other`, `${i + 1}`];
      return [
        [a, b, -1],
        [b, c, -1],
        [a, c, -1],
      ];
    }).flat();
    // 3⁴⁰ is more than a number can hold exactly.
    expect(optimalPartitions(signedNetwork(chain))).toMatchObject({
      method: "bound",
      number: Number.MAX_SAFE_INTEGER,
    });
    expect(optimalPartitions(signedNetwork(chain.slice(0, 90)))).toMatchObject({
      method: "exact",
      number: 3 ** 30,
    });
  });
});

describe("factions over time", () => {
  it("move as few actors as the least frustration allows", () => {
    fc.assert(
      fc.property(rows, rows, (early, late) => {
        const all = Array.from({ length: 8 }, (_, i) => `a${i}`);
        const [before, after] = [early, late].map((ties) =>
          signedNetwork(ties, { actors: all, selfTies: "keep" }),
        );
        const [first, second] = factionChange([before, after]);
        expect(first.value).toBe(frustration(before).value);
        expect(cost(after, second.partition)).toBe(second.value);
        // By definition: of all best sides, those that differ least from before.
        let fewest = all.length;
        for (let x = 0; x < 256; x++) {
          const side = all.map((_, v) => (x >> v) & 1);
          if (cost(after, side) > second.value) continue;
          fewest = Math.min(fewest, side.filter((s, v) => s !== first.partition[v]).length);
        }
        expect(second.method).toBe("exact");
        expect(second.changed.length).toBe(fewest);
      }),
      { numRuns: 80 },
    );
  });

  it("say who came and who left", () => {
    const steps = factionChange([signedNetwork([["a", "b", -1]]), signedNetwork([["b", "c", 1]])]);
    expect(steps[0]).toMatchObject({ arrived: [], left: [], changed: [] });
    expect(steps[1]).toMatchObject({ arrived: ["c"], left: ["a"], changed: [], partition: [1, 1] });
    expect(() => factionChange([])).toThrow(/no network/);
  });
});

describe("relaxed balance", () => {
  it("is the least over all ways to form blocs of what goes against the sign of its block", () => {
    const few = fc.array(
      fc.tuple(
        fc.constantFrom("a", "b", "c", "d", "e"),
        fc.constantFrom("a", "b", "c", "d", "e"),
        fc.constantFrom(-1, 1, 2),
      ) as fc.Arbitrary<Tie>,
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 3 }), (ties, most) => {
        const network = signedNetwork(ties, { selfTies: "keep" });
        const n = network.ids.length;
        let least = Number.POSITIVE_INFINITY;
        for (let x = 0; x < most ** n; x++) {
          const bloc = network.ids.map((_, v) => Math.floor(x / most ** v) % most);
          const plus = new Map<string, number>();
          const minus = new Map<string, number>();
          let sum = 0;
          network.from.forEach((a, k) => {
            const w = network.weight[k];
            if (a === network.to[k]) {
              sum += Math.max(0, -w);
              return;
            }
            const key = [bloc[a], bloc[network.to[k]]].sort().join(" ");
            const side = w > 0 ? plus : minus;
            side.set(key, (side.get(key) ?? 0) + Math.abs(w));
          });
          for (const [key, w] of plus) sum += Math.min(w, minus.get(key) ?? 0);
          least = Math.min(least, sum);
        }
        const found = relaxedBalance(network, most);
        expect(found.method).toBe("exact");
        expect(found.value).toBe(n === 0 ? 0 : least);
        if (most >= 2) expect(found.value).toBeLessThanOrEqual(blocs(network, { most }).value);
      }),
      { numRuns: 100 },
    );
  });

  it("names the sign of each block", () => {
    const network = signedNetwork([
      ["a", "b", -1],
      ["m", "a", 1],
      ["m", "b", 1],
      ["a", "c", 1],
      ["b", "c", -1],
      ["m", "c", 1],
    ]);
    const { partition, signs } = relaxedBalance(network, 3);
    network.from.forEach((a, k) => {
      expect(signs[partition[a]][partition[network.to[k]]]).toBe(network.weight[k]);
    });
    expect(() => relaxedBalance(network, 0)).toThrow(/1 or more/);
  });
});
