import type { Graph } from "./graph.ts";
import { heap } from "./heap.ts";

/** How full pairs are, and what it costs to use them; shared with who routes. */
export interface Traffic {
  /** How much a pair carries at most; −1 for a frustrated pair, which none may use. */
  readonly capacity: Float64Array;
  readonly used: Float64Array;
  /** What a pair costs while there is room. */
  readonly price: Float64Array;
}

export interface Router {
  /** A path of few pairs that all have room for something, or nothing. */
  free(a: number, b: number): Int32Array | undefined;
  /** The cheapest path for an amount; where there is no room for it a pair costs more by `pressure`. */
  cheapest(a: number, b: number, amount: number, pressure: number): Int32Array | undefined;
}

/** Finds paths over the satisfied pairs of a graph, from both ends at once. */
export function router(graph: Graph, { capacity, used, price }: Traffic): Router {
  const { size, first, second, offset, neighbour, pair } = graph;
  // back[v]: the pair by which v was reached; seen[v] says from which end, in which search.
  const distance = [new Float64Array(size), new Float64Array(size)];
  const seen = [new Int32Array(size), new Int32Array(size)];
  const back = [new Int32Array(size), new Int32Array(size)];
  const queue = [new Int32Array(size), new Int32Array(size)];
  const heaps = [heap(), heap()];
  let search = 0;

  /** The path through `middle`, from a to b, whose halves are noted in `back`. */
  function pathThrough(a: number, b: number, middle: number): Int32Array {
    const path: number[] = [];
    for (let v = middle; v !== a; ) {
      const p = back[0][v];
      path.push(p);
      v = first[p] === v ? second[p] : first[p];
    }
    path.reverse();
    for (let v = middle; v !== b; ) {
      const p = back[1][v];
      path.push(p);
      v = first[p] === v ? second[p] : first[p];
    }
    return Int32Array.from(path);
  }

  function free(a: number, b: number): Int32Array | undefined {
    search += 1;
    seen[0][a] = search;
    seen[1][b] = search;
    queue[0][0] = a;
    queue[1][0] = b;
    const head = [0, 0];
    const tail = [1, 1];
    while (head[0] < tail[0] && head[1] < tail[1]) {
      const side = tail[0] - head[0] <= tail[1] - head[1] ? 0 : 1;
      const mine = seen[side];
      const other = seen[1 - side];
      const way = back[side];
      const line = queue[side];
      const end = tail[side];
      let last = end;
      for (let h = head[side]; h < end; h++) {
        const v = line[h];
        for (let i = offset[v]; i < offset[v + 1]; i++) {
          const p = pair[i];
          const u = neighbour[i];
          if (mine[u] === search || used[p] >= capacity[p]) continue;
          mine[u] = search;
          way[u] = p;
          if (other[u] === search) return pathThrough(a, b, u);
          line[last++] = u;
        }
      }
      head[side] = end;
      tail[side] = last;
    }
    return undefined;
  }

  function cheapest(a: number, b: number, amount: number, pressure: number): Int32Array | undefined {
    search += 1;
    for (let side = 0; side < 2; side++) {
      const start = side === 0 ? a : b;
      heaps[side].clear();
      heaps[side].push(0, start);
      seen[side][start] = search;
      distance[side][start] = 0;
    }
    let best = Number.POSITIVE_INFINITY;
    let middle = -1;
    while (heaps[0].size() > 0 && heaps[1].size() > 0) {
      if (heaps[0].least() + heaps[1].least() >= best) break;
      const side = heaps[0].size() <= heaps[1].size() ? 0 : 1;
      const key = heaps[side].least();
      const v = heaps[side].pop();
      const mine = distance[side];
      if (key > mine[v]) continue;
      const mySeen = seen[side];
      const other = distance[1 - side];
      const otherSeen = seen[1 - side];
      const way = back[side];
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        const p = pair[i];
        const room = capacity[p];
        if (room < 0) continue;
        const over = used[p] + amount - room;
        const d = key + (over > 0 ? price[p] * (1 + pressure * (1 + over / room)) : price[p]);
        if (d >= best) continue;
        const u = neighbour[i];
        if (mySeen[u] === search && d >= mine[u]) continue;
        mySeen[u] = search;
        mine[u] = d;
        way[u] = p;
        heaps[side].push(d, u);
        if (otherSeen[u] === search && d + other[u] < best) {
          best = d + other[u];
          middle = u;
        }
      }
    }
    return middle < 0 ? undefined : pathThrough(a, b, middle);
  }

  return { free, cheapest };
}
