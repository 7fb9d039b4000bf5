import { dayOf, type IsoDate, isoDate, mode } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { MILD } from "../../desk/index.ts";
import { eventType } from "../../events/index.ts";
import type { TimelineEvent } from "../../show/index.ts";
import { namesOf } from "./names.ts";

/** An event of the case as the timeline draws it, with what it is found by. */
export interface DatedEvent {
  readonly day: number;
  /** Ids of who acted and toward whom. */
  readonly by: string;
  readonly whom: string | undefined;
  readonly kind: string;
  readonly drawn: TimelineEvent;
}

/** The events of a case in order of time. */
export function datedEvents(source: Case): readonly DatedEvent[] {
  const names = namesOf(source);
  const titles = new Map(source.sources.map(({ id, title }) => [id, title]));
  return source.events
    .map((event): DatedEvent => {
      const day = dayOf(event.date);
      const intensity =
        event.intensity === undefined ? (eventType(event.type)?.intensity ?? 0) : mode(event.intensity);
      const cited = [event.source ?? []].flat().map((id) => titles.get(id) ?? id);
      return {
        day,
        by: event.by,
        whom: event.of,
        kind: event.type,
        drawn: {
          id: event.id,
          at: isoDate(day) as IsoDate,
          lane: names(event.by),
          text: event.text,
          type: typeName(event.type),
          tone: intensity >= MILD ? "friendly" : intensity <= -MILD ? "hostile" : "neutral",
          ...(event.of === undefined ? {} : { of: names(event.of) }),
          ...(cited.length === 0 ? {} : { source: cited.join("; ") }),
        },
      };
    })
    .sort((a, b) => a.day - b.day || (a.drawn.id < b.drawn.id ? -1 : 1));
}

/** What a type of event is called; the id itself where nothing knows it. */
export function typeName(id: string): string {
  return eventType(id)?.name ?? id;
}
