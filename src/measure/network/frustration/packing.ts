import type { Graph } from "./graph.ts";

/**
 * Negative cycles that share no weight: each goes through one frustrated pair and home by satisfied ones.
 * As every partition frustrates something in each of them, their total bounds the index from below.
 */
export interface Packing {
  /** Cycles as actors in order; the first two are the frustrated pair. */
  readonly cycles: readonly Int32Array[];
  readonly amount: Float64Array;
  readonly total: number;
  /** Whether the total equals the cost of the partition, which is then proven least. */
  readonly complete: boolean;
}

export interface PackingEffort {
  /** Capacities are multiplied by this: 2 lets cycles share a pair half and half. */
  readonly scale: 1 | 2;
  /** Rounds of rerouting before giving up. */
  readonly rounds: number;
  readonly shouldStop?: () => boolean;
}

/**
 * Packs negative cycles under a partition by negotiated congestion: routes may overuse pairs at first, but
 * an overused pair grows dearer round by round until those who can go elsewhere do.
 *
 * @see McMurchie & Ebeling 1995 for the negotiation.
 */
export function packing(graph: Graph, spins: Int8Array, effort: PackingEffort): Packing {
  const { size, first, second, weight, offset, neighbour, pair } = graph;
  const m = weight.length;
  const capacity = new Float64Array(m);
  const satisfied = new Uint8Array(m);
  const history = new Float64Array(m);
  const used = new Float64Array(m);
  const frustrated: number[] = [];
  let demand = 0;
  for (let k = 0; k < m; k++) {
    capacity[k] = Math.abs(weight[k]) * effort.scale;
    if (weight[k] * spins[first[k]] * spins[second[k]] > 0) satisfied[k] = 1;
    else {
      frustrated.push(k);
      demand += capacity[k];
    }
  }

  // A route: the pairs walked from one end of a frustrated pair to the other, and how much goes along.
  const owner: number[] = [];
  const amounts: number[] = [];
  const paths: (Int32Array | undefined)[] = [];

  // Triangles with free sides first, those with the fewest choices before the others.
  const mark = new Int32Array(size).fill(-1);
  for (const k of frustrated) {
    let left = capacity[k];
    const a = first[k];
    const b = second[k];
    const u = offset[a + 1] - offset[a] > offset[b + 1] - offset[b] ? a : b;
    const v = u === a ? b : a;
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      const p = pair[i];
      if (satisfied[p] === 1 && used[p] < capacity[p]) mark[neighbour[i]] = p;
    }
    for (let i = offset[u]; i < offset[u + 1] && left > 0; i++) {
      const p = pair[i];
      const q = mark[neighbour[i]];
      if (q < 0 || satisfied[p] === 0 || used[p] >= capacity[p] || used[q] >= capacity[q]) continue;
      const amount = Math.min(left, capacity[p] - used[p], capacity[q] - used[q]);
      used[p] += amount;
      used[q] += amount;
      left -= amount;
      owner.push(k);
      amounts.push(amount);
      paths.push(Int32Array.of(p, q));
    }
    for (let i = offset[v]; i < offset[v + 1]; i++) mark[neighbour[i]] = -1;
    if (left > 0) {
      owner.push(k);
      amounts.push(left);
      paths.push(undefined);
    }
  }

  let pressure = 0.5;
  const price = (k: number, amount: number): number => {
    const over = used[k] + amount - capacity[k];
    return over > 0 ? (1 + history[k]) * (1 + pressure * (1 + over / capacity[k])) : 1 + history[k];
  };
  const route = router(graph, satisfied);

  const put = (r: number, sign: 1 | -1): void => {
    const path = paths[r];
    if (path === undefined) return;
    for (let i = 0; i < path.length; i++) used[path[i]] += sign * amounts[r];
  };
  const conflicted = (r: number): boolean => {
    const path = paths[r];
    if (path === undefined) return true;
    for (let i = 0; i < path.length; i++) if (used[path[i]] > capacity[path[i]]) return true;
    return false;
  };

  let done = false;
  for (let round = 0; round < effort.rounds && !done; round++) {
    if (effort.shouldStop?.()) break;
    done = true;
    for (let r = 0; r < owner.length; r++) {
      if (!conflicted(r)) continue;
      put(r, -1);
      const k = owner[r];
      const path = route(first[k], second[k], (p) => price(p, amounts[r]));
      if (path === undefined) return finish(false);
      paths[r] = path;
      put(r, 1);
    }
    for (let k = 0; k < m; k++) {
      if (used[k] > capacity[k]) {
        history[k] += 0.5 * (used[k] / capacity[k] - 1);
        done = false;
      }
    }
    pressure = Math.min(pressure * 1.4, 1000);
  }
  return finish(done);

  function finish(complete: boolean): Packing {
    // What overuses a pair is left out, longest routes first.
    const order = owner.map((_, r) => r).sort((a, b) => (paths[b]?.length ?? 0) - (paths[a]?.length ?? 0));
    const cycles: Int32Array[] = [];
    const amount: number[] = [];
    let total = 0;
    for (const r of order) {
      const path = paths[r];
      if (path === undefined) continue;
      if (!complete && conflicted(r)) {
        put(r, -1);
        continue;
      }
      cycles.push(cycleOf(graph, owner[r], path));
      amount.push(amounts[r] / effort.scale);
      total += amounts[r];
    }
    return {
      cycles,
      amount: Float64Array.from(amount),
      total: total / effort.scale,
      complete: complete && total === demand,
    };
  }
}

