import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SeatTurn, SeatTurnDone } from "../../desk/index.ts";
import { percent } from "../../show/index.ts";
import { SeatOptions } from "./seat-options.tsx";

const CHANGES = 8;

/** The present turn: what came of the last move, what has happened, and what can be done. */
export function SeatTurnView({
  turn,
  last,
  busy,
  onChoose,
}: {
  readonly turn: SeatTurn;
  readonly last: SeatTurnDone | undefined;
  readonly busy: boolean;
  readonly onChoose: (option: number) => void;
}) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A reader who just chose is taken to the new turn.
    if (last !== undefined) title.current?.focus();
  }, [last]);
  const { name, date, news } = turn;
  return (
    <>
      {last !== undefined && <LastMove last={last} own={last.actor === turn.actor} />}
      <h2 ref={title} tabIndex={-1}>
        {t("seat.turnOf", { date, name })}
      </h2>
      <h3>{t("seat.news")}</h3>
      {news.length === 0 ? (
        <p>{t("seat.noNews", { name })}</p>
      ) : (
        <ul className="news">
          {news.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <SeatOptions turn={turn} busy={busy} onChoose={onChoose} />
    </>
  );
}

/** What came of the last move; at a table of several, whose it was. */
function LastMove({ last, own }: { readonly last: SeatTurnDone; readonly own: boolean }) {
  const { t } = useTranslation();
  const { move, success, engine, probability, changes, name, date } = last;
  const title = own ? t("seat.came") : t("seat.cameOf", { name });
  return (
    <section className="callout" aria-label={title}>
      <strong>{title}</strong>
      <p>
        <time dateTime={date}>{date}</time> {move === undefined ? t("seat.passed", { name }) : move}
        {success !== undefined && ` ${t(success ? "seat.success" : "seat.failure")}`}
      </p>
      {changes.length > 0 && (
        <>
          <p>{t("seat.changed")}</p>
          <ul>
            {changes.slice(0, CHANGES).map(({ what, from, to }) => (
              <li key={what}>
                {what}: {from} → {to}
              </li>
            ))}
          </ul>
        </>
      )}
      {engine !== undefined && (
        <details>
          <summary>{t("seat.engineAsk")}</summary>
          <p>
            {t("seat.engine", { text: engine.text, chance: percent(engine.probability) })}{" "}
            {probability !== undefined && t("seat.sameChance", { chance: percent(probability, 1) })}
          </p>
        </details>
      )}
    </section>
  );
}
