import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../base/index.ts";
import { blocks } from "./blocks.ts";
import { countOptima } from "./count.ts";
import { branched } from "./dense.ts";
import { elimination } from "./elimination.ts";
import { granule } from "./granule.ts";
import { type Graph, graphOf } from "./graph.ts";
import { merged } from "./merge.ts";
import { negativeCycles } from "./negative-cycles.ts";
import { eliminationOrder } from "./order.ts";
import { packer } from "./packing.ts";
import { reduce } from "./reduce.ts";
import { search } from "./search.ts";
import { relaxation } from "./semidefinite.ts";

/** Graphs of up to nine actors with whole weights other than 0. */
const graphs = (weights: readonly number[], density = 0.6): fc.Arbitrary<Graph> =>
  fc.integer({ min: 2, max: 9 }).chain((n) => {
    const pairs = (n * (n - 1)) / 2;
    const tied = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: pairs, maxLength: pairs });
    const weight = fc.array(fc.constantFrom(...weights), { minLength: pairs, maxLength: pairs });
    return fc.tuple(tied, weight).map(([chances, values]) => {
      const list: [number, number, number][] = [];
      let k = 0;
      for (let i = 0; i < n; i++) {
        for (let j = i + 1; j < n; j++, k++) if (chances[k] < density) list.push([i, j, values[k]]);
      }
      return graphOf(
        n,
        Int32Array.from(list, ([i]) => i),
        Int32Array.from(list, ([, j]) => j),
        Float64Array.from(list, ([, , w]) => w),
      );
    });
  });

function cost({ first, second, weight }: Graph, spins: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < weight.length; k++) {
    const w = weight[k] * spins[first[k]] * spins[second[k]];
    if (w < 0) sum -= w;
  }
  return sum;
}

function allCosts(graph: Graph): number[] {
  return Array.from({ length: 2 ** Math.max(0, graph.size - 1) }, (_, x) =>
    cost(
      graph,
      Array.from({ length: graph.size }, (__, v) => ((x >> v) & 1 ? -1 : 1)),
    ),
  );
}

/** The length of the shortest negative cycle, of all that meet no actor twice. */
function shortestNegative(graph: Graph, f: Float64Array): number {
  const { size, first, second, weight } = graph;
  let shortest = Number.POSITIVE_INFINITY;
  const walk = (start: number, at: number, met: readonly number[], used: readonly number[]): void => {
    for (let k = 0; k < weight.length; k++) {
      if (used.includes(k) || (first[k] !== at && second[k] !== at)) continue;
      const to = first[k] === at ? second[k] : first[k];
      const pairs = [...used, k];
      if (to === start && pairs.length > 2) {
        const hostile = pairs.filter((p) => weight[p] < 0).length;
        const length = pairs.reduce((sum, p) => sum + f[p], 0);
        if (hostile % 2 === 1) shortest = Math.min(shortest, length);
      } else if (to > start && !met.includes(to)) {
        walk(start, to, [...met, to], pairs);
      }
    }
  };
  for (let start = 0; start < size; start++) walk(start, start, [start], []);
  return shortest;
}

const least = (graph: Graph): number => Math.min(...allCosts(graph));
const small = graphs([-3, -1, -1, 1, 1, 2]);

