import type { Graph } from "./graph.ts";

/** Larger graphs are not tried: looking for an order takes time in the square of their size. */
const MOST = 4000;

/**
 * An order in which to eliminate the actors of a graph, least fill first, if no step needs a table over more
 * than `widest` actors; else nothing.
 *
 * @see Bodlaender & Koster 2010, pp. 259–275, for the rule.
 */
export function eliminationOrder(graph: Graph, widest: number): Int32Array | undefined {
  const { size, offset, neighbour } = graph;
  // Each step takes at most `widest` pairs away; and large graphs without light actors are never narrow.
  if (neighbour.length / 2 > size * widest || size > MOST) return undefined;
  const around: Set<number>[] = [];
  for (let v = 0; v < size; v++) around.push(new Set(neighbour.subarray(offset[v], offset[v + 1])));
  const fill = new Float64Array(size).fill(-1);
  const gone = new Uint8Array(size);
  const order = new Int32Array(size);
  for (let step = 0; step < size; step++) {
    let chosen = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let v = 0; v < size && least > 0; v++) {
      if (gone[v] === 1 || around[v].size > widest) continue;
      if (fill[v] < 0) fill[v] = missing(around, v);
      if (fill[v] < least || (fill[v] === least && around[v].size < around[chosen].size)) {
        least = fill[v];
        chosen = v;
      }
    }
    if (chosen < 0) return undefined;
    order[step] = chosen;
    gone[chosen] = 1;
    const scope = [...around[chosen]];
    for (const u of scope) {
      around[u].delete(chosen);
      fill[u] = -1;
    }
    if (least === 0) continue;
    for (let i = 0; i < scope.length; i++) {
      for (let j = 0; j < i; j++) {
        const a = scope[i];
        const b = scope[j];
        if (around[a].has(b)) continue;
        // A new pair changes the fill of its ends and of whoever neighbours both.
        for (const c of around[a]) if (around[b].has(c)) fill[c] = -1;
        around[a].add(b);
        around[b].add(a);
      }
    }
  }
  return order;
}

/** How many pairs of neighbours of v are not neighbours of each other. */
function missing(around: readonly Set<number>[], v: number): number {
  const scope = [...around[v]];
  let count = 0;
  for (let i = 0; i < scope.length; i++) {
    const own = around[scope[i]];
    for (let j = 0; j < i; j++) if (!own.has(scope[j])) count += 1;
  }
  return count;
}
