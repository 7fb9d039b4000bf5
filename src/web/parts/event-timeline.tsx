import { type MouseEvent, useMemo } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { isoDate, readDate } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { anchorId, timeline } from "../../show/index.ts";
import { choose, usePlace } from "../place.ts";
import { ActorField } from "./actor-field.tsx";
import { PictureView } from "./contents.tsx";
import { type DatedEvent, datedEvents, typeName } from "./event-list.ts";
import { EventPanel } from "./event-panel.tsx";

/** Beyond so many marks a timeline is no longer read. */
const MOST_DRAWN = 400;

/** The record as a timeline that zooms in days, for one actor or type or all; a mark leads to its event. */
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
      (actor === "" || event.by === actor || event.whom === actor) &&
      (type === "" || event.kind === type),
  );
  const drawn = fits.slice(-MOST_DRAWN);
  const at = drawn.findIndex(({ drawn: { id } }) => id === chosen.get("event"));
  const show = (a: number, b: number): void =>
    choose({ from: isoDate(Math.round(a)), to: isoDate(Math.round(Math.max(a, b))) });
  const span = Math.max(1, to - from);
  const zoom = (part: number): void => {
    // Nearer and farther around the event that is looked at, if one is.
    const middle = at < 0 ? (from + to) / 2 : drawn[at].day;
    const begin = Math.max(first, middle - (span * part) / 2);
    show(begin, Math.min(last, Math.max(begin + 1, middle + (span * part) / 2)));
  };
  const types = [...new Set(events.map((event) => event.kind))].sort();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t("timeline.title")}</h2>
      <p>{t("timeline.lead")}</p>
      <div className="fields">
        <ActorField
          label={t("timeline.actor")}
          all={t("timeline.all")}
          source={source}
          among={new Set(events.flatMap((event) => [event.by, event.whom]))}
          value={actor}
          onChange={(id) => choose({ actor: id })}
        />
        <label>
          {t("timeline.type")}
          <select value={type} onChange={(event) => choose({ type: event.target.value })}>
            <option value="">{t("timeline.all")}</option>
            {types.map((id) => (
              <option key={id} value={id}>
                {typeName(id)}
              </option>
            ))}
          </select>
        </label>
        <DayField
          label={t("timeline.from")}
          day={from}
          range={[first, last]}
          onDay={(day) => choose({ from: day })}
        />
        <DayField
          label={t("timeline.to")}
          day={to}
          range={[first, last]}
          onDay={(day) => choose({ to: day })}
        />
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
        <span role="status">
          {t(fits.length > MOST_DRAWN ? "timeline.latest" : "timeline.shown", {
            shown: drawn.length,
            fit: fits.length,
            of: events.length,
          })}
        </span>
      </div>
      {drawn.length === 0 ? (
        <p className="empty">{t("timeline.nothing")}</p>
      ) : (
        <>
          <Drawing events={drawn} />
          {at >= 0 ? (
            <EventPanel source={source} events={drawn} at={at} />
          ) : (
            <p>
              <Button onPress={() => choose({ event: drawn[0].drawn.id })}>{t("event.first")}</Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** The timeline as a picture; a click on a mark chooses its event. */
function Drawing({ events }: { readonly events: readonly DatedEvent[] }) {
  const { t } = useTranslation();
  const picture = useMemo(() => {
    const { listed: _, ...drawing } = timeline(
      { events: events.map(({ drawn }) => drawn) },
      { id: "timeline", title: t("timeline.title"), method: t("timeline.method") },
    );
    return drawing;
  }, [events, t]);
  const follow = (click: MouseEvent): void => {
    const mark = (click.target as Element).closest("a");
    const event = events.find(
      ({ drawn: { id } }) => mark?.getAttribute("href") === `#${anchorId(`event-${id}`)}`,
    );
    if (event === undefined) return;
    click.preventDefault();
    choose({ event: event.drawn.id });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut; the buttons below do the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div onClick={follow}>
      <PictureView picture={picture} />
    </div>
  );
}

/** A day within the record; one that is being typed and is none yet changes nothing. */
function DayField({
  label,
  day,
  range: [first, last],
  onDay,
}: {
  readonly label: string;
  readonly day: number;
  readonly range: readonly [number, number];
  readonly onDay: (day: string) => void;
}) {
  return (
    <label>
      {label}
      <input
        type="date"
        min={isoDate(first)}
        max={isoDate(last)}
        value={isoDate(day)}
        onChange={(event) => {
          if (dayIn(event.target.value) !== undefined) onDay(event.target.value);
        }}
      />
    </label>
  );
}

function dayIn(text: string | null): number | undefined {
  return text === null ? undefined : readDate(text)?.first;
}
