import { cutLoop } from "./cuts.ts";
import { branched } from "./dense.ts";
import { elimination } from "./elimination.ts";
import { granule } from "./granule.ts";
import type { Graph } from "./graph.ts";
import { heap } from "./heap.ts";
import type { LinearSolver } from "./linear.ts";
import { negativeCycles } from "./negative-cycles.ts";
import { eliminationOrder } from "./order.ts";
import { type Packing, packer } from "./packing.ts";
import { type Search, type Split, search } from "./search.ts";
import type { Effort, Solved } from "./solve.ts";

/** The widest table of an elimination is 2 to this power; to this one, elimination is tried early. */
const WIDEST = 22;
const NARROW = 13;

/** How often the search and the packing take turns; the packing gets twice as many rounds every third time. */
const ATTEMPTS = 15;

/** Graphs with more pairs are searched until a batch finds nothing, and not begun anew. */
const LARGE = 5000;

/** A large graph is searched in so many batches at most before it is packed. */
const BATCHES = 60;

/** A large graph is given up if more than this part of its routes do not fit, and a round of talks did not halve it. */
const HOPELESS = 0.05;

/** A large graph is not talked over if more than this part of its routes found no room at once. */
const CROWDED = 0.25;

/** How many problems branch and bound looks at. */
const NODES = 20_000;

/** A graph that cannot be taken apart further: search and packing in turn until they meet, then elimination. */
export function core(graph: Graph, effort: Effort): Solved {
  const { shouldStop } = effort;
  const m = graph.weight.length;
  const walk = search(graph, effort.random);
  const step = granule(graph);
  const batch = (m > LARGE ? 100 : 30) + Math.ceil(m / 50);
  for (let i = 0; walk.improve(batch) && m > LARGE && i < BATCHES && !shouldStop?.(); i++);
  let split = walk.best();
  if (split.cost === 0) return { ...split, lower: 0, cycles: [], cores: [] };
  let routes = packer(graph, split.spins, 1, shouldStop);
  let best: Packing = { cycles: [], total: 0 };
  let tried = false;
  let before = routes.unsettled();
  const attempts = m > LARGE && before > CROWDED ? 0 : ATTEMPTS;
  for (let attempt = 0; attempt < attempts && !shouldStop?.(); attempt++) {
    const rounds = m > LARGE ? 10 : attempt < 4 ? 8 : 60 + 20 * attempt;
    if (routes.settle(rounds)) return byCycles(graph, split, routes.packing(), split.cost);
    const unsettled = routes.unsettled();
    if (m > LARGE && unsettled > HOPELESS && unsettled > 0.5 * before) break;
    before = unsettled;
    walk.improve(batch, routes.conflicts());
    walk.improve(batch);
    if (m <= LARGE) walk.restart(1);
    const better = walk.best().cost < split.cost;
    if (!better && attempt > 0 && !tried) {
      tried = true;
      const order = eliminationOrder(graph, NARROW);
      if (order !== undefined) return eliminated(graph, order);
      if (isDense(graph)) return byBranching(graph, walk, effort);
    }
    split = walk.best();
    if (m > LARGE) {
      routes.follow(split.spins);
      continue;
    }
    // On a small graph a fresh start costs little, and another partition of the same cost may do.
    const packed = routes.packing();
    if (packed.total > best.total) best = packed;
    if (split.cost - best.total < step) return byCycles(graph, split, best, split.cost);
    routes = packer(graph, split.spins, attempt % 4 === 3 ? 2 : 1, shouldStop);
  }
  const last = routes.packing();
  if (last.total > best.total) best = last;
  if (split.cost - best.total < step) return byCycles(graph, split, best, split.cost);
  if (shouldStop?.()) return byCycles(graph, split, best, best.total);
  const order = eliminationOrder(graph, WIDEST);
  if (order !== undefined) return eliminated(graph, order);
  // It stays open without cuts: then at least the partition shall be good.
  if (m <= LARGE) for (let start = 0; start < 10 && !shouldStop?.(); start++) walk.restart(10);
  split = walk.best();
  if (effort.linear === undefined) return byCycles(graph, split, best, best.total);
  return byCuts(graph, walk, best, effort.linear, effort);
}

