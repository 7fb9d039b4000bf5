import { type Graph, graphOf } from "./graph.ts";

/** A graph in which two actors have become one, and what that alone frustrates. */
export interface Merged {
  readonly graph: Graph;
  readonly cost: number;
  /** The place that each actor of the graph before has now. */
  readonly place: Int32Array;
}

/**
 * Puts actor `other` on the side of `actor` (side 1), or on the other one.
 *
 * @remarks The pair of the two is satisfied or not; pairs that both have with a third add up, or cancel.
 */
export function merged(graph: Graph, actor: number, other: number, side: 1 | -1): Merged {
  const { size, first, second, weight } = graph;
  const shift = (v: number) => (v > other ? v - 1 : v);
  const place = Int32Array.from({ length: size }, (_, v) => shift(v === other ? actor : v));
  const sums = new Map<number, number>();
  let cost = 0;
  for (let k = 0; k < weight.length; k++) {
    const [a, b] = [place[first[k]], place[second[k]]];
    const w = weight[k] * (first[k] === other ? side : 1) * (second[k] === other ? side : 1);
    if (a === b) {
      cost += Math.max(0, -w);
      continue;
    }
    const key = Math.min(a, b) * size + Math.max(a, b);
    const old = sums.get(key) ?? 0;
    if (old * w < 0) cost += Math.min(Math.abs(old), Math.abs(w));
    sums.set(key, old + w);
  }
  const left = [...sums].filter(([, w]) => w !== 0);
  const next = graphOf(
    size - 1,
    Int32Array.from(left, ([key]) => Math.floor(key / size)),
    Int32Array.from(left, ([key]) => key % size),
    Float64Array.from(left, ([, w]) => w),
  );
  return { graph: next, cost, place };
}
