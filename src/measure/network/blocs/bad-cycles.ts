import type { Cut } from "../frustration/cuts.ts";
import type { Graph } from "../frustration/graph.ts";
import { heap } from "../frustration/heap.ts";

/**
 * Cycles with exactly one hostile pair that are shorter than 1, when each pair is as long as f says: for each hostile
 * pair the shortest way between its ends over friendly ones.
 *
 * @see Demaine, Emanuel, Fiat & Immorlica 2006 for the program whose cuts these are.
 */
export function badCycles(graph: Graph, f: Float64Array): Cut[] {
  const { size, first, second, offset, neighbour, pair, weight } = graph;
  const distance = new Float64Array(size);
  const seen = new Int32Array(size).fill(-1);
  const before = new Int32Array(size);
  const by = new Int32Array(size);
  const next = heap();
  const found: (Cut & { readonly length: number })[] = [];
  for (let k = 0; k < weight.length; k++) {
    if (weight[k] > 0) continue;
    const [start, goal] = [first[k], second[k]];
    const room = 1 - 1e-6 - Math.max(0, f[k]);
    next.clear();
    next.push(0, start);
    seen[start] = k;
    distance[start] = 0;
    while (next.size() > 0) {
      const key = next.least();
      const v = next.pop();
      if (v === goal) break;
      if (key > distance[v]) continue;
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        const p = pair[i];
        if (weight[p] < 0) continue;
        const d = key + Math.max(0, f[p]);
        const u = neighbour[i];
        if (d >= room || (seen[u] === k && d >= distance[u])) continue;
        seen[u] = k;
        distance[u] = d;
        before[u] = v;
        by[u] = p;
        next.push(d, u);
      }
    }
    if (seen[goal] !== k) continue;
    const through = [goal];
    const pairs = [k];
    for (let v = goal; v !== start; v = before[v]) {
      pairs.push(by[v]);
      through.push(before[v]);
    }
    found.push({ through, pairs, length: distance[goal] + f[k] });
  }
  return found.sort((a, b) => a.length - b.length);
}
