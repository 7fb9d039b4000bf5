import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { mode } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { eventType } from "../../events/index.ts";
import { number, percent, signed } from "../../show/index.ts";
import { addressOf, choose, go } from "../place.ts";
import type { DatedEvent } from "./event-list.ts";
import { namesOf } from "./names.ts";

/** One event with all that the case says of it, the words that report it, and the ones before and after. */
export function EventPanel({
  source,
  events,
  at,
}: {
  readonly source: Case;
  /** The events that are shown, in order. */
  readonly events: readonly DatedEvent[];
  /** Place of the event among them. */
  readonly at: number;
}) {
  const { t } = useTranslation();
  const event = source.events.find(({ id }) => id === events[at]?.drawn.id);
  if (event === undefined) return null;
  const names = namesOf(source);
  const type = eventType(event.type);
  const words = [event.evidence ?? []].flat();
  const cited = [event.source ?? []]
    .flat()
    .map((id) => source.sources.find((one) => one.id === id) ?? { id });
  const step = (by: number): void => choose({ event: events[at + by]?.drawn.id });
  return (
    <section className="event-card" aria-label={t("event.title")}>
      <h3>
        <time dateTime={event.date}>{event.date}</time> {names(event.by)}
        {event.of !== undefined && ` → ${names(event.of)}`}
      </h3>
      <p className="lead" dir="auto">
        {event.text}
      </p>
      <dl>
        <dt>{t("timeline.type")}</dt>
        <dd>{type === undefined ? event.type : `${type.name} (${event.type}): ${type.means}`}</dd>
        <dt>{t("event.intensity")}</dt>
        <dd>
          {event.intensity === undefined
            ? type === undefined
              ? "–"
              : t("event.usual", { value: signed(type.intensity, 1) })
            : signed(mode(event.intensity), 1)}
        </dd>
        {event.certainty !== undefined && (
          <>
            <dt>{t("event.certainty")}</dt>
            <dd>{percent(mode(event.certainty))}</dd>
          </>
        )}
        <dt>{t("event.source")}</dt>
        <dd>
          {cited.length === 0
            ? t("event.noSource")
            : cited.map((one) => ("title" in one ? one.title : one.id)).join("; ")}
        </dd>
        {event.note !== undefined && (
          <>
            <dt>{t("read.note")}</dt>
            <dd dir="auto">{event.note}</dd>
          </>
        )}
      </dl>
      {words.map((id) => (
        <blockquote key={id} dir="auto">
          {source.statements.find((one) => one.id === id)?.quote ?? id}{" "}
          <Button className="link" onPress={() => go(addressOf("read", { statement: id }))}>
            {t("event.read")}
          </Button>
        </blockquote>
      ))}
      <div className="deeds">
        <Button isDisabled={at <= 0} onPress={() => step(-1)}>
          {t("event.before")}
        </Button>
        <Button isDisabled={at >= events.length - 1} onPress={() => step(1)}>
          {t("event.after")}
        </Button>
        <Button onPress={() => choose({ event: undefined })}>{t("event.close")}</Button>
        <small>{t("event.place", { at: number(at + 1, 0), of: number(events.length, 0) })}</small>
      </div>
    </section>
  );
}
