import { type EventLog, eventAt, type LogBuilder, logBuilder } from "./event-log.ts";

/**
 * Several logs as one, in time order; of events at the same time those of the first log come first.
 *
 * @returns actors, types and fronts are numbered as they first come, those of the first log as they were.
 * @example
 * ```ts
 * import { joinLogs, logOf } from "tawazun/events";
 * const one = logOf([{ time: 20, source: "sadr", type: "ACCUSE", intensity: -2 }]);
 * const two = logOf([{ time: 10, source: "maliki", type: "AID", intensity: 7 }]);
 * const both = joinLogs([one, two]);
 * both.actors; //=> ["sadr", "maliki"]
 * both.source[0]; //=> 1
 * ```
 */
export function joinLogs(logs: readonly EventLog[]): EventLog {
  const [first, ...others] = logs;
  const builder = logBuilder(first === undefined ? {} : { actors: first.actors, types: first.types });
  if (first !== undefined) addAll(builder, first);
  for (const log of others) addAll(builder, log);
  return builder.log();
}

function addAll(builder: LogBuilder, log: EventLog): void {
  for (let e = 0; e < log.count; e++) builder.add(eventAt(log, e));
}
