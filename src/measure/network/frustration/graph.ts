import type { Pairs } from "../pairs.ts";
import { wholeScale } from "../whole.ts";

/**
 * What the solver works on: pairs with one signed weight each, a whole number that is not 0.
 *
 * The neighbours of actor v are `neighbour[offset[v] … offset[v + 1])`; `pair` says which pair each makes with v.
 */
export interface Graph {
  readonly size: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight: Float64Array;
  readonly offset: Int32Array;
  readonly neighbour: Int32Array;
  readonly pair: Int32Array;
}

/** The graph of some pairs, given by their two ends and weights. */
export function graphOf(size: number, first: Int32Array, second: Int32Array, weight: Float64Array): Graph {
  const m = first.length;
  const offset = new Int32Array(size + 1);
  for (let k = 0; k < m; k++) {
    offset[first[k] + 1] += 1;
    offset[second[k] + 1] += 1;
  }
  for (let v = 0; v < size; v++) offset[v + 1] += offset[v];
  const next = offset.slice(0, size);
  const neighbour = new Int32Array(2 * m);
  const pair = new Int32Array(2 * m);
  for (let k = 0; k < m; k++) {
    const a = first[k];
    const b = second[k];
    neighbour[next[a]] = b;
    pair[next[a]++] = k;
    neighbour[next[b]] = a;
    pair[next[b]++] = k;
  }
  return { size, first, second, weight, offset, neighbour, pair };
}

/** A network's pairs netted and scaled to whole numbers, and what netting alone costs. */
export interface Netted {
  readonly graph: Graph;
  /** One unit of the network's weights is this many units of the graph's. */
  readonly scale: number;
  /** In every partition at least this is frustrated: contradicting ties of a pair, hostile ties to oneself. */
  readonly contradiction: number;
}

/**
 * Nets each pair, friendly less hostile, and scales the weights so that all sums are exact.
 *
 * @remarks Weights with up to nine decimals are scaled by a power of ten, and every later sum is then exact.
 * Other weights are rounded to multiples of 2⁻⁴⁵ of their total, and the index is exact to that.
 */
export function netted(pairs: Pairs): Netted {
  const { friendly, hostile } = pairs;
  const m = friendly.length;
  const scale = wholeScale(friendly, hostile, Float64Array.of(pairs.selfHostile));
  let contradiction = Math.round(pairs.selfHostile * scale);
  const net = new Float64Array(m);
  let whole = 0;
  for (let k = 0; k < m; k++) {
    const plus = Math.round(friendly[k] * scale);
    const minus = Math.round(hostile[k] * scale);
    contradiction += Math.min(plus, minus);
    net[k] = plus - minus;
    if (net[k] !== 0) whole += 1;
  }
  if (whole === m) {
    const { size, first, second, offset, neighbour, pair } = pairs;
    return { graph: { size, first, second, weight: net, offset, neighbour, pair }, scale, contradiction };
  }
  const keep = (_: number, k: number) => net[k] !== 0;
  const graph = graphOf(
    pairs.size,
    pairs.first.filter(keep),
    pairs.second.filter(keep),
    net.filter((w) => w !== 0),
  );
  return { graph, scale, contradiction };
}
