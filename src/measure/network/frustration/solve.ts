import type { Random } from "../../../base/index.ts";
import { type Block, blocks } from "./blocks.ts";
import type { ProvenPart } from "./certificate.ts";
import { elimination } from "./elimination.ts";
import { granule } from "./granule.ts";
import type { Graph } from "./graph.ts";
import { eliminationOrder } from "./order.ts";
import { type Packing, packing } from "./packing.ts";
import { type Search, type Split, search } from "./search.ts";

/** What was found out about a graph: its best partition, and what every partition must frustrate. */
export interface Solved extends Split {
  readonly lower: number;
  readonly parts: readonly SolvedPart[];
}

/** A bound on a block and its proof, in the graph's own places and units. */
export interface SolvedPart {
  readonly actors: Int32Array;
  readonly bound: number;
  readonly by: ProvenPart["by"];
  readonly cycles: readonly Int32Array[];
  readonly amount: readonly number[];
}

export interface Effort {
  readonly random: Random;
  readonly shouldStop?: () => boolean;
}

const WIDEST = 22;

/** Bounds on the least frustration of a graph, equal wherever the effort suffices: block by block. */
export function solve(graph: Graph, effort: Effort): Solved {
  const found = blocks(graph).map((block) => ({ block, solved: solveBlock(block.graph, effort) }));
  return {
    spins: glued(graph, found),
    cost: found.reduce((sum, { solved }) => sum + solved.cost, 0),
    lower: found.reduce((sum, { solved }) => sum + solved.lower, 0),
    parts: found.flatMap(({ block, solved }) =>
      solved.parts.map((part) => ({
        ...part,
        actors: part.actors.map((v) => block.actors[v]),
        cycles: part.cycles.map((cycle) => cycle.map((v) => block.actors[v])),
      })),
    ),
  };
}

/** The spins of blocks as one: each block is turned so that it agrees where it meets the others. */
function glued(
  graph: Graph,
  found: readonly { readonly block: Block; readonly solved: Solved }[],
): Int8Array {
  const { size, offset, neighbour, pair, weight } = graph;
  const spins = new Int8Array(size);
  const blocksOf: number[][] = Array.from({ length: size }, () => []);
  found.forEach(({ block }, b) => {
    for (const v of block.actors) blocksOf[v].push(b);
  });
  const done = new Uint8Array(found.length);
  const inBlock = new Int32Array(size).fill(-1);
  const queue: number[] = [];
  const set = (v: number, s: number): void => {
    if (spins[v] !== 0) return;
    spins[v] = s as 1 | -1;
    queue.push(v);
  };
  for (let root = 0; root < size; root++) {
    set(root, 1);
    while (queue.length > 0) {
      const v = queue.pop() ?? 0;
      for (const b of blocksOf[v]) {
        if (done[b] === 1) continue;
        done[b] = 1;
        const { block, solved } = found[b];
        const turn = spins[v] * solved.spins[block.actors.indexOf(v)];
        block.actors.forEach((u, i) => {
          inBlock[u] = b;
          set(u, turn * solved.spins[i]);
        });
      }
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        const u = neighbour[i];
        // A pair on no cycle; any other neighbour was set with its block.
        if (spins[u] === 0) set(u, weight[pair[i]] > 0 ? spins[v] : -spins[v]);
      }
    }
  }
  return spins;
}

/** One block: search and packing in turn until they meet, then elimination, then what remains open. */
function solveBlock(graph: Graph, effort: Effort): Solved {
  const { shouldStop } = effort;
  const walk: Search = search(graph, effort.random);
  if (walk.best.cost === 0) return { ...walk.best, lower: 0, parts: [] };
  const step = granule(graph);
  let best: Packing | undefined;
  let tested = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 6 && !shouldStop?.(); attempt++) {
    if (attempt > 0) walk.kick(Math.min(50 * 4 ** attempt, 40 * graph.size * attempt + 100));
    const split = walk.best;
    if (split.cost === tested && attempt < 4) continue;
    tested = split.cost;
    const tried = packing(graph, split.spins, {
      scale: attempt % 2 === 1 ? 2 : 1,
      rounds: 10 + 10 * attempt,
      shouldStop,
    });
    if (best === undefined || tried.total > best.total) best = tried;
    if (split.cost - best.total < step) return byCycles(graph, split, best, split.cost);
  }
  const order = shouldStop?.() ? undefined : eliminationOrder(graph, WIDEST);
  if (order === undefined) return byCycles(graph, walk.best, best, best?.total ?? 0);
  const least = elimination(graph, order);
  const part = { actors: order, bound: least.cost, by: "elimination" as const, cycles: [], amount: [] };
  return { ...least, lower: least.cost, parts: [part] };
}

function byCycles(graph: Graph, split: Split, found: Packing | undefined, bound: number): Solved {
  if (found === undefined) return { ...split, lower: 0, parts: [] };
  const actors = Int32Array.from({ length: graph.size }, (_, v) => v);
  const part = { actors, bound, by: "cycles" as const, cycles: found.cycles, amount: [...found.amount] };
  return { ...split, lower: bound, parts: [part] };
}