/** A frustrated pair and the path between its ends, as the actors met on the way round. */
function cycleOf(graph: Graph, frustrated: number, path: Int32Array): Int32Array {
  const { first, second } = graph;
  const cycle = new Int32Array(path.length + 1);
  // The path runs from one end to the other, in either direction.
  const a = first[frustrated];
  const starts = first[path[0]] === a || second[path[0]] === a;
  let at = starts ? a : second[frustrated];
  cycle[0] = starts ? second[frustrated] : a;
  for (let i = 0; i < path.length; i++) {
    cycle[i + 1] = at;
    at = first[path[i]] === at ? second[path[i]] : first[path[i]];
  }
  return cycle;
}

/** Cheapest paths over satisfied pairs, searched from both ends. */
function router(graph: Graph, satisfied: Uint8Array) {
  const { size, offset, neighbour, pair } = graph;
  const distance = [new Float64Array(size), new Float64Array(size)];
  const seen = [new Int32Array(size), new Int32Array(size)];
  const back = [new Int32Array(size), new Int32Array(size)];
  const heaps = [heap(), heap()];
  let stamp = 0;

  return (a: number, b: number, price: (pair: number) => number): Int32Array | undefined => {
    stamp += 1;
    for (const side of [0, 1]) {
      const start = side === 0 ? a : b;
      heaps[side].clear();
      heaps[side].push(0, start);
      seen[side][start] = stamp;
      distance[side][start] = 0;
      back[side][start] = -1;
    }
    let best = Number.POSITIVE_INFINITY;
    let middle = -1;
    while (heaps[0].size() > 0 && heaps[1].size() > 0 && heaps[0].least() + heaps[1].least() < best) {
      const side = heaps[0].size() <= heaps[1].size() ? 0 : 1;
      const key = heaps[side].least();
      const v = heaps[side].pop();
      const mine = distance[side];
      const mySeen = seen[side];
      const other = distance[1 - side];
      const otherSeen = seen[1 - side];
      if (key > mine[v]) continue;
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        const p = pair[i];
        if (satisfied[p] === 0) continue;
        const d = key + price(p);
        if (d >= best) continue;
        const u = neighbour[i];
        if (mySeen[u] === stamp && d >= mine[u]) continue;
        mySeen[u] = stamp;
        mine[u] = d;
        back[side][u] = i;
        heaps[side].push(d, u);
        if (otherSeen[u] === stamp && d + other[u] < best) {
          best = d + other[u];
          middle = u;
        }
      }
    }
    if (middle < 0) return undefined;
    const path: number[] = [];
    const trace = (side: number) => {
      let v = middle;
      while (back[side][v] >= 0) {
        const i = back[side][v];
        const p = pair[i];
        path.push(p);
        v = graph.first[p] === v ? graph.second[p] : graph.first[p];
      }
    };
    trace(0);
    path.reverse();
    trace(1);
    return Int32Array.from(path);
  };
}

/** A binary heap of numbered keys, least first. */
function heap() {
  let keys = new Float64Array(256);
  let items = new Int32Array(256);
  let count = 0;
  return {
    clear() {
      count = 0;
    },
    size: () => count,
    least: () => keys[0],
    push(key: number, item: number) {
      if (count === keys.length) {
        const more = new Float64Array(2 * count);
        more.set(keys);
        keys = more;
        const moreItems = new Int32Array(2 * count);
        moreItems.set(items);
        items = moreItems;
      }
      let i = count++;
      while (i > 0) {
        const up = (i - 1) >> 1;
        if (keys[up] <= key) break;
        keys[i] = keys[up];
        items[i] = items[up];
        i = up;
      }
      keys[i] = key;
      items[i] = item;
    },
    pop(): number {
      const top = items[0];
      const key = keys[--count];
      const item = items[count];
      let i = 0;
      for (;;) {
        let down = 2 * i + 1;
        if (down >= count) break;
        if (down + 1 < count && keys[down + 1] < keys[down]) down += 1;
        if (keys[down] >= key) break;
        keys[i] = keys[down];
        items[i] = items[down];
        i = down;
      }
      keys[i] = key;
      items[i] = item;
      return top;
    },
  };
}
