import { type Finding, isoDate } from "../../base/index.ts";
import { type EventLog, noTarget } from "../../events/index.ts";

/** How often something stands in a log. */
export interface Count {
  readonly name: string;
  readonly events: number;
}

/** What a log holds, counted. */
export interface LogSummary {
  readonly events: number;
  /** The first and the last day; absent where there are no events. */
  readonly from?: string;
  readonly to?: string;
  /** The most frequent first. */
  readonly types: readonly (Count & { readonly intensity: number })[];
  /** As source or target, the most frequent first. */
  readonly actors: readonly Count[];
}

/** Counts what a log holds. */
export function summaryOf(log: EventLog): LogSummary {
  const types = log.types.map((name) => ({ name, events: 0, sum: 0 }));
  const actors = log.actors.map((name) => ({ name, events: 0 }));
  for (let e = 0; e < log.count; e++) {
    const type = types[log.type[e]];
    type.events += 1;
    type.sum += log.intensity[e];
    actors[log.source[e]].events += 1;
    const target = log.target[e];
    if (target !== noTarget && target !== log.source[e]) actors[target].events += 1;
  }
  return {
    events: log.count,
    ...(log.count === 0
      ? {}
      : { from: isoDate(Math.floor(log.time[0])), to: isoDate(Math.floor(log.time[log.count - 1])) }),
    types: byFrequency(types).map(({ name, events, sum }) => ({ name, events, intensity: sum / events })),
    actors: byFrequency(actors),
  };
}

function byFrequency<C extends Count>(counts: readonly C[]): readonly C[] {
  return counts
    .filter(({ events }) => events > 0)
    .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
}

/** Of many findings the first, the errors before the others, and how many were left out. */
export function firstFindings(
  findings: readonly Finding[],
  most: number,
): { readonly shown: readonly Finding[]; readonly more: number } {
  const ordered = [
    ...findings.filter(({ severity }) => severity === "error"),
    ...findings.filter(({ severity }) => severity !== "error"),
  ];
  return { shown: ordered.slice(0, most), more: Math.max(0, findings.length - most) };
}
