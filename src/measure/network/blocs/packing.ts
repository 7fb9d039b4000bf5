import type { Graph } from "../frustration/graph.ts";
import { type Errand, negotiation } from "../frustration/negotiation.ts";
import { type Packing, packingOf } from "../frustration/packing.ts";
import type { Roads } from "../frustration/router.ts";

/** A search for cycles with exactly one hostile pair that share no weight. */
export interface BlocPacker {
  follow(blocs: Int32Array): void;
  settle(rounds: number): boolean;
  conflicts(): Int32Array;
  packing(): Packing;
}

/**
 * Packs cycles with exactly one hostile pair: whatever the blocs, each of them frustrates something.
 *
 * @remarks Under given blocs each cycle goes through one frustrated pair. If that is hostile, the way home is over
 * friends within the bloc. If it is friendly, the way home crosses exactly one satisfied hostile pair: places are
 * doubled, the second copy of an actor is the actor after the crossing, and nothing leads back.
 */
export function blocPacker(
  graph: Graph,
  start: Int32Array,
  scale: 1 | 2,
  shouldStop?: () => boolean,
): BlocPacker {
  const { size, first, second, weight } = graph;
  const m = weight.length;
  const talks = negotiation(doubled(graph, "departing"), doubled(graph, "arriving"), m, shouldStop);
  const capacity = new Float64Array(m);

  function follow(blocs: Int32Array): void {
    const errands: Errand[] = [];
    for (let k = 0; k < m; k++) {
      const amount = Math.abs(weight[k]) * scale;
      const together = blocs[first[k]] === blocs[second[k]];
      const satisfied = together === weight[k] > 0;
      capacity[k] = satisfied ? amount : -1;
      const to = weight[k] < 0 ? second[k] : second[k] + size;
      if (!satisfied) errands.push({ pair: k, amount, from: first[k], to });
    }
    talks.follow(capacity, errands);
  }

  follow(start);
  return {
    follow,
    settle: talks.settle,
    conflicts() {
      const actors = new Set<number>();
      for (const p of talks.conflicts()) actors.add(first[p]).add(second[p]);
      return Int32Array.from(actors);
    },
    packing: () => packingOf(talks.routes(), scale, size),
  };
}

/** Friendly pairs within each copy; hostile ones from the first copy to the second, seen from where one departs or arrives. */
function doubled({ size, offset, neighbour, pair, weight }: Graph, end: "departing" | "arriving"): Roads {
  const from = new Int32Array(2 * size + 1);
  const to: number[] = [];
  const by: number[] = [];
  for (let copy = 0; copy < 2; copy++) {
    const crosses = end === "departing" ? copy === 0 : copy === 1;
    for (let v = 0; v < size; v++) {
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        const hostile = weight[pair[i]] < 0;
        if (hostile && !crosses) continue;
        to.push(neighbour[i] + size * (hostile ? 1 - copy : copy));
        by.push(pair[i]);
      }
      from[copy * size + v + 1] = to.length;
    }
  }
  return { size: 2 * size, offset: from, neighbour: Int32Array.from(to), pair: Int32Array.from(by) };
}
