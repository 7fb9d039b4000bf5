import type { Random } from "../../../base/index.ts";
import type { Graph } from "./graph.ts";

/** A partition of a graph's actors (+1 and −1) and the weight it frustrates. */
export interface Split {
  readonly spins: Int8Array;
  readonly cost: number;
}

/** The weight of the pairs that a partition frustrates: friends apart, enemies together. */
export function costOf(graph: Graph, spins: Int8Array): number {
  const { first, second, weight } = graph;
  let cost = 0;
  for (let k = 0; k < weight.length; k++) {
    const w = weight[k] * spins[first[k]] * spins[second[k]];
    if (w < 0) cost -= w;
  }
  return cost;
}

/** A search for a partition that frustrates little; it can be continued, and never gets worse. */
export interface Search {
  readonly best: Split;
  /** Tries so many kicks, each undone unless it is at least as good; says whether the best became better. */
  kick(times: number, focus?: Int32Array): boolean;
}

/**
 * Iterated local search: flip a small connected set beside a frustrated pair, mend by single flips with the
 * set held, then freely, and keep the result if it is not worse.
 *
 * @remarks Starts from a tree of heavy pairs satisfied all along, the best of a few.
 */
export function search(graph: Graph, random: Random, start?: Int8Array): Search {
  const { size, first, second, weight, offset, neighbour, pair } = graph;
  const m = weight.length;
  const spins = start === undefined ? new Int8Array(size) : start.slice();
  // field[v]: satisfied less frustrated weight at v, which is what flipping v would add to the cost.
  const field = new Float64Array(size);
  const held = new Uint8Array(size);
  const queued = new Uint8Array(size);
  const queue = new Int32Array(size);
  let waiting = 0;
  const undo: number[] = [];
  let cost = 0;
  // Frustrated pairs in a list with their places, for drawing one at random.
  const frustrated = new Int32Array(m);
  const at = new Int32Array(m).fill(-1);
  let count = 0;

  function settle(): void {
    field.fill(0);
    at.fill(-1);
    count = 0;
    cost = 0;
    for (let k = 0; k < m; k++) {
      const w = weight[k] * spins[first[k]] * spins[second[k]];
      field[first[k]] += w;
      field[second[k]] += w;
      if (w < 0) {
        cost -= w;
        at[k] = count;
        frustrated[count++] = k;
      }
    }
  }

  function flip(v: number): void {
    cost += field[v];
    field[v] = -field[v];
    const s = -spins[v] as 1 | -1;
    spins[v] = s;
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      const u = neighbour[i];
      const k = pair[i];
      const w = weight[k] * s * spins[u];
      field[u] += 2 * w;
      if (w < 0) {
        at[k] = count;
        frustrated[count++] = k;
      } else {
        const last = frustrated[--count];
        frustrated[at[k]] = last;
        at[last] = at[k];
        at[k] = -1;
      }
      if (field[u] < 0 && queued[u] === 0) {
        queued[u] = 1;
        queue[waiting++] = u;
      }
    }
  }

  /** Flips whoever gains by it, last seen first, until nobody does. */
  function descend(log: boolean): void {
    while (waiting > 0) {
      const v = queue[--waiting];
      queued[v] = 0;
      if (field[v] < 0 && held[v] === 0) {
        flip(v);
        if (log) undo.push(v);
      }
    }
  }

  function descendFromAll(): void {
    for (let v = 0; v < size; v++) {
      if (field[v] < 0 && queued[v] === 0) {
        queued[v] = 1;
        queue[waiting++] = v;
      }
    }
    descend(false);
  }

  if (start === undefined) spins.set(grown(graph, random));
  settle();
  descendFromAll();

  let typical = 0;
  for (let k = 0; k < m; k++) typical += Math.abs(weight[k]) / m;
  const set = new Int32Array(16);
  function kickOnce(focus: Int32Array | undefined): void {
    const before = cost;
    undo.length = 0;
    const wanted = 1 + random.integer(12);
    if (focus === undefined) {
      const k = frustrated[random.integer(count)];
      set[0] = field[first[k]] < field[second[k]] ? first[k] : second[k];
    } else {
      set[0] = focus[random.integer(focus.length)];
    }
    held[set[0]] = 1;
    const bold = (1 + random.integer(BOLD)) * typical;
    let members = 1;
    for (let tries = 0; members < wanted && tries < 3 * wanted; tries++) {
      const v = set[random.integer(members)];
      const u = neighbour[offset[v] + random.integer(offset[v + 1] - offset[v])];
      if (held[u] === 1 || field[u] > bold) continue;
      held[u] = 1;
      set[members++] = u;
    }
    for (let i = 0; i < members; i++) {
      flip(set[i]);
      undo.push(set[i]);
    }
    descend(true);
    for (let i = 0; i < members; i++) {
      const v = set[i];
      held[v] = 0;
      if (field[v] < 0 && queued[v] === 0) {
        queued[v] = 1;
        queue[waiting++] = v;
      }
    }
    descend(true);
    if (cost > before) {
      for (let i = undo.length - 1; i >= 0; i--) flip(undo[i]);
      for (let i = 0; i < waiting; i++) queued[queue[i]] = 0;
      waiting = 0;
    }
  }

  return {
    get best() {
      return { spins: spins.slice(), cost };
    },
    kick(times, focus) {
      const before = cost;
      for (let i = 0; i < times && count > 0; i++) kickOnce(focus);
      return cost < before;
    },
  };
}

/** Actors that lose more by a flip than this many typical pairs are not kicked along: they would only flip back. */
const BOLD = 16;

/** Spins grown from chance beginnings: whoever is reached sides with what is known of its neighbours. */
function grown(graph: Graph, random: Random): Int8Array {
  const { size, offset, neighbour, pair, weight } = graph;
  const spins = new Int8Array(size);
  const line = new Int32Array(size);
  const reached = new Uint8Array(size);
  let last = 0;
  const reach = (v: number): void => {
    reached[v] = 1;
    line[last++] = v;
  };
  const shift = random.integer(Math.max(1, size));
  for (let i = 0; i < size; i++) {
    const root = (i + shift) % size;
    if (reached[root] === 0) reach(root);
    for (let head = last - 1; head < last; head++) {
      const v = line[head];
      let pull = 0;
      for (let j = offset[v]; j < offset[v + 1]; j++) {
        const u = neighbour[j];
        if (spins[u] !== 0) pull += weight[pair[j]] * spins[u];
        else if (reached[u] === 0) reach(u);
      }
      spins[v] = pull < 0 ? -1 : 1;
    }
  }
  return spins;
}
