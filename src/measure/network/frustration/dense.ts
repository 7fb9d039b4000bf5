import type { Random } from "../../../base/index.ts";
import type { Graph } from "./graph.ts";
import { quick } from "./quick.ts";
import type { Search } from "./search.ts";
import { relaxation } from "./semidefinite.ts";
import { renamed, type Triangle } from "./triangles.ts";

/** A problem with fewer actors: each of the graph's sides with one of them, or against it. */
interface Node {
  readonly size: number;
  readonly w: Float64Array;
  /** Σ w s s of the graph is that of the node plus this. */
  readonly constant: number;
  /** The node's actor that each of the graph's goes with, and whether with (+1) or against it. */
  readonly goesWith: Int32Array;
  readonly turn: Int8Array;
  /** No cost below this in the node, as far as is known. */
  readonly lower: number;
  readonly triangles: readonly Triangle[];
}

/** Up to so many actors a node is searched through. */
const SMALL = 10;

/**
 * Bounds on the least cost of a graph of some dozens of actors who are all tied to each other, by branch and bound:
 * where the semidefinite relaxation does not settle a problem, two actors are put on one side, and on two.
 *
 * @param walk the search, which may be handed better partitions.
 * @param nodes how many problems may be looked at.
 * @returns a cost that no partition goes below; the cost of the best, if nothing remains open.
 *
 * @see Rendl, Rinaldi & Wiegele 2010, pp. 316–318.
 */
export function branched(
  graph: Graph,
  walk: Search,
  step: number,
  random: Random,
  nodes: number,
  shouldStop?: () => boolean,
): number {
  const total = graph.weight.reduce((sum, w) => sum + Math.abs(w), 0);
  const draw = quick(random);
  const open: Node[] = [root(graph)];
  for (let looked = 0; open.length > 0; looked++) {
    if (looked === nodes || shouldStop?.()) break;
    const node = open.pop() as Node;
    const upper = walk.best().cost;
    // A cost above upper − step is upper at least.
    const target = total - 2 * (upper - step) - 1e-6 * step - node.constant;
    if (node.size <= SMALL) {
      walk.goFrom(lifted(node, leastSpins(node)));
      continue;
    }
    const { bound, pairs, triangles } = relaxation(node.w, node.size, target, node.triangles, draw);
    if (bound <= target) continue;
    walk.goFrom(lifted(node, rounded(pairs, node.size)));
    const lower = (total - bound - node.constant) / 2;
    const [i, j] = undecided(pairs, node.size);
    const parent = { ...node, triangles, lower: Math.max(lower, node.lower) };
    open.push(joined(parent, i, j, 1), joined(parent, i, j, -1));
  }
  return open.reduce((least, node) => Math.min(least, node.lower), walk.best().cost);
}

function root({ size, first, second, weight }: Graph): Node {
  const w = new Float64Array(size * size);
  for (let k = 0; k < weight.length; k++) {
    w[first[k] * size + second[k]] = w[second[k] * size + first[k]] = weight[k];
  }
  const goesWith = Int32Array.from({ length: size }, (_, v) => v);
  return { size, w, constant: 0, goesWith, turn: new Int8Array(size).fill(1), lower: 0, triangles: [] };
}

/** The pair whose standing is least decided. */
function undecided(pairs: Float64Array, n: number): [number, number] {
  let best: [number, number] = [0, 1];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if (Math.abs(pairs[i * n + j]) < Math.abs(pairs[best[0] * n + best[1]])) best = [i, j];
    }
  }
  return best;
}

/** The problem in which j sides with i, or against it. */
function joined(node: Node, i: number, j: number, side: 1 | -1): Node {
  const { size: n, w, constant, goesWith, turn, lower, triangles } = node;
  const size = n - 1;
  const place = (v: number) => (v < j ? v : v - 1);
  const next = new Float64Array(size * size);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      if (a === b) continue;
      const [p, q] = [a === j ? place(i) : place(a), b === j ? place(i) : place(b)];
      if (p !== q) next[p * size + q] += (a === j || b === j ? side : 1) * w[a * n + b];
    }
  }
  return {
    size,
    w: next,
    constant: constant + side * w[i * n + j],
    goesWith: goesWith.map((v) => (v === j ? place(i) : place(v))),
    turn: turn.map((t, v) => (goesWith[v] === j ? side * t : t)),
    lower,
    triangles: renamed(triangles, (v) => (v === j ? place(i) : place(v)), j, side),
  };
}

function lifted({ goesWith, turn }: Node, spins: Int8Array): Int8Array {
  return turn.map((t, v) => t * spins[goesWith[v]]);
}

/** Spins as they stand to the first actor. */
function rounded(pairs: Float64Array, n: number): Int8Array {
  return Int8Array.from({ length: n }, (_, v) => (v === 0 || pairs[v] >= 0 ? 1 : -1));
}

/** The best spins of a small problem, all tried. */
function leastSpins({ size, w }: Node): Int8Array {
  const spins = new Int8Array(size).fill(1);
  const field = Float64Array.from({ length: size }, (_, v) =>
    w.subarray(v * size, (v + 1) * size).reduce((s, x) => s + x, 0),
  );
  let value = field.reduce((s, x) => s + x, 0) / 2;
  let most = value;
  let best = spins.slice();
  // A Gray code: one flip at a time; the first actor stays.
  for (let x = 1; x < 2 ** (size - 1); x++) {
    const v = 1 + (31 - Math.clz32(x & -x));
    value -= 2 * field[v];
    spins[v] = -spins[v];
    field[v] = -field[v];
    for (let u = 0; u < size; u++) if (u !== v) field[u] += 2 * w[u * size + v] * spins[u] * spins[v];
    if (value > most) {
      most = value;
      best = spins.slice();
    }
  }
  return best;
}
