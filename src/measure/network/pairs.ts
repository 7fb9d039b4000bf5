import type { SignedNetwork } from "./signed-network.ts";

/**
 * A signed network without directions: every tied pair once, with what binds and what divides it.
 *
 * Pairs are sorted by their two ends. The neighbours of actor v are `neighbour[offset[v] … offset[v + 1])`,
 * in rising order, and `pair` says which pair each of them makes with v.
 */
export interface Pairs {
  readonly size: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Sum of the weights of a pair's friendly ties, and of its hostile ones; both are ≥ 0. */
  readonly friendly: Float64Array;
  readonly hostile: Float64Array;
  /** Sum of the weights of hostile ties of an actor to itself. */
  readonly selfHostile: number;
  readonly offset: Int32Array;
  readonly neighbour: Int32Array;
  readonly pair: Int32Array;
}

/**
 * The pairs of a network. Directions are dropped: a tie either way is a tie of the pair.
 *
 * @remarks Two counting sorts, O(ties + actors). Neutral ties bind nobody and are left out.
 */
export function pairs(network: SignedNetwork): Pairs {
  const { from, to, weight } = network;
  const size = network.ids.length;
  const m = from.length;
  const low = new Int32Array(m);
  const high = new Int32Array(m);
  const tie = new Int32Array(m);
  let kept = 0;
  let selfHostile = 0;
  for (let k = 0; k < m; k++) {
    const a = from[k];
    const b = to[k];
    const w = weight[k];
    if (a === b) {
      if (w < 0) selfHostile -= w;
    } else if (w !== 0) {
      low[kept] = Math.min(a, b);
      high[kept] = Math.max(a, b);
      tie[kept++] = k;
    }
  }
  const order = sortedBy(low, sortedBy(high, undefined, kept, size), kept, size);

  const first = new Int32Array(kept);
  const second = new Int32Array(kept);
  const friendly = new Float64Array(kept);
  const hostile = new Float64Array(kept);
  let count = 0;
  for (let i = 0; i < kept; i++) {
    const k = order[i];
    const a = low[k];
    const b = high[k];
    if (count === 0 || first[count - 1] !== a || second[count - 1] !== b) {
      first[count] = a;
      second[count++] = b;
    }
    const w = weight[tie[k]];
    if (w > 0) friendly[count - 1] += w;
    else hostile[count - 1] -= w;
  }
  return {
    size,
    first: first.subarray(0, count),
    second: second.subarray(0, count),
    friendly: friendly.subarray(0, count),
    hostile: hostile.subarray(0, count),
    selfHostile,
    ...adjacency(size, first, second, count),
  };
}

/** Positions 0 … count − 1 in rising order of their keys; equal keys stay in the order given. */
function sortedBy(keys: Int32Array, before: Int32Array | undefined, count: number, size: number): Int32Array {
  const start = new Int32Array(size + 1);
  for (let i = 0; i < count; i++) start[keys[i] + 1] += 1;
  for (let v = 0; v < size; v++) start[v + 1] += start[v];
  const sorted = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const k = before === undefined ? i : before[i];
    sorted[start[keys[k]]++] = k;
  }
  return sorted;
}

/** Neighbour lists of pairs that are sorted by first, then second: each list comes out rising. */
function adjacency(size: number, first: Int32Array, second: Int32Array, count: number) {
  const offset = new Int32Array(size + 1);
  for (let k = 0; k < count; k++) {
    offset[first[k] + 1] += 1;
    offset[second[k] + 1] += 1;
  }
  for (let v = 0; v < size; v++) offset[v + 1] += offset[v];
  const next = offset.slice(0, size);
  const neighbour = new Int32Array(2 * count);
  const pair = new Int32Array(2 * count);
  // All lower neighbours of v come before its higher ones, because v is `second` of a pair
  // with a smaller `first` only in pairs that stand before those where v is `first`.
  for (let k = 0; k < count; k++) {
    const a = first[k];
    const b = second[k];
    neighbour[next[b]] = a;
    pair[next[b]++] = k;
    neighbour[next[a]] = b;
    pair[next[a]++] = k;
  }
  return { offset, neighbour, pair };
}
