import { type Block, blocks } from "../frustration/blocks.ts";
import { cutLoop } from "../frustration/cuts.ts";
import { elimination } from "../frustration/elimination.ts";
import type { Graph } from "../frustration/graph.ts";
import type { LinearSolver } from "../frustration/linear.ts";
import { eliminationOrder } from "../frustration/order.ts";
import type { Packing } from "../frustration/packing.ts";
import type { Effort } from "../frustration/solve.ts";
import type { Stretch } from "../frustration/strands.ts";
import { badCycles } from "./bad-cycles.ts";
import { blocPacker } from "./packing.ts";
import { type Grouping, type GroupingSearch, groupingCost, groupingSearch } from "./search.ts";

/** Blocs of a graph, and what all blocs must frustrate. */
export interface SolvedBlocs extends Grouping {
  readonly lower: number;
  readonly cycles: readonly Stretch[];
  readonly cores: readonly BlocCore[];
}

/** A part whose bound does not rest on cycles that add up to it. */
export interface BlocCore {
  readonly actors: Int32Array;
  readonly bound: number;
  readonly by: "cycles" | "elimination" | "branching";
  readonly cycles: readonly Stretch[];
}

/** Tables of an elimination have at most so many entries. */
const LARGEST = 2 ** 22;

/** Bounds on what blocs must frustrate, at most so many of them, block by block. */
export function solveBlocs(graph: Graph, most: number, effort: Effort): SolvedBlocs {
  const found = blocks(graph).map((block) => ({ block, solved: solveBlock(block.graph, most, effort) }));
  const name = (block: Block) => (cycle: Stretch) => ({
    through: cycle.through.map((v) => block.actors[v]),
    weight: cycle.weight,
  });
  const blocs = joined(graph, found);
  return {
    blocs,
    cost: groupingCost(graph, blocs),
    lower: found.reduce((sum, { solved }) => sum + solved.lower, 0),
    cycles: found.flatMap(({ block, solved }) => solved.cycles.map(name(block))),
    cores: found.flatMap(({ block, solved }) =>
      solved.cores.map((core) => ({
        ...core,
        actors: core.actors.map((v) => block.actors[v]),
        cycles: core.cycles.map(name(block)),
      })),
    ),
  };
}

function solveBlock(graph: Graph, most: number, { random, linear, shouldStop }: Effort): SolvedBlocs {
  const walk = groupingSearch(graph, random, most);
  let best = walk.best();
  if (best.cost === 0) return { ...best, lower: 0, cycles: [], cores: [] };
  const step = graph.weight.reduce((common, w) => divisor(common, Math.abs(w)), 0);
  const batch = 100 + Math.ceil(graph.weight.length / 10);
  let packed: Packing = { cycles: [], total: 0 };
  for (const scale of [1, 2] as const) {
    const talks = blocPacker(graph, best.blocs, scale, shouldStop);
    for (let attempt = 0; attempt < 10 && !shouldStop?.(); attempt++) {
      const settled = talks.settle(attempt < 4 ? 10 : 40);
      if (settled) break;
      walk.improve(batch, talks.conflicts());
      walk.improve(batch);
      if (walk.best().cost < best.cost) {
        best = walk.best();
        talks.follow(best.blocs);
      }
    }
    const tried = talks.packing();
    if (tried.total > packed.total) packed = tried;
    if (best.cost - packed.total < step) return byCycles(graph, best, packed, best.cost);
  }
  if (linear !== undefined && !shouldStop?.() && most >= graph.size) {
    return byCuts(graph, walk, packed, linear, step, shouldStop);
  }
  let width = 0;
  for (let entries = most; entries <= LARGEST; entries *= most) width += 1;
  const order = shouldStop?.() || width < 2 ? undefined : eliminationOrder(graph, width);
  if (order === undefined) return byCycles(graph, best, packed, packed.total);
  const exact = elimination(graph, order, most);
  const core = { actors: order, bound: exact.cost, by: "elimination" as const, cycles: [] };
  return { blocs: exact.sides, cost: exact.cost, lower: exact.cost, cycles: [], cores: [core] };
}

