import { mode, type Quantity, TawazunError } from "../base/index.ts";
import { type Case, heldInAll, holdingsNow, type Intervention } from "../case/index.ts";
import type { World } from "./world.ts";

/**
 * Refuses values that the case format would refuse: a tie beyond −1…1, a position off the scale, more seats than a house has.
 *
 * @throws {TawazunError} `intervention/range`; `intervention/self` for a tie of one to himself.
 */
export function refuseBeyond(world: World, interventions: readonly Intervention[]): void {
  for (const change of interventions) {
    if ("relation" in change) {
      const { from, to, value } = change.relation;
      ofTwo(from, to, "A tie");
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
      if (times !== undefined) {
        within(times, 0, 1000, `How many times ${actor} holds of ${resource} what it has`);
        const has = house ? heldOf(world.source, actor, resource) : 0;
        within(productOf(times, has), 0, most, `What ${actor} holds of ${resource}, ${has} before,`);
      }
    }
  }
}

/**
 * Refuses seats that together are more than the house has. What one gains, another must lose.
 *
 * @throws {TawazunError} `intervention/seats`
 */
export function refuseOverfull(world: World, interventions: readonly Intervention[]): void {
  const r = world.resourceOf.get("seats");
  if (r === undefined || world.seats <= 0) return;
  const resource = world.source.resources[r].id;
  const held = new Map<string, number>();
  for (const one of holdingsNow(world.source.holdings)) {
    if (one.resource === resource) held.set(one.actor, mode(one.amount));
  }
  const total = (): number => [...held.values()].reduce((sum, amount) => sum + amount, 0);
  const before = total();
  for (const change of interventions) {
    if (!("holding" in change) || change.holding.resource !== resource) continue;
    const { actor, to, times } = change.holding;
    const has = held.get(actor) ?? 0;
    held.set(actor, to === undefined ? has * mode(times ?? 1) : mode(to));
  }
  const after = total();
  if (after <= Math.max(before, world.seats) + 1e-9) return;
  throw new TawazunError(
    "intervention/seats",
    `With these changes ${after} seats are held, and the house has ${world.seats}. Take as many from others: holding:ACTOR/${resource}=NUMBER.`,
  );
}

function ofTwo(one: string, other: string, what: string): void {
  if (one !== other) return;
  throw new TawazunError("intervention/self", `${what} is between two; this one is of ${one} to ${one}.`);
}

function within(value: Quantity, least: number, most: number, what: string): void {
  const all = typeof value === "number" ? [value] : value;
  const rises = all.every((part, i) => i === 0 || all[i - 1] <= part);
  if (rises && all.every((part) => part >= least && part <= most)) return;
  const set = typeof value === "number" ? String(value) : `[${value.join(", ")}]`;
  if (!rises)
    throw new TawazunError(
      "intervention/range",
      `${what} is set to ${set}; a range [low, mode, high] rises.`,
    );
  const bounds = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `from ${least} to ${most}`;
  throw new TawazunError("intervention/range", `${what} is set to ${set}; it must be ${bounds}.`);
}

/** What an actor holds at the start, at the mode. */
function heldOf(source: Case, actor: string, resource: string): number {
  return heldInAll(
    source.holdings.filter((holding) => holding.actor === actor),
    resource,
  );
}

function productOf(times: Quantity, amount: number): Quantity {
  return typeof times === "number"
    ? times * amount
    : [times[0] * amount, times[1] * amount, times[2] * amount];
}
