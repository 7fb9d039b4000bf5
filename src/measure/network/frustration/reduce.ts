import { type Graph, graphOf } from "./graph.ts";
import { chained, type Stretch, strands } from "./strands.ts";

/** A graph without the actors whose best side follows from the others'. */
export interface Reduced {
  /** What is left; its weights are whole, in units of 1 / `fine` of the graph's. */
  readonly graph: Graph;
  readonly fine: number;
  /** The place in the graph of each actor left. */
  readonly actors: Int32Array;
  /** Negative cycles met on the way, and what they frustrate in every partition. */
  readonly cycles: readonly Stretch[];
  readonly cancelled: number;
  /** Spins of all actors from those of the actors left. */
  expand(spins: Int8Array): Int8Array;
  /** Weight of the pair of two actors left as walks in the graph, in its units; no weight is handed out twice. */
  lift(a: number, b: number, weight: number): Stretch[];
}

/** Weights stay multiples of this, so that sums are exact. */
const FINEST = 2 ** 12;

/**
 * Takes out actors one by one, exactly: those with at most three neighbours, and those with one pair as heavy
 * as all their others together. Ways through them become pairs of their neighbours.
 *
 * @returns what is left, or nothing if nobody can go.
 *
 * @remarks With neighbours 1, 2, 3 and weights a, b, c the actor sides to |a s₁ + b s₂ + c s₃|, which is a constant
 * plus J₁₂ s₁ s₂ + J₁₃ s₁ s₃ + J₂₃ s₂ s₃ (star and triangle). The J never take more of a weight than there is, so
 * that each is a bundle of walks in the graph.
 */
export function reduce(graph: Graph): Reduced | undefined {
  const { size, first, second, weight } = graph;
  const ways = strands();
  const around: Map<number, { readonly id: number; readonly weight: number }>[] = Array.from(
    { length: size },
    () => new Map(),
  );
  for (let k = 0; k < weight.length; k++) {
    const own = { id: ways.own(first[k], second[k], Math.abs(weight[k])), weight: weight[k] };
    around[first[k]].set(second[k], own);
    around[second[k]].set(first[k], own);
  }
  const cycles: Stretch[] = [];
  let cancelled = 0;
  const gone = new Uint8Array(size);
  const undo: { readonly actor: number; readonly tied: readonly (readonly [number, number])[] }[] = [];
  const waiting = Array.from({ length: size }, (_, v) => size - 1 - v);
  const queued = new Uint8Array(size).fill(1);
  const look = (v: number): void => {
    if (queued[v] === 1) return;
    queued[v] = 1;
    waiting.push(v);
  };

  /** Puts a pair between x and y over v: beside a pair of the same sign, or against one of the other. */
  function tie(x: number, y: number, v: number, w: number): void {
    if (w === 0) return;
    const one = around[v].get(x)?.id ?? 0;
    const two = around[v].get(y)?.id ?? 0;
    const old = around[x].get(y);
    if (old !== undefined && old.weight * w < 0) {
      const much = Math.min(Math.abs(w), Math.abs(old.weight));
      const there = chained(ways.take(one, x, much), ways.take(two, v, much));
      for (const { through, weight } of chained(there, ways.take(old.id, y, much))) {
        cycles.push({ through: through.slice(0, -1), weight });
      }
      cancelled += much;
      const rest = Math.abs(w) - much;
      if (rest === 0 && Math.abs(old.weight) === much) {
        around[x].delete(y);
        around[y].delete(x);
      } else if (rest === 0) {
        set(x, y, old.id, old.weight + w);
      } else {
        const id = ways.bundle(x, y);
        ways.join(id, one, two, rest);
        set(x, y, id, w + old.weight);
      }
    } else {
      const id = old?.id ?? ways.bundle(x, y);
      ways.join(id, one, two, Math.abs(w));
      set(x, y, id, w + (old?.weight ?? 0));
    }
  }
  function set(x: number, y: number, id: number, w: number): void {
    around[x].set(y, { id, weight: w });
    around[y].set(x, { id, weight: w });
  }

  while (waiting.length > 0) {
    const v = waiting.pop() ?? 0;
    queued[v] = 0;
    if (gone[v] === 1 || (around[v].size > 3 && !hasHeavy(around[v]))) continue;
    const tied = [...around[v]].map(([u, pair]) => [u, pair.weight] as const);
    const through = waysThrough(tied);
    if (through === undefined) continue;
    gone[v] = 1;
    undo.push({ actor: v, tied });
    for (const [x, y, w] of through) tie(x, y, v, w);
    for (const [u] of tied) {
      around[u].delete(v);
      look(u);
    }
  }
  if (undo.length === 0) return undefined;

  const actors = Int32Array.from({ length: size }, (_, v) => v).filter((v) => gone[v] === 0);
  const local = new Int32Array(size);
  actors.forEach((v, i) => {
    local[v] = i;
  });
  const left: { readonly a: number; readonly b: number; readonly weight: number }[] = [];
  actors.forEach((v, a) => {
    for (const [u, pair] of around[v]) if (u > v) left.push({ a, b: local[u], weight: pair.weight });
  });
  let fine = 1;
  while (left.some((pair) => !Number.isInteger(pair.weight * fine))) fine *= 2;
  return {
    graph: graphOf(
      actors.length,
      Int32Array.from(left, (pair) => pair.a),
      Int32Array.from(left, (pair) => pair.b),
      Float64Array.from(left, (pair) => pair.weight * fine),
    ),
    fine,
    actors,
    cycles,
    cancelled,
    expand(spins) {
      const all = new Int8Array(size);
      actors.forEach((v, i) => {
        all[v] = spins[i];
      });
      for (const { actor, tied } of undo.toReversed()) {
        let pull = 0;
        for (const [u, w] of tied) pull += w * all[u];
        all[actor] = pull < 0 ? -1 : 1;
      }
      return all;
    },
    lift: (a, b, weight) => ways.take(around[actors[a]].get(actors[b])?.id ?? 0, actors[a], weight / fine),
  };
}