/** The cut loop, which begins with the cycles packed so far and hands its fractions to the search. */
function byCuts(
  graph: Graph,
  walk: GroupingSearch,
  packed: Packing,
  linear: LinearSolver,
  step: number,
  shouldStop: Effort["shouldStop"],
): SolvedBlocs {
  const { size, first, second, weight } = graph;
  const pairAt = new Map<number, number>();
  weight.forEach((_, k) => {
    pairAt.set(first[k] * size + second[k], k).set(second[k] * size + first[k], k);
  });
  const found = cutLoop(linear, {
    weights: weight.map(Math.abs),
    step,
    upper: walk.best().cost,
    first: packed.cycles.map(({ through }) => ({
      through,
      pairs: through.map((v, i) => pairAt.get(v * size + through[(i + 1) % through.length]) ?? 0),
    })),
    violated: (f) => badCycles(graph, f),
    propose(f) {
      walk.goFrom(joinedBy(graph, f));
      walk.improve(200);
      return walk.best().cost;
    },
    shouldStop,
  });
  const best = walk.best();
  if (found.by === "cycles" && packed.total >= found.bound)
    return byCycles(graph, best, packed, packed.total);
  const actors = Int32Array.from({ length: size }, (_, v) => v);
  return { ...best, lower: found.bound, cycles: [], cores: [{ ...found, actors }] };
}

/** Blocs that friendly pairs with little f hold together. */
function joinedBy({ size, first, second, weight }: Graph, f: Float64Array): Int32Array {
  const blocs = Int32Array.from({ length: size }, (_, v) => v);
  for (let k = 0; k < weight.length; k++) {
    const [a, b] = [blocs[first[k]], blocs[second[k]]];
    if (weight[k] < 0 || f[k] > 0.5 || a === b) continue;
    for (let v = 0; v < size; v++) if (blocs[v] === b) blocs[v] = a;
  }
  return blocs;
}

function byCycles(graph: Graph, best: Grouping, { cycles, total }: Packing, bound: number): SolvedBlocs {
  if (bound === total) return { ...best, lower: bound, cycles, cores: [] };
  const actors = Int32Array.from({ length: graph.size }, (_, v) => v);
  return { ...best, lower: bound, cycles: [], cores: [{ actors, bound, by: "cycles", cycles }] };
}

function divisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** Blocs of blocks as one: each block's are renamed so that they agree where it meets the others. */
function joined(
  graph: Graph,
  found: readonly { readonly block: Block; readonly solved: Grouping }[],
): Int32Array {
  const { size, offset, neighbour, pair, weight } = graph;
  const blocs = new Int32Array(size).fill(-1);
  const blocksOf: { readonly b: number; readonly place: number }[][] = Array.from({ length: size }, () => []);
  found.forEach(({ block }, b) => {
    block.actors.forEach((v, place) => {
      blocksOf[v].push({ b, place });
    });
  });
  const waiting: number[] = [];
  const set = (v: number, bloc: number): void => {
    if (blocs[v] >= 0) return;
    blocs[v] = bloc;
    waiting.push(v);
  };
  const done = new Uint8Array(found.length);
  for (let root = 0; root < size; root++) {
    // Parts that nothing ties to the others may share their blocs.
    set(root, 0);
    while (waiting.length > 0) {
      const v = waiting.pop() ?? 0;
      for (const { b, place } of blocksOf[v]) {
        if (done[b] === 1) continue;
        done[b] = 1;
        const { block, solved } = found[b];
        const names = new Map([[solved.blocs[place], blocs[v]]]);
        const taken = new Set(names.values());
        block.actors.forEach((u, i) => {
          let name = names.get(solved.blocs[i]);
          if (name === undefined) {
            name = 0;
            while (taken.has(name)) name += 1;
            names.set(solved.blocs[i], name);
            taken.add(name);
          }
          set(u, name);
        });
      }
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        const enemies = weight[pair[i]] < 0;
        set(neighbour[i], enemies ? (blocs[v] === 0 ? 1 : 0) : blocs[v]);
      }
    }
  }
  return blocs;
}
