import type { Cut } from "./cuts.ts";
import type { Graph } from "./graph.ts";
import { heap } from "./heap.ts";

/**
 * Negative cycles that are shorter than 1, when each pair is as long as f says.
 *
 * @param most how many are looked for.
 * @remarks From each actor the shortest way back to itself over an odd number of hostile pairs is sought in the doubled
 * graph (a hostile pair leads to the other copy). Of a walk that meets an actor twice the negative loop is kept.
 * @see Grötschel & Pulleyblank 1981 for the doubled graph.
 */
export function negativeCycles(graph: Graph, f: Float64Array, most: number): Cut[] {
  const { size, offset, neighbour, pair, weight } = graph;
  const distance = new Float64Array(2 * size);
  const seen = new Int32Array(2 * size).fill(-1);
  const before = new Int32Array(2 * size);
  const by = new Int32Array(2 * size);
  const next = heap();
  const found: (Cut & { readonly length: number })[] = [];
  for (let start = 0; start < size && found.length < most; start++) {
    next.clear();
    next.push(0, start);
    seen[start] = start;
    distance[start] = 0;
    const goal = start + size;
    while (next.size() > 0) {
      const key = next.least();
      const place = next.pop();
      if (key > distance[place] || place === goal) {
        if (place === goal) break;
        continue;
      }
      const v = place % size;
      const copy = place - v;
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        const p = pair[i];
        const d = key + Math.max(0, f[p]);
        if (d >= 1 - 1e-6) continue;
        const u = neighbour[i] + (weight[p] < 0 ? size - copy : copy);
        if (seen[u] === start && d >= distance[u]) continue;
        seen[u] = start;
        distance[u] = d;
        before[u] = place;
        by[u] = p;
        next.push(d, u);
      }
    }
    if (seen[goal] !== start) continue;
    const cut = negativeLoop(walkTo(goal));
    found.push({ ...cut, length: cut.pairs.reduce((sum, p) => sum + f[p], 0) });
  }
  return found.sort((a, b) => a.length - b.length);

  /** The places of the walk that ends at a place, and the pairs between them. */
  function walkTo(goal: number): { readonly places: number[]; readonly pairs: number[] } {
    const places = [goal];
    const pairs: number[] = [];
    for (let place = goal; place !== goal - size; place = before[place]) {
      pairs.push(by[place]);
      places.push(before[place]);
    }
    return { places, pairs };
  }

  /** The first stretch of a walk between the two copies of an actor; loops that lead back to the same copy are left out. */
  function negativeLoop({ places, pairs }: { places: number[]; pairs: number[] }): Cut {
    const at = new Map<number, number>();
    const way: number[] = [];
    const walked: number[] = [];
    for (let i = 0; i < places.length; i++) {
      const twin = at.get((places[i] + size) % (2 * size));
      if (twin !== undefined) {
        const through = way.slice(twin).map((place) => place % size);
        return { through, pairs: walked.slice(twin) };
      }
      const again = at.get(places[i]);
      if (again !== undefined) {
        for (const place of way.splice(again)) at.delete(place);
        walked.length = again;
      }
      at.set(places[i], way.length);
      way.push(places[i]);
      if (i < pairs.length) walked.push(pairs[i]);
    }
    return { through: way.map((place) => place % size), pairs: walked };
  }
}
