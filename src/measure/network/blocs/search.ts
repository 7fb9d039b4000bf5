import type { Random } from "../../../base/index.ts";
import type { Graph } from "../frustration/graph.ts";
import { quick } from "../frustration/quick.ts";

/** Blocs as numbers, one an actor, and the weight they frustrate. */
export interface Grouping {
  readonly blocs: Int32Array;
  readonly cost: number;
}

/** Friends apart and enemies together, by weight. */
export function groupingCost({ first, second, weight }: Graph, blocs: Int32Array): number {
  let cost = 0;
  for (let k = 0; k < weight.length; k++) {
    const together = blocs[first[k]] === blocs[second[k]];
    if (together ? weight[k] < 0 : weight[k] > 0) cost += Math.abs(weight[k]);
  }
  return cost;
}

/** A search for blocs that frustrate little; it can be continued, and never gets worse. */
export interface GroupingSearch {
  best(): Grouping;
  /** Tries so many changes, beside the actors given or anywhere; says whether the best became better. */
  improve(tries: number, beside?: Int32Array): boolean;
  /** Goes on from other blocs. */
  goFrom(blocs: Int32Array): void;
}

/**
 * Relocation search: actors move to the bloc that draws them most, or to one of their own, until nobody gains; blocs
 * that draw each other are merged; then a few neighbouring actors are moved at random, and what is worse is taken back.
 *
 * @param most how many blocs there may be.
 * @see Doreian & Mrvar 1996, pp. 151–153, for relocation.
 */
export function groupingSearch(graph: Graph, random: Random, most: number): GroupingSearch {
  const { size, first, second, weight, offset, neighbour, pair } = graph;
  const draw = quick(random);
  const blocs = new Int32Array(size);
  const members = new Int32Array(size);
  const draws = new Float64Array(size);
  const touched = new Int32Array(size);
  const noted = new Uint8Array(size);
  const waiting: number[] = [];
  const log: [actor: number, bloc: number][] = [];
  let count = 0;
  let cost = 0;

  const note = (v: number): void => {
    if (noted[v] === 1) return;
    noted[v] = 1;
    waiting.push(v);
  };

  function move(v: number, bloc: number): void {
    const old = blocs[v];
    if (old === bloc) return;
    log.push([v, old]);
    blocs[v] = bloc;
    if (--members[old] === 0) count -= 1;
    if (++members[bloc] === 1) count += 1;
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      const u = neighbour[i];
      const w = weight[pair[i]];
      // Together, w < 0 costs |w|; apart, w > 0 costs w: to leave adds w, to join takes w away.
      if (blocs[u] === old) cost += w;
      else if (blocs[u] === bloc) cost -= w;
      note(u);
    }
  }

  /** The bloc that draws an actor most, an empty one if all others repel it; its own if none draws more. */
  function drawnTo(v: number): number {
    const own = blocs[v];
    let seen = 0;
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      const bloc = blocs[neighbour[i]];
      if (draws[bloc] === 0) touched[seen++] = bloc;
      draws[bloc] += weight[pair[i]];
      // A sum that returns to 0 is met twice; that does no harm.
    }
    let best = own;
    let strongest = draws[own];
    for (let i = 0; i < seen; i++) {
      if (draws[touched[i]] > strongest) {
        strongest = draws[touched[i]];
        best = touched[i];
      }
    }
    for (let i = 0; i < seen; i++) draws[touched[i]] = 0;
    if (strongest < 0 && members[own] > 1 && count < most) return members.indexOf(0);
    return best;
  }

  function descend(): void {
    for (let v = waiting.pop(); v !== undefined; v = waiting.pop()) {
      noted[v] = 0;
      move(v, drawnTo(v));
    }
  }

  /** Merges the two blocs that draw each other most, while any do. */
  function merge(): void {
    for (;;) {
      const between = new Map<number, number>();
      for (let k = 0; k < weight.length; k++) {
        const a = blocs[first[k]];
        const b = blocs[second[k]];
        if (a === b) continue;
        const key = Math.min(a, b) * size + Math.max(a, b);
        between.set(key, (between.get(key) ?? 0) + weight[k]);
      }
      let best = -1;
      let strongest = 0;
      for (const [key, sum] of between) {
        if (sum > strongest) {
          strongest = sum;
          best = key;
        }
      }
      if (best < 0) return;
      const [a, b] = [Math.floor(best / size), best % size];
      for (let v = 0; v < size; v++) if (blocs[v] === b) move(v, a);
      descend();
    }
  }

  function settle(start: Int32Array): void {
    blocs.set(start);
    members.fill(0);
    for (const bloc of blocs) members[bloc] += 1;
    count = members.reduce((sum, m) => sum + (m > 0 ? 1 : 0), 0);
    cost = groupingCost(graph, blocs);
    for (let v = 0; v < size; v++) note(v);
    descend();
    merge();
  }

  function back(): void {
    for (let entry = log.pop(); entry !== undefined; entry = log.pop()) {
      move(entry[0], entry[1]);
      log.pop();
    }
    for (const v of waiting) noted[v] = 0;
    waiting.length = 0;
  }

  function kick(beside: Int32Array | undefined): void {
    const k = draw(weight.length);
    const seed = beside === undefined ? first[k] : beside[draw(beside.length)];
    const target = count < most && draw(4) === 0 ? members.indexOf(0) : blocs[draw(size)];
    const wanted = 1 + draw(8);
    let v = seed;
    for (let i = 0; i < wanted; i++) {
      move(v, draw(2) === 0 ? target : blocs[neighbour[offset[v] + draw(offset[v + 1] - offset[v])]]);
      v = neighbour[offset[v] + draw(offset[v + 1] - offset[v])];
    }
    descend();
  }

  let kept = new Int32Array(size);
  let least = Number.POSITIVE_INFINITY;
  const keep = (): void => {
    if (cost >= least) return;
    least = cost;
    kept = blocs.slice();
  };

  // One bloc each, all in one, and some by chance.
  for (let start = 0; start < 6; start++) {
    const alone = start === 0 && most >= size;
    settle(
      Int32Array.from({ length: size }, (_, v) =>
        alone ? v : start === 1 ? 0 : draw(Math.min(most, size, 2 + start)),
      ),
    );
    keep();
  }
  settle(kept);

  return {
    best: () => ({ blocs: kept.slice(), cost: least }),
    goFrom(blocs) {
      settle(blocs);
      keep();
      if (cost > least) settle(kept);
    },
    improve(tries, beside) {
      const before = least;
      for (let i = 0; i < tries && least > 0; i++) {
        const cost0 = cost;
        log.length = 0;
        kick(beside);
        if (i % 32 === 31) merge();
        if (cost > cost0) back();
        else keep();
      }
      return least < before;
    },
  };
}
