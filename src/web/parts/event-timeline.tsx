import { useMemo } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { dayOf, type IsoDate, isoDate, readDate } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { eventType } from "../../events/index.ts";
import { type TimelineEvent, timeline } from "../../show/index.ts";
import { choose, usePlace } from "../place.ts";
import { PictureView } from "./contents.tsx";
import { namesOf } from "./names.ts";

/** Beyond so many marks a timeline is no longer read. */
const MOST_DRAWN = 400;
/** Goldstein's scale: acts nearer to 0 than this are told apart by neither colour. */
const MILD = 1;

/** The record as a timeline that zooms in days, for one actor or type or all; the table says the same. */
export function EventTimeline({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const events = useMemo(() => datedEvents(source), [source]);
  if (events.length === 0) return <p className="empty">{t("timeline.none")}</p>;
  const [first, last] = [events[0].day, events[events.length - 1].day];
  const from = dayIn(chosen.get("from")) ?? first;
  const to = Math.max(from, dayIn(chosen.get("to")) ?? last);
  const [actor, type] = [chosen.get("actor") ?? "", chosen.get("type") ?? ""];
  const fits = events.filter(
    (event) =>
      event.day >= from &&
      event.day <= to &&
      (actor === "" || event.by === actor || event.of === actor) &&
      (type === "" || event.type === type),
  );
  const drawn = fits.slice(-MOST_DRAWN);
  const show = (a: number, b: number): void =>
    choose({ from: isoDate(Math.round(a)), to: isoDate(Math.round(Math.max(a, b))) });
  const span = Math.max(1, to - from);
  const zoom = (part: number): void => show((from + to - span * part) / 2, (from + to + span * part) / 2);
  const types = [...new Set(events.map((event) => event.type))].sort();
  const acting = new Set(events.flatMap((event) => [event.by, event.of]));
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t("timeline.title")}</h2>
      <div className="fields">
        <label>
          {t("timeline.actor")}
          <select value={actor} onChange={(event) => choose({ actor: event.target.value })}>
            <option value="">{t("timeline.all")}</option>
            {source.actors
              .filter(({ id }) => acting.has(id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <label>
          {t("timeline.type")}
          <select value={type} onChange={(event) => choose({ type: event.target.value })}>
            <option value="">{t("timeline.all")}</option>
            {types.map((id) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("timeline.from")}
          <input
            type="date"
            value={isoDate(from)}
            onChange={(event) => choose({ from: event.target.value })}
          />
        </label>
        <label>
          {t("timeline.to")}
          <input type="date" value={isoDate(to)} onChange={(event) => choose({ to: event.target.value })} />
        </label>
      </div>
      <div className="recording">
        <Button onPress={() => zoom(0.5)} isDisabled={span <= 1}>
          {t("timeline.near")}
        </Button>
        <Button onPress={() => zoom(2)} isDisabled={from <= first && to >= last}>
          {t("timeline.far")}
        </Button>
        <Button onPress={() => show(from - span / 2, to - span / 2)} isDisabled={from <= first}>
          {t("timeline.earlier")}
        </Button>
        <Button onPress={() => show(from + span / 2, to + span / 2)} isDisabled={to >= last}>
          {t("timeline.later")}
        </Button>
        <Button onPress={() => choose({ from: undefined, to: undefined, actor: undefined, type: undefined })}>
          {t("timeline.whole")}
        </Button>
        <span role="status">{t("timeline.shown", { shown: drawn.length, of: events.length })}</span>
      </div>
      {drawn.length === 0 ? (
        <p className="empty">{t("timeline.nothing")}</p>
      ) : (
        <PictureView
          picture={timeline(
            { events: drawn.map(({ day: _, by: __, ...event }) => event) },
            { id: "timeline", title: t("timeline.title"), method: t("timeline.method") },
          )}
        />
      )}
    </section>
  );
}

interface DatedEvent extends TimelineEvent {
  readonly day: number;
  readonly by: string;
}

function datedEvents(source: Case): readonly DatedEvent[] {
  const names = namesOf(source);
  return source.events
    .map((event): DatedEvent => {
      const day = dayOf(event.date);
      const intensity = eventType(event.type)?.intensity ?? 0;
      return {
        id: event.id,
        day,
        at: isoDate(day) as IsoDate,
        by: event.by,
        lane: names(event.by),
        text: event.text,
        type: event.type,
        tone: intensity >= MILD ? "friendly" : intensity <= -MILD ? "hostile" : "neutral",
        ...(event.of === undefined ? {} : { of: event.of }),
      };
    })
    .sort((a, b) => a.day - b.day);
}

function dayIn(text: string | null): number | undefined {
  return text === null ? undefined : readDate(text)?.first;
}
