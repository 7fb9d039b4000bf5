import type { Graph } from "./graph.ts";
import { eliminationOrder } from "./order.ts";

/** The least cost of each way some actors may side, and in how many ways those gone reach it. */
interface Table {
  readonly scope: readonly number[];
  readonly cost: Float64Array;
  readonly ways: Float64Array;
}

const WIDEST = 16;

/**
 * The number of spins that frustrate least, with the first actor's held; nothing if the graph is too wide to count.
 *
 * @remarks Elimination that counts: see `elimination.ts`. Exact up to 2⁵³.
 */
export function countOptima(graph: Graph): number | undefined {
  const order = eliminationOrder(graph, WIDEST);
  if (order === undefined) return undefined;
  const { size, offset, neighbour, pair, weight } = graph;
  const step = new Int32Array(size);
  order.forEach((v, i) => {
    step[v] = i;
  });
  const bucket: Table[][] = Array.from({ length: size }, () => []);
  let ways = 1;
  for (const v of order) {
    const links = new Map<number, number>();
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      if (step[neighbour[i]] > step[v]) links.set(neighbour[i], weight[pair[i]]);
    }
    const scope = [...new Set([...links.keys(), ...bucket[v].flatMap((t) => t.scope)])]
      .filter((u) => u !== v)
      .sort((a, b) => step[b] - step[a]);
    const entries = 2 ** scope.length;
    const table = { scope, cost: new Float64Array(entries), ways: new Float64Array(entries) };
    for (let x = 0; x < entries; x++) {
      const side = (u: number) => (x >> scope.indexOf(u)) & 1;
      for (const own of [0, 1]) {
        let cost = 0;
        let count = 1;
        for (const [u, w] of links) cost += side(u) === own ? Math.max(0, -w) : Math.max(0, w);
        for (const one of bucket[v]) {
          const at = one.scope.reduce((sum, u, bit) => sum + (u === v ? own : side(u)) * 2 ** bit, 0);
          cost += one.cost[at];
          count *= one.ways[at];
        }
        if (own === 0 || cost < table.cost[x]) {
          table.cost[x] = cost;
          table.ways[x] = count;
        } else if (cost === table.cost[x]) {
          table.ways[x] += count;
        }
      }
    }
    bucket[v] = [];
    if (scope.length === 0) ways *= table.ways[0];
    else bucket[scope[scope.length - 1]].push(table);
  }
  // Each is counted with its mirror image.
  return ways / 2;
}
