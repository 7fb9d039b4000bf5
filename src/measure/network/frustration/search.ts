import type { Random } from "../../../base/index.ts";
import type { Graph } from "./graph.ts";
import { quick } from "./quick.ts";
import { standing } from "./standing.ts";

/** A partition of a graph's actors (+1 and −1) and the weight it frustrates. */
export interface Split {
  readonly spins: Int8Array;
  readonly cost: number;
}

/** A search for a partition that frustrates little; it can be continued, and never gets worse. */
export interface Search {
  best(): Split;
  /** Tries so many changes, beside the actors given or anywhere; says whether the best became better. */
  improve(tries: number, beside?: Int32Array): boolean;
  /** Begins anew, tries so many changes an actor, and goes on from there if that is no worse than the best. */
  restart(changes: number): void;
  /** Goes on from another partition, and says whether the best became better. */
  goFrom(spins: Int8Array): boolean;
}

/** Actors that lose more by a flip than this many typical pairs are not kicked along: they would only flip back. */
const BOLD = 16;

/** A chain flips at most so many actors. */
const LONGEST = 64;

/**
 * Iterated local search with three changes: kicks (flip a small connected set, mend with the set held, then
 * freely), chains (flip one actor, then again and again the neighbour that resists least, and keep the best
 * moment), and fresh starts. What is worse is taken back.
 */
export function search(graph: Graph, random: Random): Search {
  const { size, offset, neighbour, first, second, weight } = graph;
  const m = weight.length;
  const draw = quick(random);
  const now = standing(graph, grown(graph, draw));
  const { field, held } = now;
  now.descend();
  let kept = now.spins.slice();
  let least = now.cost();
  let typical = 0;
  for (let k = 0; k < m; k++) typical += Math.abs(weight[k]) / m;

  /** An actor at a frustrated pair, the one that resists less. */
  function beginning(beside: Int32Array | undefined): number {
    if (beside !== undefined) return beside[draw(beside.length)];
    const k = now.frustrated(draw(now.count()));
    return field[first[k]] < field[second[k]] ? first[k] : second[k];
  }

  const set = new Int32Array(LONGEST);
  function kick(seed: number): void {
    const wanted = 1 + draw(12);
    const bold = (1 + draw(BOLD)) * typical;
    set[0] = seed;
    held[seed] = 1;
    let members = 1;
    for (let tries = 0; members < wanted && tries < 2 * wanted; tries++) {
      const v = set[draw(members)];
      const u = neighbour[offset[v] + draw(offset[v + 1] - offset[v])];
      if (held[u] === 1 || field[u] > bold) continue;
      held[u] = 1;
      set[members++] = u;
    }
    for (let i = 0; i < members; i++) now.flip(set[i]);
    now.descend();
    release(members);
    now.descend();
  }

  function release(members: number): void {
    for (let i = 0; i < members; i++) {
      held[set[i]] = 0;
      now.consider(set[i]);
    }
  }

  const fringe = new Int32Array(size);
  const onFringe = new Uint8Array(size);
  function chain(seed: number): void {
    const longest = Math.min(LONGEST, size >> 1);
    let members = 0;
    let reached = 0;
    let lowest = Number.POSITIVE_INFINITY;
    let at = 0;
    let v = seed;
    while (members < longest) {
      now.flip(v);
      held[v] = 1;
      set[members++] = v;
      if (now.cost() < lowest) {
        lowest = now.cost();
        at = members;
      }
      for (let i = offset[v]; i < offset[v + 1] && reached < 400; i++) {
        const u = neighbour[i];
        if (onFringe[u] === 1) continue;
        onFringe[u] = 1;
        fringe[reached++] = u;
      }
      v = -1;
      for (let i = 0; i < reached; i++) {
        const u = fringe[i];
        if (held[u] === 0 && (v < 0 || field[u] < field[v])) v = u;
      }
      if (v < 0) break;
    }
    now.back(at);
    release(members);
    for (let i = 0; i < reached; i++) {
      onFringe[fringe[i]] = 0;
      now.consider(fringe[i]);
    }
    now.descend();
  }

  function improve(tries: number, beside?: Int32Array): boolean {
    const before = least;
    for (let i = 0; i < tries && now.count() > 0; i++) {
      const cost = now.cost();
      now.mark();
      const seed = beginning(beside);
      if (i % 8 === 7) chain(seed);
      else kick(seed);
      if (now.cost() > cost) now.back(0);
    }
    // Of partitions that are equally good the latest is kept: another one may be easier to prove.
    if (now.cost() <= least) {
      least = now.cost();
      kept = now.spins.slice();
    }
    return least < before;
  }

  function restart(changes: number): void {
    now.adopt(grown(graph, draw));
    now.descend();
    improve(changes * size);
    if (now.cost() > least) now.adopt(kept);
  }

  function goFrom(spins: Int8Array): boolean {
    const before = least;
    now.adopt(spins);
    now.descend();
    improve(1);
    if (now.cost() > least) now.adopt(kept);
    return least < before;
  }

  return { best: () => ({ spins: kept.slice(), cost: least }), improve, restart, goFrom };
}

/** Spins grown from chance beginnings: whoever is reached sides with what is known of its neighbours. */
function grown(graph: Graph, draw: (n: number) => number): Int8Array {
  const { size, offset, neighbour, pair, weight } = graph;
  const spins = new Int8Array(size);
  const fringe = new Int32Array(size);
  const reached = new Uint8Array(size);
  let waits = 0;
  const shift = size === 0 ? 0 : draw(size);
  for (let i = 0; i < size; i++) {
    const root = (i + shift) % size;
    if (reached[root] === 0) {
      reached[root] = 1;
      fringe[waits++] = root;
    }
    while (waits > 0) {
      const chosen = draw(waits);
      const v = fringe[chosen];
      fringe[chosen] = fringe[--waits];
      let pull = 0;
      for (let j = offset[v]; j < offset[v + 1]; j++) {
        const u = neighbour[j];
        if (spins[u] !== 0) pull += weight[pair[j]] * spins[u];
        else if (reached[u] === 0) {
          reached[u] = 1;
          fringe[waits++] = u;
        }
      }
      spins[v] = pull < 0 ? -1 : 1;
    }
  }
  return spins;
}