/** Some dozens of actors, a good part of whose pairs are tied: too many for cycles to tell, few enough to branch. */
function isDense({ size, weight }: Graph): boolean {
  return size <= 100 && weight.length > 0.15 * size * (size - 1);
}

function byBranching(graph: Graph, walk: Search, { random, shouldStop }: Effort): Solved {
  const bound = branched(graph, walk, granule(graph), random, NODES, shouldStop);
  const actors = Int32Array.from({ length: graph.size }, (_, v) => v);
  return {
    ...walk.best(),
    lower: bound,
    cycles: [],
    cores: [{ actors, bound, by: "branching", cycles: [] }],
  };
}

/** The cut loop, which begins with the cycles packed so far and hands its fractions to the search. */
function byCuts(graph: Graph, walk: Search, best: Packing, linear: LinearSolver, effort: Effort): Solved {
  const { size, first, second, weight } = graph;
  const pairAt = new Map<number, number>();
  weight.forEach((_, k) => {
    pairAt.set(first[k] * size + second[k], k).set(second[k] * size + first[k], k);
  });
  const found = cutLoop(linear, {
    weights: weight.map(Math.abs),
    step: granule(graph),
    upper: walk.best().cost,
    first: best.cycles.map(({ through }) => ({
      through,
      pairs: through.map((v, i) => pairAt.get(v * size + through[(i + 1) % through.length]) ?? 0),
    })),
    violated: (f) => negativeCycles(graph, f, 500),
    propose(f) {
      walk.goFrom(spinsAlong(graph, f));
      walk.improve(200);
      return walk.best().cost;
    },
    shouldStop: effort.shouldStop,
  });
  const split = walk.best();
  if (found.by === "cycles" && best.total >= found.bound) return byCycles(graph, split, best, best.total);
  const actors = Int32Array.from({ length: size }, (_, v) => v);
  return { ...split, lower: found.bound, cycles: [], cores: [{ ...found, actors }] };
}

/** Spins that satisfy a tree of pairs with little f. */
function spinsAlong(graph: Graph, f: Float64Array): Int8Array {
  const { size, offset, neighbour, pair, weight } = graph;
  const spins = new Int8Array(size);
  const next = heap();
  for (let root = 0; root < size; root++) {
    if (spins[root] !== 0) continue;
    // A place is an actor, and the spin it would get.
    next.push(0, 2 * root);
    while (next.size() > 0) {
      const place = next.pop();
      const v = place >> 1;
      if (spins[v] !== 0) continue;
      spins[v] = place % 2 === 0 ? 1 : -1;
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        const u = neighbour[i];
        if (spins[u] === 0) next.push(f[pair[i]], 2 * u + (weight[pair[i]] * spins[v] > 0 ? 0 : 1));
      }
    }
  }
  return spins;
}

function eliminated(graph: Graph, order: Int32Array): Solved {
  const { sides, cost } = elimination(graph, order, 2);
  const found = { actors: order, bound: cost, by: "elimination" as const, cycles: [] };
  return {
    spins: Int8Array.from(sides, (side) => 1 - 2 * side),
    cost,
    lower: cost,
    cycles: [],
    cores: [found],
  };
}

/** What a packing proves; whole pairs of cycles that need no rounding stand for themselves. */
function byCycles(graph: Graph, split: Split, { cycles, total }: Packing, bound: number): Solved {
  if (bound === total) return { ...split, lower: bound, cycles, cores: [] };
  const actors = Int32Array.from({ length: graph.size }, (_, v) => v);
  return {
    ...split,
    lower: bound,
    cycles: [],
    cores: [{ actors, bound, by: "cycles", cycles }],
  };
}
