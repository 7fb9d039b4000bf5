import type { Graph } from "./graph.ts";

/**
 * The costs of any two partitions differ by a multiple of this.
 *
 * @remarks To flip an actor changes the cost by the sum of its pairs, each with a sign: its plain sum, less
 * twice some of them. A bound closer to a known cost than this is as good as the cost itself.
 */
export function granule(graph: Graph): number {
  const { size, offset, pair, weight } = graph;
  let common = 0;
  for (let k = 0; k < weight.length && common !== 1; k++) common = divisor(common, 2 * Math.abs(weight[k]));
  for (let v = 0; v < size && common !== 1; v++) {
    let sum = 0;
    for (let i = offset[v]; i < offset[v + 1]; i++) sum += weight[pair[i]];
    common = divisor(common, Math.abs(sum));
  }
  return common;
}

/** The greatest common divisor of two whole numbers ≥ 0. */
function divisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
