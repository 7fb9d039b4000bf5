import { type Day, dayOf, mode } from "../../base/index.ts";
import { type Case, holdingsNow } from "../../case/index.ts";
import type { MapNetwork } from "./map-network.ts";

/** What is counted of a node's ties. */
export interface Counts {
  readonly friends: number;
  readonly enemies: number;
  /** Sum of the strengths of its ties, whatever their sign. */
  readonly strength: number;
}

const NONE: Counts = { friends: 0, enemies: 0, strength: 0 };

/** Friends, enemies and strength of each node; who has no tie is not among them. */
export function countsOf({ ties }: MapNetwork): ReadonlyMap<string, Counts> {
  const counts = new Map<string, { friends: number; enemies: number; strength: number }>();
  for (const { from, to, value } of ties) {
    if (value === 0) continue;
    for (const id of [from, to]) {
      let count = counts.get(id);
      if (count === undefined) {
        count = { ...NONE };
        counts.set(id, count);
      }
      if (value > 0) count.friends += 1;
      else count.enemies += 1;
      count.strength += Math.abs(value);
    }
  }
  return counts;
}

export function countOf(counts: ReadonlyMap<string, Counts>, id: string): Counts {
  return counts.get(id) ?? NONE;
}

/** How much of a resource each actor holds on a day, by the latest amount that the case gives until then. */
export function heldAt(source: Case, resource: string, day: Day): ReadonlyMap<string, number> {
  const known = source.holdings.filter(
    ({ resource: what, as_of: when }) => what === resource && (when === undefined || dayOf(when) <= day),
  );
  return new Map(holdingsNow(known).map(({ actor, amount }) => [actor, mode(amount)]));
}
