import type { Graph } from "./graph.ts";

/** A partition that is being changed flip by flip, with all that a search wants to know at every moment. */
export interface Standing {
  readonly spins: Int8Array;
  /** For each actor its satisfied less its frustrated weight: what its flip would add to the cost. */
  readonly field: Float64Array;
  /** An actor that is held does not descend. */
  readonly held: Uint8Array;
  cost(): number;
  /** The frustrated pairs: how many, and the i-th in no particular order. */
  count(): number;
  frustrated(i: number): number;
  /** Takes over a partition as it is. */
  adopt(spins: Int8Array): void;
  flip(v: number): void;
  /** Notes that an actor may gain by a flip. */
  consider(v: number): void;
  /** Flips whoever is noted and gains by it, until nobody does. */
  descend(): void;
  /** How many flips were made since the last mark; and back to a number of them. */
  made(): number;
  mark(): void;
  back(to: number): void;
}

export function standing(graph: Graph, start: Int8Array): Standing {
  const { size, first, second, weight, offset, neighbour, pair } = graph;
  const m = weight.length;
  const spins = new Int8Array(size);
  const field = new Float64Array(size);
  const held = new Uint8Array(size);
  const noted = new Uint8Array(size);
  const waiting = new Int32Array(size);
  let waits = 0;
  const list = new Int32Array(m);
  const place = new Int32Array(m);
  let count = 0;
  let cost = 0;
  let log = new Int32Array(256);
  let made = 0;

  function adopt(next: Int8Array): void {
    spins.set(next);
    field.fill(0);
    noted.fill(0);
    waits = 0;
    count = 0;
    cost = 0;
    made = 0;
    for (let k = 0; k < m; k++) {
      const w = weight[k] * spins[first[k]] * spins[second[k]];
      field[first[k]] += w;
      field[second[k]] += w;
      if (w < 0) {
        cost -= w;
        place[k] = count;
        list[count++] = k;
      }
    }
    for (let v = 0; v < size; v++) consider(v);
  }

  function consider(v: number): void {
    if (field[v] < 0 && noted[v] === 0) {
      noted[v] = 1;
      waiting[waits++] = v;
    }
  }

  function flip(v: number): void {
    if (made === log.length) {
      const longer = new Int32Array(2 * made);
      longer.set(log);
      log = longer;
    }
    log[made++] = v;
    cost += field[v];
    field[v] = -field[v];
    const spin = -spins[v];
    spins[v] = spin;
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      const u = neighbour[i];
      const k = pair[i];
      const w = weight[k] * spin * spins[u];
      field[u] += 2 * w;
      if (w < 0) {
        place[k] = count;
        list[count++] = k;
        if (field[u] < 0 && noted[u] === 0) {
          noted[u] = 1;
          waiting[waits++] = u;
        }
      } else {
        const last = list[--count];
        list[place[k]] = last;
        place[last] = place[k];
      }
    }
  }

  function descend(): void {
    while (waits > 0) {
      const v = waiting[--waits];
      noted[v] = 0;
      if (field[v] < 0 && held[v] === 0) flip(v);
    }
  }

  function back(to: number): void {
    while (made > to) {
      flip(log[made - 1]);
      made -= 2;
    }
    for (let i = 0; i < waits; i++) noted[waiting[i]] = 0;
    waits = 0;
  }

  adopt(start);
  return {
    spins,
    field,
    held,
    cost: () => cost,
    count: () => count,
    frustrated: (i) => list[i],
    adopt,
    flip,
    consider,
    descend,
    made: () => made,
    mark() {
      made = 0;
    },
    back,
  };
}
