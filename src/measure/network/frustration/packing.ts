import type { Graph } from "./graph.ts";
import { router } from "./router.ts";

/**
 * Negative cycles that share no weight: each goes through one frustrated pair and home by satisfied ones.
 * As every partition frustrates something in each of them, their total bounds the index from below.
 */
export interface Packing {
  /** Cycles as actors in order. */
  readonly cycles: readonly Int32Array[];
  readonly amount: readonly number[];
  readonly total: number;
}

/** A negotiation over who may use which pair on the way home; it can be continued after the partition changed. */
export interface Negotiation {
  /** Reroutes in rounds until no pair is overused; false if rounds ran out. */
  settle(rounds: number, shouldStop?: () => boolean): boolean;
  /** Takes over another partition; routes that it does not touch are kept. */
  follow(spins: Int8Array): void;
  /** Actors on routes that overuse a pair: where the partition may not be the best. */
  conflicts(): Int32Array;
  /** What fits together: all cycles if settled. */
  packing(): Packing;
}

/**
 * Routes every frustrated pair from one of its ends to the other over satisfied pairs, by negotiated congestion:
 * routes may overuse pairs at first, but an overused pair grows dearer round by round, until those who can go
 * elsewhere do.
 *
 * @param scale capacities are multiplied by this: 2 lets cycles share a pair half and half.
 * @see McMurchie & Ebeling 1995 for the negotiation, there between the signals of a circuit.
 */
