import { dayOf, TawazunError } from "../base/index.ts";
import type { Case, Intervention } from "../case/index.ts";
import { contradiction, unknown } from "./interventions-names.ts";
import { changedPacts } from "./interventions-pacts.ts";

/** Interventions that change what a case says before it is made ready. */
type OfCase = Extract<
  Intervention,
  { quota: unknown } | { outside: unknown } | { entitle: unknown } | { demand: unknown } | { route: unknown }
>;

/**
 * Interventions that change what a case says before it is made ready: quotas, days of outside events, who is owed
 * a post, demands that stand, and routes.
 */
export function changesCase(interventions: readonly Intervention[]): readonly OfCase[] {
  return interventions.filter(
    (change): change is OfCase =>
      "quota" in change ||
      "entitle" in change ||
      "demand" in change ||
      "route" in change ||
      ("outside" in change && change.outside.on !== undefined),
  );
}

/**
 * A case with other quotas, with outside events on other days, with posts owed to others, other demands, or
 * routes opened and shut.
 *
 * @returns the case itself where nothing of that kind is asked.
 * @throws {TawazunError} `intervention/unknown`, `intervention/contradiction`; `intervention/quota` for a
 * quota above the seats; `intervention/date` for a day that is not played; `intervention/route` for a territory
 * that a route does not cross; `intervention/demand` for a demand of somebody on himself.
 */
export function changedCase(source: Case, interventions: readonly Intervention[]): Case {
  const changes = changesCase(interventions);
  if (changes.length === 0) return source;
  const quotas = new Map<string, number>();
  const days = new Map<string, string>();
  const set = <Value>(into: Map<string, Value>, key: string, value: Value, what: string): void => {
    const before = into.get(key);
    if (before !== undefined && before !== value)
      throw contradiction(`${what} is set to "${before}" and to "${value}"`);
    into.set(key, value);
  };
  for (const change of changes) {
    if ("quota" in change) {
      const { arena, to } = change.quota;
      checkQuota(source, arena, to);
      set(quotas, arena, to, `the quota of ${arena}`);
    } else if ("outside" in change && change.outside.on !== undefined) {
      const { event, on, happens } = change.outside;
      checkDay(source, event, on);
      if (happens === false) throw contradiction(`${event} does not happen, and happens on ${on}`);
      set(days, event, on, `the day of ${event}`);
    }
  }
  return changedPacts(
    {
      ...source,
      arenas: source.arenas.map((arena) => {
        const quota = quotas.get(arena.id);
        return quota === undefined ? arena : { ...arena, quota };
      }),
      outside: source.outside.map((event) => {
        const date = days.get(event.id);
        if (date === undefined) return event;
        const { from, to, rate, repeats, ...rest } = event;
        return { ...rest, date };
      }),
    },
    changes,
  );
}

function checkQuota(source: Case, id: string, to: number): void {
  const arena = source.arenas.find((candidate) => candidate.id === id);
  const assemblies = source.arenas.filter((candidate) => candidate.kind === "assembly");
  if (arena === undefined || arena.kind !== "assembly")
    throw unknown(
      "assembly",
      id,
      assemblies.map((candidate) => candidate.id),
    );
  if (arena !== assemblies[0]) {
    throw new TawazunError(
      "intervention/quota",
      `The quota of ${id} is set, but votes are cast in ${assemblies[0].id} alone: it would change nothing.`,
    );
  }
  if (arena.seats !== undefined && to > arena.seats) {
    throw new TawazunError(
      "intervention/quota",
      `The quota of ${id} is set to ${to}; it must be from 1 to its ${arena.seats} seats.`,
    );
  }
}

function checkDay(source: Case, id: string, on: string): void {
  if (!source.outside.some((event) => event.id === id))
    throw unknown(
      "outside event",
      id,
      source.outside.map((event) => event.id),
    );
  const { as_of: asOf, horizon } = source.head;
  if (dayOf(on) < dayOf(asOf) || dayOf(on) > dayOf(horizon)) {
    throw new TawazunError(
      "intervention/date",
      `${id} is set on ${on}, which is not played: play goes from ${asOf} to ${horizon}.`,
    );
  }
}
