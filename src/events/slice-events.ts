import type { Day } from "../base/index.ts";
import { type EventLog, noTarget, rows } from "./event-log.ts";
import { nameKey } from "./name-key.ts";

/** Which events are wanted; what is absent does not matter. */
export interface EventFilter {
  /** The first and the last day, both included. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Names of actors: an event counts if one of them is its source or its target. Case and marks do not matter. */
  readonly actors?: readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly fronts?: readonly string[] | undefined;
}

/**
 * The events of a log that are wanted, in their order. Names keep their numbers.
 *
 * @remarks A day holds its hours: `to: 15349` includes 15349.75.
 * @example
 * ```ts
 * import { logOf, sliceEvents } from "tawazun/events";
 * const log = logOf([
 *   { time: 10, source: "sadr", target: "maliki", type: "CONSULT", intensity: 1 },
 *   { time: 20, source: "maliki", target: "allawi", type: "ACCUSE", intensity: -2 },
 * ]);
 * sliceEvents(log, { from: 15 }).count; //=> 1
 * sliceEvents(log, { actors: ["Sadr"], types: ["ACCUSE"] }).count; //=> 0
 * ```
 */
export function sliceEvents(log: EventLog, filter: EventFilter): EventLog {
  const first = filter.from === undefined ? 0 : firstFrom(log.time, filter.from);
  const end = filter.to === undefined ? log.count : firstFrom(log.time, Math.floor(filter.to) + 1);
  const actors = wanted(log.actors, filter.actors, nameKey);
  const types = wanted(log.types, filter.types);
  const fronts = wanted(log.fronts, filter.fronts);
  const which: number[] = [];
  for (let e = first; e < end; e++) {
    const target = log.target[e];
    if (actors !== undefined && !actors[log.source[e]] && !(target !== noTarget && actors[target])) continue;
    if (types !== undefined && !types[log.type[e]]) continue;
    if (fronts !== undefined && !(log.front[e] > 0 && fronts[log.front[e] - 1])) continue;
    which.push(e);
  }
  return which.length === log.count ? log : rows(log, which);
}

/** The first row whose time is not before the given one. */
function firstFrom(time: Float64Array, least: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each name whether it is asked for; nothing if all are. */
function wanted(
  names: readonly string[],
  asked: readonly string[] | undefined,
  key: (name: string) => string = (name) => name,
): readonly boolean[] | undefined {
  if (asked === undefined) return undefined;
  const keys = new Set(asked.map(key));
  return names.map((name) => keys.has(key(name)));
}
