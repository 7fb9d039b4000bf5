import { type EventLog, eventAt, logBuilder } from "./event-log.ts";
import { strangerBook } from "./stranger-book.ts";
import { type Stranger, type WithActors, whoOf } from "./who-of.ts";

/** A log in a case's own names, and what it could not name. */
export interface Mapped {
  readonly log: EventLog;
  /** Names in the log that no actor of the case has, the most frequent first. */
  readonly unmapped: readonly Stranger[];
  /** Names that two actors claim: the first in the case has them. */
  readonly claimedTwice: readonly string[];
}

/**
 * Puts the actors of a case in place of the names in a log, by the rules of {@link whoOf}.
 *
 * @returns a log whose actors are the case's in its order, followed by the unmapped names.
 * @example
 * ```ts
 * import { logOf, whoIsWho } from "tawazun/events";
 * const world = { actors: [{ id: "maliki", name: "Nouri al-Maliki", aliases: ["Nuri al-Maliki"] }] };
 * const log = logOf([{ time: 0, source: "Nuri_al-Maliki", target: "Iran", type: "CONSULT", intensity: 1 }]);
 * const mapped = whoIsWho(log, world);
 * mapped.log.actors; //=> ["maliki", "Iran"]
 * mapped.unmapped[0].name; //=> "Iran"
 * mapped.unmapped[0].example; //=> "1970-01-01 Nuri_al-Maliki CONSULT Iran"
 * ```
 */
export function whoIsWho(log: EventLog, world: WithActors): Mapped {
  const who = whoOf(world);
  const strangers = strangerBook();
  const builder = logBuilder({ actors: who.ids, types: log.types });
  for (let e = 0; e < log.count; e++) {
    const event = eventAt(log, e);
    const named = (name: string): string => {
      const id = who.of(name, [], event.time);
      if (id === undefined) strangers.note(name, [], event);
      return id ?? name;
    };
    const source = named(event.source);
    builder.add(
      event.target === undefined ? { ...event, source } : { ...event, source, target: named(event.target) },
    );
  }
  return { log: builder.log(), unmapped: strangers.list(), claimedTwice: who.claimedTwice };
}
