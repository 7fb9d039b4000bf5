import { type Quantity, TawazunError } from "../base/index.ts";
import type { Intervention } from "../case/index.ts";
import type { World } from "./world.ts";

/**
 * Refuses values that the case format would refuse: a tie beyond −1…1, a position off the scale, more seats than a house has.
 *
 * @throws {TawazunError} `intervention/range`
 */
export function refuseBeyond(world: World, interventions: readonly Intervention[]): void {
  for (const change of interventions) {
    if ("relation" in change) {
      const { from, to, value } = change.relation;
      within(value, -1, 1, `The tie of ${from} to ${to}`);
    } else if ("position" in change) {
      const { actor, issue, to } = change.position;
      within(to, 0, 100, `The position of ${actor} on ${issue}`);
    } else if ("salience" in change) {
      const { actor, issue, to } = change.salience;
      within(to, 0, 1, `The salience of ${issue} to ${actor}`);
    } else if ("status_quo" in change) {
      within(change.status_quo.to, 0, 100, `What holds on ${change.status_quo.issue}`);
    } else if ("holding" in change) {
      const { actor, resource, to, times } = change.holding;
      const r = world.resourceOf.get("seats");
      const house = r !== undefined && world.source.resources[r].id === resource && world.seats > 0;
      const most = house ? world.seats : Number.POSITIVE_INFINITY;
      if (to !== undefined) within(to, 0, most, `What ${actor} holds of ${resource}`);
      if (times !== undefined)
        within(times, 0, 1000, `How many times ${actor} holds of ${resource} what it has`);
    }
  }
}

function within(value: Quantity, least: number, most: number, what: string): void {
  const ends = typeof value === "number" ? [value] : [value[0], value[2]];
  if (ends.every((end) => end >= least && end <= most)) return;
  const set = typeof value === "number" ? String(value) : `[${value.join(", ")}]`;
  const bounds = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `from ${least} to ${most}`;
  throw new TawazunError("intervention/range", `${what} is set to ${set}; it must be ${bounds}.`);
}
