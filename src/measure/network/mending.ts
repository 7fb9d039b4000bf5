import { type Frustration, frustration } from "./frustration.ts";
import { pairs } from "./pairs.ts";
import type { SignedNetwork } from "./signed-network.ts";

/** A tie that breaks the balance, and what it takes to mend it. */
export interface Mending {
  /** Row of the tie. */
  readonly tie: number;
  readonly from: string;
  readonly to: string;
  /** Hostile within a faction ("reconcile"), or friendly between the factions ("break"). */
  readonly act: "reconcile" | "break";
  /** Its weight: what mending it costs, and by how much the index falls. */
  readonly cost: number;
  /** Closed triads that are unbalanced with this tie and would be balanced without its sign. */
  readonly triads: number;
  /** What the index is once this tie and all before it are mended. */
  readonly left: number;
}

/**
 * The line of ties to mend until two factions of friends are left: cheapest first, and of equal ones first
 * those that break most triads.
 *
 * @param found the index with its factions, if it is known already; the line is as good as its partition.
 * @returns the frustrated ties; their costs add up to `upper`, and after the last nothing is left.
 *
 * @remarks Each tie is mended by changing its sign, or by giving it up. The total is the least possible if the
 * index is exact; other lines of the same total exist where other partitions frustrate as little.
 *
 * @see Harary 1959, p. 318 (negation-minimal sets); Aref & Wilson 2019, p. 169.
 *
 * @example
 * ```ts
 * import { mending, signedNetwork } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", 3], ["b", "c", 2], ["a", "c", -1]]);
 * mending(network).map((m) => [m.from, m.to, m.act, m.cost, m.left]); //=> [["a", "c", "reconcile", 1, 0]]
 * ```
 */
export function mending(network: SignedNetwork, found: Frustration = frustration(network)): Mending[] {
  const { ids, from, to, weight } = network;
  const unbalanced = unbalancedTriads(network);
  const line = found.frustrated.map((tie) => ({
    tie,
    from: ids[from[tie]],
    to: ids[to[tie]],
    act: weight[tie] < 0 ? ("reconcile" as const) : ("break" as const),
    cost: Math.abs(weight[tie]),
    triads: from[tie] === to[tie] ? 0 : unbalanced(from[tie], to[tie]),
  }));
  line.sort((a, b) => a.cost - b.cost || b.triads - a.triads || a.tie - b.tie);
  // Summed from the end, so that what is left after the last tie is exactly 0.
  let left = 0;
  const rest = line.map(() => 0);
  for (let i = line.length - 1; i >= 0; i--) {
    rest[i] = left;
    left += line[i].cost;
  }
  return line.map((one, i) => ({ ...one, left: rest[i] }));
}

/** For a pair: how many unbalanced closed triads it is part of. */
function unbalancedTriads(network: SignedNetwork): (a: number, b: number) => number {
  const { size, friendly, hostile, offset, neighbour, pair } = pairs(network);
  const mark = new Int8Array(size);
  const sign = (i: number) => Math.sign(friendly[pair[i]] - hostile[pair[i]]);
  return (a, b) => {
    let own = 0;
    for (let i = offset[a]; i < offset[a + 1]; i++) {
      mark[neighbour[i]] = sign(i);
      if (neighbour[i] === b) own = sign(i);
    }
    let count = 0;
    for (let i = offset[b]; i < offset[b + 1]; i++) {
      if (own * sign(i) * mark[neighbour[i]] < 0) count += 1;
    }
    for (let i = offset[a]; i < offset[a + 1]; i++) mark[neighbour[i]] = 0;
    return count;
  };
}
