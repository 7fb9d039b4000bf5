import { pairs } from "../pairs.ts";
import type { SignedNetwork } from "../signed-network.ts";

/**
 * A symmetric matrix with few entries, as its network sees it: row v has the value `value[i]` in the column
 * `neighbour[i]` for i from `offset[v]` to `offset[v + 1] − 1`, and 0 elsewhere.
 */
export interface Operator {
  readonly size: number;
  readonly offset: Int32Array;
  readonly neighbour: Int32Array;
  readonly value: Float64Array;
}

/** The adjacency matrix of a network: each pair's friendly less its hostile weight, whatever the directions. */
export function adjacencyOf(network: SignedNetwork): Operator {
  const { size, friendly, hostile, offset, neighbour, pair } = pairs(network);
  const value = new Float64Array(pair.length);
  for (let i = 0; i < pair.length; i++) value[i] = friendly[pair[i]] - hostile[pair[i]];
  return { size, offset, neighbour, value };
}

/** The matrix times a vector. */
export function times({ size, offset, neighbour, value }: Operator, x: Float64Array): Float64Array {
  const y = new Float64Array(size);
  for (let v = 0; v < size; v++) {
    let sum = 0;
    for (let i = offset[v]; i < offset[v + 1]; i++) sum += value[i] * x[neighbour[i]];
    y[v] = sum;
  }
  return y;
}
