import { elimination } from "./elimination.ts";
import { granule } from "./granule.ts";
import type { Graph } from "./graph.ts";
import { eliminationOrder } from "./order.ts";
import { type Packing, packer } from "./packing.ts";
import { type Split, search } from "./search.ts";
import type { Effort, Solved } from "./solve.ts";

/** The widest table of an elimination is 2 to this power; to this one, elimination is tried early. */
const WIDEST = 22;
const NARROW = 13;

/** A graph that cannot be taken apart further: search and packing in turn until they meet, then elimination. */
export function core(graph: Graph, effort: Effort): Solved {
  const { shouldStop } = effort;
  const m = graph.weight.length;
  const walk = search(graph, effort.random);
  const step = granule(graph);
  const batch = 100 + Math.ceil(m / 50);
  if (m > 5000) while (walk.improve(batch) && !shouldStop?.());
  let split = walk.best();
  if (split.cost === 0) return { ...split, lower: 0, cycles: [], cores: [] };
  const routes = packer(graph, split.spins, 1);
  for (let attempt = 0; attempt < 16 && !shouldStop?.(); attempt++) {
    if (routes.settle(attempt < 4 ? 10 : 30, shouldStop))
      return byCycles(graph, split, routes.packing(), split.cost);
    walk.improve(batch, routes.conflicts());
    walk.improve(batch);
    if (walk.best().cost < split.cost) {
      split = walk.best();
      routes.follow(split.spins);
    } else if (attempt === 3) {
      const order = eliminationOrder(graph, NARROW);
      if (order !== undefined) return eliminated(graph, order);
    }
  }
  const best = routes.packing();
  if (split.cost - best.total < step) return byCycles(graph, split, best, split.cost);
  const order = shouldStop?.() ? undefined : eliminationOrder(graph, WIDEST);
  return order === undefined ? byCycles(graph, split, best, best.total) : eliminated(graph, order);
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