describe("each step of the solver, against all partitions", () => {
  it("reductions leave a graph whose least cost, with what cancelled, is that of the whole; spins come back", () => {
    fc.assert(
      fc.property(small, (graph) => {
        const reduced = reduce(graph);
        if (reduced === undefined) return;
        const { graph: rest, fine, cancelled, expand } = reduced;
        expect(cancelled + least(rest) / fine).toBe(least(graph));
        for (let x = 0; x < 2 ** rest.size; x++) {
          const spins = Int8Array.from({ length: rest.size }, (_, v) => ((x >> v) & 1 ? -1 : 1));
          expect(cost(graph, expand(spins))).toBe(cancelled + cost(rest, spins) / fine);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("what reductions make of pairs and cycles are walks of the graph that spend no weight twice", () => {
    fc.assert(
      fc.property(graphs([-1, 1], 0.5), (graph) => {
        const reduced = reduce(graph);
        if (reduced === undefined) return;
        const spent = new Map<string, number>();
        const sign = new Map<string, number>();
        graph.weight.forEach((w, k) => {
          sign.set(`${graph.first[k]} ${graph.second[k]}`, w).set(`${graph.second[k]} ${graph.first[k]}`, w);
        });
        const walk = (through: readonly number[], weight: number): number => {
          let product = 1;
          for (let i = 1; i < through.length; i++) {
            const [a, b] = [through[i - 1], through[i]];
            const w = sign.get(`${a} ${b}`);
            expect(w).toBeDefined();
            product *= Math.sign(w ?? 0);
            const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
            spent.set(key, (spent.get(key) ?? 0) + weight);
          }
          return product;
        };
        let negative = 0;
        for (const { through, weight } of reduced.cycles) {
          expect(walk([...through, through[0]], weight)).toBe(-1);
          negative += weight;
        }
        expect(negative).toBe(reduced.cancelled);
        const { graph: rest, actors, fine, lift } = reduced;
        rest.weight.forEach((w, k) => {
          const [a, b] = [rest.first[k], rest.second[k]];
          let total = 0;
          for (const { through, weight } of lift(a, b, Math.abs(w))) {
            expect([through[0], through.at(-1)]).toEqual([actors[a], actors[b]]);
            expect(walk(through, weight)).toBe(Math.sign(w));
            total += weight;
          }
          expect(total).toBe(Math.abs(w) / fine);
        });
        for (const weight of spent.values()) expect(weight).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  it("blocks cost together what the graph costs, and share no pair", () => {
    fc.assert(
      fc.property(graphs([-1, 1, 2], 0.35), (graph) => {
        const found = blocks(graph);
        expect(found.reduce((sum, block) => sum + least(block.graph), 0)).toBe(least(graph));
        expect(found.reduce((sum, block) => sum + block.graph.weight.length, 0)).toBeLessThanOrEqual(
          graph.weight.length,
        );
      }),
      { numRuns: 200 },
    );
  });

  it("elimination finds the least cost, and counts the spins that reach it", () => {
    fc.assert(
      fc.property(small, (graph) => {
        const order = eliminationOrder(graph, 9);
        expect(order?.toSorted()).toEqual(Int32Array.from({ length: graph.size }, (_, v) => v));
        const { sides, cost: found } = elimination(graph, order ?? new Int32Array(), 2);
        const costs = allCosts(graph);
        expect(found).toBe(Math.min(...costs));
        expect(
          cost(
            graph,
            Array.from(sides, (side) => 1 - 2 * side),
          ),
        ).toBe(found);
        expect(countOptima(graph)).toBe(costs.filter((c) => c === found).length);
      }),
      { numRuns: 150 },
    );
  });

  it("costs differ by multiples of the granule", () => {
    fc.assert(
      fc.property(graphs([-4, 2, 6, 8]), (graph) => {
        const step = granule(graph);
        const costs = allCosts(graph);
        for (const c of costs) if (step > 0) expect(Math.abs(c - costs[0]) % step).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it("packed cycles are negative, and never weigh more than the least cost", () => {
    fc.assert(
      fc.property(small, fc.constantFrom(1, 2) as fc.Arbitrary<1 | 2>, (graph, scale) => {
        const walk = search(graph, seeded("x"));
        const talks = packer(graph, walk.best().spins, scale);
        const settled = talks.settle(20);
        const { cycles, total } = talks.packing();
        expect(total).toBeLessThanOrEqual(least(graph));
        if (settled) expect(total).toBe(walk.best().cost);
        for (const { through } of cycles) expect(through.length).toBeGreaterThan(2);
      }),
      { numRuns: 150 },
    );
  });

  it("a packing follows the partition: what it packs afterwards still fits", () => {
    fc.assert(
      fc.property(small, fc.nat(), (graph, other) => {
        const spins = (x: number) =>
          Int8Array.from({ length: graph.size }, (_, v) => ((x >> v) & 1 ? -1 : 1));
        const talks = packer(graph, spins(0), 1);
        talks.settle(3);
        talks.follow(spins(other));
        talks.settle(3);
        expect(talks.packing().total).toBeLessThanOrEqual(least(graph));
      }),
      { numRuns: 150 },
    );
  });

  it("two actors put on one side, or on two, cost together the least of both", () => {
    fc.assert(
      fc.property(small, (graph) => {
        const both = ([1, -1] as const).map((side) => {
          const { graph: rest, cost: own } = merged(graph, 0, graph.size - 1, side);
          return own + least(rest);
        });
        expect(Math.min(...both)).toBe(least(graph));
      }),
      { numRuns: 100 },
    );
  });

  it("the semidefinite bound holds, and branching makes it the least cost", () => {
    fc.assert(
      fc.property(graphs([-2, -1, 1, 3], 1), (graph) => {
        const n = graph.size;
        const w = new Float64Array(n * n);
        graph.weight.forEach((x, k) => {
          w[graph.first[k] * n + graph.second[k]] = w[graph.second[k] * n + graph.first[k]] = x;
        });
        const total = graph.weight.reduce((sum, x) => sum + Math.abs(x), 0);
        const { bound } = relaxation(w, n, Number.NEGATIVE_INFINITY, [], (k) => (k * 7) % 11);
        expect((total - bound) / 2).toBeLessThanOrEqual(least(graph) + 1e-9);
      }),
      { numRuns: 25 },
    );
  });

  it("branch and bound over a dozen and two actors agrees with elimination", () => {
    const random = seeded("dense");
    for (let trial = 0; trial < 4; trial++) {
      const list: [number, number, number][] = [];
      for (let i = 0; i < 14; i++)
        for (let j = 0; j < i; j++) list.push([j, i, random.integer(2) === 0 ? -1 : 1]);
      const graph = graphOf(
        14,
        Int32Array.from(list, ([i]) => i),
        Int32Array.from(list, ([, j]) => j),
        Float64Array.from(list, ([, , w]) => w),
      );
      const walk = search(graph, random.fork(trial));
      const bound = branched(graph, walk, granule(graph), random, 500);
      const order = eliminationOrder(graph, 14) ?? new Int32Array();
      expect(bound).toBe(elimination(graph, order, 2).cost);
      expect(walk.best().cost).toBe(bound);
    }
  });

  it("a cycle is found if and only if one is shorter than 1", () => {
    fc.assert(
      fc.property(
        graphs([-1, 1]),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 }),
        (graph, lengths) => {
          if (graph.size > 6) return;
          const f = Float64Array.from(lengths.slice(0, graph.weight.length));
          const found = negativeCycles(graph, f, 100);
          for (const { pairs, through } of found) {
            expect(pairs.reduce((sum, p) => sum + f[p], 0)).toBeLessThan(1);
            expect(pairs.filter((p) => graph.weight[p] < 0).length % 2).toBe(1);
            expect(through.length).toBe(pairs.length);
            pairs.forEach((p, i) => {
              const ends = [through[i], through[(i + 1) % through.length]].toSorted();
              expect([graph.first[p], graph.second[p]].toSorted()).toEqual(ends);
            });
          }
          if (found.length === 0) expect(shortestNegative(graph, f)).toBeGreaterThanOrEqual(1 - 1e-5);
        },
      ),
      { numRuns: 100 },
    );
  });
});