/** Whether one pair of an actor is as heavy as all its others together. */
function hasHeavy(tied: ReadonlyMap<number, { readonly weight: number }>): boolean {
  let sum = 0;
  let most = 0;
  for (const { weight } of tied.values()) {
    const size = Math.abs(weight);
    sum += size;
    if (size > most) most = size;
  }
  return 2 * most >= sum;
}

/** The pairs that stand for an actor once it is gone, as [x, y, weight]; nothing if it has to stay. */
function waysThrough(
  tied: readonly (readonly [number, number])[],
): readonly (readonly [number, number, number])[] | undefined {
  if (tied.length < 2) return [];
  let heaviest = tied[0];
  let sum = 0;
  for (const one of tied) {
    sum += Math.abs(one[1]);
    if (Math.abs(one[1]) > Math.abs(heaviest[1])) heaviest = one;
  }
  if (2 * Math.abs(heaviest[1]) >= sum) {
    const sign = Math.sign(heaviest[1]);
    return tied.filter((one) => one !== heaviest).map(([u, w]) => [heaviest[0], u, sign * w] as const);
  }
  if (tied.length > 3) return undefined;
  const [[x, a], [y, b], [z, c]] = tied;
  const halfSum = sum / 2;
  const signed = (w: number, p: number, q: number) => w * Math.sign(p) * Math.sign(q);
  // With all three signs made positive, J₁₂ = (a + b − c) / 2, and so on: none is negative here.
  const through = [
    [x, y, signed(halfSum - Math.abs(c), a, b)],
    [x, z, signed(halfSum - Math.abs(b), a, c)],
    [y, z, signed(halfSum - Math.abs(a), b, c)],
  ] as const;
  return through.every(([, , w]) => Number.isInteger(w * FINEST)) ? through : undefined;
}
