import { type Roads, router, type Way } from "./router.ts";

/** What is to be routed: the weight of a frustrated pair, and the places between which a way home is sought for it. */
export interface Errand {
  readonly pair: number;
  readonly amount: number;
  readonly from: number;
  readonly to: number;
}

/** A way that was found, for so much of a frustrated pair's weight. */
export interface Route {
  readonly pair: number;
  readonly amount: number;
  readonly way: Way;
}

/** A negotiation over who may use which pair; it can be continued after the partition changed. */
export interface Negotiation {
  /** Takes over the errands of a partition; ways that are still open are kept. Capacity −1: frustrated. */
  follow(capacity: Float64Array, errands: readonly Errand[]): void;
  /** Reroutes in rounds until no pair is overused; false if rounds ran out. */
  settle(rounds: number): boolean;
  /** Pairs of the errands, and of their ways, that overuse something: where the partition may not be the best. */
  conflicts(): Set<number>;
  /** The share of routes that overuse a pair, 0…1. */
  unsettled(): number;
  /** What fits together; everything, if settled. */
  routes(): Route[];
}

/** Up to this, an overused pair costs more by what is wanted too much; what is learned from round to round adds up. */
const PRESSURE = 2;

/** At first, ways of at most so many pairs are sought; longer ones would be in the way of others. */
const LONGEST = 8;

/**
 * Routes errands by negotiated congestion: ways may overuse pairs at first, but an overused pair grows dearer round by
 * round, until those who can go elsewhere do.
 *
 * @see McMurchie & Ebeling 1995, pp. 112–114, for the signals of a circuit.
 */
export function negotiation(
  departing: Roads,
  arriving: Roads,
  pairs: number,
  shouldStop: () => boolean = () => false,
): Negotiation {
  const capacity = new Float64Array(pairs).fill(-1);
  const used = new Float64Array(pairs);
  const price = new Float64Array(pairs).fill(1);
  const roads = router(departing, arriving, { capacity, used, price });
  let pressure = 0.5;
  // In columns: errand, amount, and the way (none while unrouted).
  let errand: Errand[] = [];
  let amount: number[] = [];
  let way: (Way | undefined)[] = [];

  function carry(r: number, sign: 1 | -1): void {
    const walked = way[r]?.pairs;
    if (walked === undefined) return;
    for (let i = 0; i < walked.length; i++) used[walked[i]] += sign * amount[r];
  }

  function crowded(r: number): boolean {
    const walked = way[r]?.pairs;
    if (walked === undefined) return true;
    for (let i = 0; i < walked.length; i++) if (used[walked[i]] > capacity[walked[i]]) return true;
    return false;
  }

  function add(task: Errand, much: number, found: Way | undefined): void {
    errand.push(task);
    amount.push(much);
    way.push(found);
    carry(errand.length - 1, 1);
  }

  /** Routes what it can of an amount where there is room, and says what is left. */
  function spare(task: Errand, wanted: number, longest: number): number {
    let left = wanted;
    while (left > 0) {
      const found = roads.free(task.from, task.to, longest);
      if (found === undefined) break;
      let much = left;
      for (const p of found.pairs) much = Math.min(much, capacity[p] - used[p]);
      add(task, much, found);
      left -= much;
    }
    return left;
  }

  function follow(next: Float64Array, errands: readonly Errand[]): void {
    capacity.set(next);
    const old = { errand, amount, way };
    used.fill(0);
    errand = [];
    amount = [];
    way = [];
    const wanted = new Map(errands.map((task) => [task.pair, task]));
    const fresh = new Set(wanted.keys());
    old.errand.forEach((task, r) => {
      const now = wanted.get(task.pair);
      if (now === undefined || now.from !== task.from || now.to !== task.to) return;
      const open = old.way[r]?.pairs.every((p) => capacity[p] >= 0) ?? false;
      add(task, old.amount[r], open ? old.way[r] : undefined);
      fresh.delete(task.pair);
    });
    // Triangles for everyone before longer ways for anyone.
    const tasks = errands.filter((task) => fresh.has(task.pair));
    const rest = tasks.map((task) => spare(task, task.amount, 2));
    let stopped = false;
    tasks.forEach((task, i) => {
      stopped ||= i % 1000 === 999 && shouldStop();
      const left = rest[i] > 0 && !stopped ? spare(task, rest[i], LONGEST) : rest[i];
      const piece = Math.max(1, Math.floor(left / 4));
      for (let part = left; part > 0; part -= piece) add(task, Math.min(part, piece), undefined);
    });
    pressure = 0.5;
  }

  function settle(rounds: number): boolean {
    for (let round = 0; round < rounds; round++) {
      let quiet = true;
      for (let r = 0; r < errand.length; r++) {
        if (!crowded(r)) continue;
        quiet = false;
        if (r % 1000 === 999 && shouldStop()) return false;
        carry(r, -1);
        way[r] = roads.cheapest(errand[r].from, errand[r].to, amount[r], pressure);
        carry(r, 1);
      }
      if (quiet) return true;
      for (let k = 0; k < pairs; k++) {
        if (capacity[k] > 0 && used[k] > capacity[k]) price[k] += used[k] / capacity[k] - 1;
      }
      pressure = Math.min(pressure * 1.2, PRESSURE);
      if (shouldStop()) break;
    }
    return errand.every((_, r) => !crowded(r));
  }

  function conflicts(): Set<number> {
    const found = new Set<number>();
    for (let r = 0; r < errand.length; r++) {
      if (!crowded(r)) continue;
      found.add(errand[r].pair);
      for (const p of way[r]?.pairs ?? []) found.add(p);
    }
    return found;
  }

  function unsettled(): number {
    let count = 0;
    for (let r = 0; r < errand.length; r++) if (crowded(r)) count += 1;
    return errand.length === 0 ? 0 : count / errand.length;
  }

  function routes(): Route[] {
    const left: number[] = [];
    for (let r = 0; r < errand.length; r++) {
      if (!crowded(r)) continue;
      carry(r, -1);
      way[r] = undefined;
      left.push(r);
    }
    for (const r of left.slice(0, 1000)) {
      if (shouldStop()) break;
      const found = roads.free(errand[r].from, errand[r].to, Number.POSITIVE_INFINITY);
      if (found === undefined || found.pairs.some((p) => used[p] + amount[r] > capacity[p])) continue;
      way[r] = found;
      carry(r, 1);
    }
    return errand.flatMap((task, r) => {
      const found = way[r];
      return found === undefined ? [] : [{ pair: task.pair, amount: amount[r], way: found }];
    });
  }

  return { follow, settle, conflicts, unsettled, routes };
}
