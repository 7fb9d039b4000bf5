import type { Graph } from "./graph.ts";
import { type Errand, negotiation, type Route } from "./negotiation.ts";
import type { Stretch } from "./strands.ts";

/** Negative cycles that share no weight, and how much they weigh together. */
export interface Packing {
  readonly cycles: readonly Stretch[];
  readonly total: number;
}

/** A search for a packing; it can be continued after the partition changed. */
export interface Packer {
  follow(spins: Int8Array): void;
  settle(rounds: number): boolean;
  /** The share of routes that do not fit together, 0…1. */
  unsettled(): number;
  /** Actors where the routes do not fit together: there the partition may not be the best. */
  conflicts(): Int32Array;
  packing(): Packing;
}

/**
 * Packs negative cycles under a partition: each goes through one frustrated pair and home by satisfied ones. As every
 * partition frustrates something in each of them, their total bounds the index from below; if it reaches the cost of
 * the partition, that is the index.
 *
 * @param scale capacities are multiplied by this: 2 lets cycles share a pair half and half.
 */
export function packer(graph: Graph, start: Int8Array, scale: 1 | 2, shouldStop?: () => boolean): Packer {
  const { first, second, weight } = graph;
  const m = weight.length;
  const talks = negotiation(graph, graph, m, shouldStop);
  const capacity = new Float64Array(m);

  function follow(spins: Int8Array): void {
    const errands: Errand[] = [];
    for (let k = 0; k < m; k++) {
      const amount = Math.abs(weight[k]) * scale;
      const satisfied = weight[k] * spins[first[k]] * spins[second[k]] > 0;
      capacity[k] = satisfied ? amount : -1;
      if (!satisfied) errands.push({ pair: k, amount, from: first[k], to: second[k] });
    }
    talks.follow(capacity, errands);
  }

  follow(start);
  return {
    follow,
    settle: talks.settle,
    unsettled: talks.unsettled,
    conflicts() {
      const actors = new Set<number>();
      for (const p of talks.conflicts()) actors.add(first[p]).add(second[p]);
      return Int32Array.from(actors);
    },
    packing: () => packingOf(talks.routes(), scale),
  };
}

/** Routes as cycles: from one end of the frustrated pair home to the other. */
export function packingOf(
  routes: readonly Route[],
  scale: number,
  actors = Number.POSITIVE_INFINITY,
): Packing {
  let total = 0;
  const cycles = routes.map(({ amount, way }) => {
    total += amount;
    return { through: Array.from(way.places, (v) => v % actors), weight: amount / scale };
  });
  return { cycles, total: total / scale };
}
