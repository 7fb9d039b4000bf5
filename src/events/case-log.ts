import { dayOf, mode, type Quantity } from "../base/index.ts";
import { type EventLog, logOf } from "./event-log.ts";
import { eventType } from "./event-type.ts";

/** What is read of a case: its actors and its dated events. A `Case` is one. */
export interface WithEvents {
  readonly actors: readonly { readonly id: string }[];
  readonly events: readonly {
    readonly date: string;
    readonly by: string;
    readonly of?: string | undefined;
    readonly type: string;
    readonly intensity?: Quantity | undefined;
    readonly front?: string | undefined;
    readonly certainty?: Quantity | undefined;
  }[];
}

/**
 * The event log of a case.
 *
 * @returns actors are numbered in the case's order, events in time order. An event known to the month or
 * the year stands on its first day; one without intensity has its type's; a range counts with its mode.
 * @throws {TawazunError} `event/type` for a type that PLOVER does not have.
 * @example
 * ```ts
 * import { eventLogOf } from "tawazun/events";
 * const log = eventLogOf({
 *   actors: [{ id: "maliki" }, { id: "hashimi" }],
 *   events: [{ date: "2011-12-19", by: "maliki", of: "hashimi", type: "COERCE", intensity: -5 }],
 * });
 * log.intensity[0]; //=> -5
 * ```
 */
export function eventLogOf(world: WithEvents): EventLog {
  return logOf(
    world.events.map((event) => {
      const type = eventType(event.type);
      return {
        time: dayOf(event.date),
        source: event.by,
        type: type.id,
        intensity: event.intensity === undefined ? type.intensity : mode(event.intensity),
        certainty: event.certainty === undefined ? 1 : mode(event.certainty),
        ...(event.of === undefined ? {} : { target: event.of }),
        ...(event.front === undefined ? {} : { front: event.front }),
      };
    }),
    { actors: world.actors.map((actor) => actor.id) },
  );
}