export function negotiation(graph: Graph, start: Int8Array, scale: 1 | 2): Negotiation {
  const { size, first, second, weight, offset, neighbour, pair } = graph;
  const m = weight.length;
  const capacity = new Float64Array(m).fill(-1);
  const used = new Float64Array(m);
  const price = new Float64Array(m).fill(1);
  const roads = router(graph, { capacity, used, price });
  const satisfied = new Uint8Array(m).fill(1);
  let pressure = 0.5;

  // Routes, in columns: the frustrated pair served, the amount, and the pairs walked (none while unrouted).
  let owner: number[] = [];
  let amount: number[] = [];
  let path: (Int32Array | undefined)[] = [];

  function carry(r: number, sign: 1 | -1): void {
    const way = path[r];
    if (way === undefined) return;
    for (let i = 0; i < way.length; i++) used[way[i]] += sign * amount[r];
  }

  function overused(r: number): boolean {
    const way = path[r];
    if (way === undefined) return true;
    for (let i = 0; i < way.length; i++) if (used[way[i]] > capacity[way[i]]) return true;
    return false;
  }

  function add(k: number, much: number, way: Int32Array | undefined): void {
    owner.push(k);
    amount.push(much);
    path.push(way);
    if (way !== undefined) carry(owner.length - 1, 1);
  }

  const mark = new Int32Array(size).fill(-1);
  /** Routes what it can of a pair's weight round triangles with room, and says what is left. */
  function triangles(k: number, wanted: number): number {
    const a = first[k];
    const b = second[k];
    const [u, v] = offset[a + 1] - offset[a] > offset[b + 1] - offset[b] ? [a, b] : [b, a];
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      if (used[pair[i]] < capacity[pair[i]]) mark[neighbour[i]] = pair[i];
    }
    let left = wanted;
    for (let i = offset[u]; i < offset[u + 1] && left > 0; i++) {
      const q = mark[neighbour[i]];
      const p = pair[i];
      if (q < 0 || used[p] >= capacity[p]) continue;
      const much = Math.min(left, capacity[p] - used[p], capacity[q] - used[q]);
      add(k, much, Int32Array.of(p, q));
      left -= much;
    }
    for (let i = offset[v]; i < offset[v + 1]; i++) mark[neighbour[i]] = -1;
    return left;
  }

  /** Routes what it can of a pair's weight over pairs with room. */
  function spare(k: number, wanted: number): number {
    let left = wanted;
    while (left > 0) {
      const way = roads.free(first[k], second[k]);
      if (way === undefined) break;
      let much = left;
      for (const p of way) much = Math.min(much, capacity[p] - used[p]);
      add(k, much, way);
      left -= much;
    }
    return left;
  }

  function follow(spins: Int8Array): void {
    const fresh: number[] = [];
    let changed = false;
    for (let k = 0; k < m; k++) {
      const whole = Math.abs(weight[k]) * scale;
      const now = weight[k] * spins[first[k]] * spins[second[k]] > 0 ? 1 : 0;
      if (now !== satisfied[k]) {
        changed = true;
        if (now === 0) fresh.push(k);
      }
      satisfied[k] = now;
      capacity[k] = now === 1 ? whole : -1;
    }
    if (changed && owner.length > 0) dropStale();
    const rest = fresh.map((k) => triangles(k, Math.abs(weight[k]) * scale));
    fresh.forEach((k, i) => {
      const left = rest[i] > 0 ? spare(k, rest[i]) : 0;
      for (let part = left; part > 0; part -= Math.max(1, Math.floor(left / 4))) {
        add(k, Math.min(part, Math.max(1, Math.floor(left / 4))), undefined);
      }
    });
    pressure = 0.5;
  }

  /** Forgets routes of pairs that are satisfied now; unroutes those that walk over pairs that are not. */
  function dropStale(): void {
    const olds = { owner, amount, path };
    used.fill(0);
    owner = [];
    amount = [];
    path = [];
    olds.owner.forEach((k, r) => {
      if (satisfied[k] === 1) return;
      const way = olds.path[r];
      add(k, olds.amount[r], way?.every((p) => satisfied[p] === 1) ? way : undefined);
    });
  }

  function settle(rounds: number, shouldStop?: () => boolean): boolean {
    for (let round = 0; round < rounds; round++) {
      let quiet = true;
      for (let r = 0; r < owner.length; r++) {
        if (!overused(r)) continue;
        quiet = false;
        carry(r, -1);
        path[r] = roads.cheapest(first[owner[r]], second[owner[r]], amount[r], pressure);
        carry(r, 1);
      }
      if (quiet) return true;
      for (let k = 0; k < m; k++) {
        if (capacity[k] > 0 && used[k] > capacity[k]) price[k] += used[k] / capacity[k] - 1;
      }
      pressure = Math.min(pressure * 1.2, 2);
      if (shouldStop?.()) break;
    }
    return owner.every((_, r) => !overused(r));
  }

  function conflicts(): Int32Array {
    const found = new Set<number>();
    for (let r = 0; r < owner.length; r++) {
      if (!overused(r)) continue;
      for (const p of [owner[r], ...(path[r] ?? [])]) found.add(first[p]).add(second[p]);
    }
    return Int32Array.from(found);
  }

  function packing(): Packing {
    const cycles: Int32Array[] = [];
    const amounts: number[] = [];
    let total = 0;
    const keep = (r: number) => {
      const way = path[r];
      if (way === undefined) return;
      cycles.push(cycleOf(graph, owner[r], way));
      amounts.push(amount[r] / scale);
      total += amount[r];
    };
    const left: number[] = [];
    for (let r = 0; r < owner.length; r++) {
      if (overused(r)) {
        carry(r, -1);
        path[r] = undefined;
        left.push(r);
      }
    }
    for (const r of left) {
      const way = roads.free(first[owner[r]], second[owner[r]]);
      if (way === undefined) continue;
      if (way.some((p) => used[p] + amount[r] > capacity[p])) continue;
      path[r] = way;
      carry(r, 1);
    }
    for (let r = 0; r < owner.length; r++) keep(r);
    return { cycles, amount: amounts, total: total / scale };
  }

  follow(start);
  return { settle, follow, conflicts, packing };
}

/** A frustrated pair and the path between its ends, as the actors met on the way round. */
function cycleOf(graph: Graph, frustrated: number, path: Int32Array): Int32Array {
  const { first, second } = graph;
  const cycle = new Int32Array(path.length + 1);
  const a = first[frustrated];
  const fromA = first[path[0]] === a || second[path[0]] === a;
  let at = fromA ? a : second[frustrated];
  cycle[0] = fromA ? second[frustrated] : a;
  for (let i = 0; i < path.length; i++) {
    cycle[i + 1] = at;
    at = first[path[i]] === at ? second[path[i]] : first[path[i]];
  }
  return cycle;
}
