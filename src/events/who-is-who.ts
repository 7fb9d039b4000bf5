import type { EventLog } from "./event-log.ts";

/** What is read of a case to know who is who. A `Case` is one. */
export interface WithActors {
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    readonly aliases?: readonly string[] | undefined;
  }[];
}

/** A log in a case's own names, and what it could not name. */
export interface Mapped {
  readonly log: EventLog;
  /** Names in the log that no actor of the case has, the most frequent first. */
  readonly unmapped: readonly { readonly name: string; readonly events: number }[];
  /** Names that two actors claim: the first in the case has them. */
  readonly claimedTwice: readonly string[];
}

/** Case, underscores and marks do not tell names apart. */
function plain(name: string): string {
  return name
    .replaceAll("_", " ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/**
 * Puts the actors of a case, by id, name or alias, in place of the names in a log.
 *
 * @returns a log whose actors are the case's in its order, followed by the unmapped names.
 * @example
 * ```ts
 * import { logOf, whoIsWho } from "tawazun/events";
 * const world = { actors: [{ id: "maliki", name: "Nouri al-Maliki", aliases: ["Nuri al-Maliki"] }] };
 * const log = logOf([{ time: 0, source: "Nuri_al-Maliki", target: "Iran", type: "CONSULT", intensity: 1 }]);
 * const mapped = whoIsWho(log, world);
 * mapped.log.actors; //=> ["maliki", "Iran"]
 * mapped.unmapped; //=> [{ name: "Iran", events: 1 }]
 * ```
 */
export function whoIsWho(log: EventLog, world: WithActors): Mapped {
  const ids = new Map<string, number>();
  const claimedTwice: string[] = [];
  world.actors.forEach((actor, number) => {
    for (const name of [actor.id, actor.name, ...(actor.aliases ?? [])]) {
      const key = plain(name);
      const holder = ids.get(key);
      if (holder === undefined) ids.set(key, number);
      else if (holder !== number) claimedTwice.push(name);
    }
  });
  const names: string[] = world.actors.map((actor) => actor.id);
  const events: number[] = names.map(() => 0);
  const strangers = new Map<string, number>();
  const number = log.actors.map((name) => {
    const known = ids.get(plain(name));
    if (known !== undefined) return known;
    const stranger = strangers.get(name) ?? names.push(name) - 1;
    strangers.set(name, stranger);
    events[stranger] = 0;
    return stranger;
  });
  const source = log.source.map((i) => number[i]);
  const target = log.target.map((i) => (i < 0 ? i : number[i]));
  for (let e = 0; e < log.count; e++) {
    events[source[e]] += 1;
    if (target[e] >= 0) events[target[e]] += 1;
  }
  const unmapped = [...strangers]
    .map(([name, at]) => ({ name, events: events[at] }))
    .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
  return { log: { ...log, actors: names, source, target }, unmapped, claimedTwice };
}
