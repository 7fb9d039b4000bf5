import type { Graph } from "./graph.ts";
import { costOf, type Split } from "./search.ts";

/** A cost that depends on the sides of some actors: bit i of the index is the side of `scope[i]`. */
interface Table {
  readonly scope: readonly number[];
  readonly cost: Float64Array;
}

/**
 * A partition that frustrates least, by eliminating one actor after the other: for each way its neighbours may
 * side, its best side is noted, and its least cost becomes a table over the neighbours.
 *
 * @param order every actor once; the largest number of neighbours left at a step is the width, and tables have
 * 2^width entries.
 *
 * @see Dechter 1999, pp. 41–85 (bucket elimination).
 */
export function elimination(graph: Graph, order: Int32Array): Split {
  const { size, offset, neighbour, pair, weight } = graph;
  const step = new Int32Array(size);
  order.forEach((v, i) => {
    step[v] = i;
  });
  const bucket: Table[][] = Array.from({ length: size }, () => []);
  const noted: { readonly scope: readonly number[]; readonly side: Uint8Array }[] = [];

  for (const v of order) {
    const links = new Map<number, number>();
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      if (step[neighbour[i]] > step[v]) links.set(neighbour[i], weight[pair[i]]);
    }
    const scope = [...new Set([...links.keys(), ...bucket[v].flatMap((t) => t.scope)])]
      .filter((u) => u !== v)
      .sort((a, b) => step[b] - step[a]);
    const [same, other] = [1, -1].map((side) => {
      const cost = pairCosts(scope, links, side);
      for (const table of bucket[v]) addTable(cost, scope, table, v, side);
      return cost;
    });
    const side = new Uint8Array(same.length);
    for (let x = 0; x < same.length; x++) {
      if (other[x] < same[x]) {
        side[x] = 1;
        same[x] = other[x];
      }
    }
    noted.push({ scope, side });
    bucket[v] = [];
    if (scope.length > 0) bucket[scope[scope.length - 1]].push({ scope, cost: same });
  }

  const spins = new Int8Array(size);
  for (let i = size - 1; i >= 0; i--) {
    const { scope, side } = noted[i];
    let x = 0;
    scope.forEach((u, bit) => {
      if (spins[u] < 0) x += 2 ** bit;
    });
    spins[order[i]] = side[x] === 1 ? -1 : 1;
  }
  return { spins, cost: costOf(graph, spins) };
}

/** What the pairs between an actor on a side and its scope cost, for each way the scope may side. */
function pairCosts(scope: readonly number[], links: ReadonlyMap<number, number>, side: number): Float64Array {
  const cost = new Float64Array(2 ** scope.length);
  for (const w of links.values()) if (w * side < 0) cost[0] += Math.abs(w);
  scope.forEach((u, bit) => {
    const more = (links.get(u) ?? 0) * side;
    const half = 2 ** bit;
    for (let x = 0; x < half; x++) cost[half + x] = cost[x] + more;
  });
  return cost;
}

/** Adds a table, read with v on the given side, to costs over a scope that holds the rest of its actors. */
function addTable(cost: Float64Array, scope: readonly number[], table: Table, v: number, side: number): void {
  const at = new Int32Array(cost.length);
  const own = table.scope.indexOf(v);
  at[0] = side < 0 ? 2 ** own : 0;
  scope.forEach((u, bit) => {
    const place = table.scope.indexOf(u);
    const stride = place < 0 ? 0 : 2 ** place;
    const half = 2 ** bit;
    for (let x = 0; x < half; x++) at[half + x] = at[x] + stride;
  });
  for (let x = 0; x < cost.length; x++) cost[x] += table.cost[at[x]];
}
