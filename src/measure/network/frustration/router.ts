import { heap } from "./heap.ts";

/** Places and the roads between them, as they are seen from each place; a road belongs to a pair. */
export interface Roads {
  readonly size: number;
  readonly offset: Int32Array;
  readonly neighbour: Int32Array;
  readonly pair: Int32Array;
}

/** How full pairs are, and what it costs to use them; shared with who routes. */
export interface Traffic {
  /** How much a pair carries at most; −1 for a frustrated pair, which none may use. */
  readonly capacity: Float64Array;
  readonly used: Float64Array;
  /** What a pair costs while there is room. */
  readonly price: Float64Array;
}

/** A way from one place to another: the pairs walked, and the places passed, both ends included. */
export interface Way {
  readonly pairs: Int32Array;
  readonly places: Int32Array;
}

export interface Router {
  /** A way of as few pairs as possible, at most `longest`, that all have some room; or nothing. */
  free(from: number, to: number, longest: number): Way | undefined;
  /** The cheapest way for an amount; where there is no room for it a pair costs more by `pressure`. */
  cheapest(from: number, to: number, amount: number, pressure: number): Way | undefined;
}

/**
 * Finds ways, from both ends at once.
 *
 * @param departing roads as one may leave by them; @param arriving the same roads as one may have come by them, seen
 * from where they end. The two are one where every road goes both ways.
 */
export function router(departing: Roads, arriving: Roads, { capacity, used, price }: Traffic): Router {
  const { size } = departing;
  const roads = [departing, arriving];
  const distance = [new Float64Array(size), new Float64Array(size)];
  // seen[side][v]: the search that reached v from that side last; before and by: from where, over which pair.
  const seen = [new Int32Array(size), new Int32Array(size)];
  const before = [new Int32Array(size), new Int32Array(size)];
  const by = [new Int32Array(size), new Int32Array(size)];
  const line = [new Int32Array(size), new Int32Array(size)];
  const heaps = [heap(), heap()];
  let search = 0;

  function wayThrough(from: number, to: number, middle: number): Way {
    const pairs: number[] = [];
    const places: number[] = [middle];
    for (let v = middle; v !== from; v = before[0][v]) {
      pairs.push(by[0][v]);
      places.push(before[0][v]);
    }
    pairs.reverse();
    places.reverse();
    for (let v = middle; v !== to; v = before[1][v]) {
      pairs.push(by[1][v]);
      places.push(before[1][v]);
    }
    return { pairs: Int32Array.from(pairs), places: Int32Array.from(places) };
  }

  function free(from: number, to: number, longest: number): Way | undefined {
    search += 1;
    seen[0][from] = search;
    seen[1][to] = search;
    line[0][0] = from;
    line[1][0] = to;
    const head = [0, 0];
    const tail = [1, 1];
    for (let length = 1; length <= longest && head[0] < tail[0] && head[1] < tail[1]; length++) {
      const side = tail[0] - head[0] <= tail[1] - head[1] ? 0 : 1;
      const { offset, neighbour, pair } = roads[side];
      const mine = seen[side];
      const other = seen[1 - side];
      const places = line[side];
      const end = tail[side];
      let last = end;
      for (let h = head[side]; h < end; h++) {
        const v = places[h];
        for (let i = offset[v]; i < offset[v + 1]; i++) {
          const p = pair[i];
          const u = neighbour[i];
          if (mine[u] === search || used[p] >= capacity[p]) continue;
          mine[u] = search;
          before[side][u] = v;
          by[side][u] = p;
          if (other[u] === search) return wayThrough(from, to, u);
          places[last++] = u;
        }
      }
      head[side] = end;
      tail[side] = last;
    }
    return undefined;
  }

  function cheapest(from: number, to: number, amount: number, pressure: number): Way | undefined {
    search += 1;
    for (let side = 0; side < 2; side++) {
      const start = side === 0 ? from : to;
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
      const { offset, neighbour, pair } = roads[side];
      const mySeen = seen[side];
      const other = distance[1 - side];
      const otherSeen = seen[1 - side];
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
        before[side][u] = v;
        by[side][u] = p;
        heaps[side].push(d, u);
        if (otherSeen[u] === search && d + other[u] < best) {
          best = d + other[u];
          middle = u;
        }
      }
    }
    return middle < 0 ? undefined : wayThrough(from, to, middle);
  }

  return { free, cheapest };
}
