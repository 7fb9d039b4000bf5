import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { SeatTurn, SeatTurnDone } from "../../desk/index.ts";
import { number, percent } from "../../show/index.ts";

const SHOWN = 12;
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
  const [sought, setSought] = useState("");
  const [all, setAll] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A reader who just chose is taken to the new turn.
    if (last !== undefined) title.current?.focus();
  }, [last]);
  const { name, date, news, options } = turn;
  const words = sought.trim().toLowerCase();
  const found = options.filter((option) => option.text.toLowerCase().includes(words));
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <>
      {last !== undefined && <LastMove last={last} />}
      <h2 ref={title} tabIndex={-1}>
        {t("seat.turnOf", { date, name })}
      </h2>
      <h3>{t("seat.news")}</h3>
      {news.length === 0 ? (
        <p>{t("seat.noNews", { name })}</p>
      ) : (
        <ul>
          {news.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className="fields">
        <label>
          {t("seat.filter")}
          <input value={sought} onChange={(event) => setSought(event.target.value)} />
        </label>
        <Button isDisabled={busy} onPress={() => onChoose(-1)}>
          {t("seat.pass")}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by the keyboard */}
      <section className="table" aria-label={t("seat.options", { name })} tabIndex={0}>
        <table>
          <caption>{t("seat.options", { name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("seat.move")}</th>
              <th scope="col">{t("seat.gain")}</th>
              <th scope="col">{t("seat.price")}</th>
              <th scope="col">{t("seat.chance")}</th>
              <th scope="col">
                <span className="off">{t("seat.choose")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ option, text, gain, price, probability }) => (
              <tr key={option}>
                <th scope="row">{text}</th>
                <td className="number">{number(gain, 2)}</td>
                <td className="number">{number(price, 2)}</td>
                <td className="number">{percent(probability, 1)}</td>
                <td>
                  <Button
                    isDisabled={busy}
                    aria-label={`${t("seat.choose")}: ${text}`}
                    onPress={() => onChoose(option)}
                  >
                    {t("seat.choose")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < found.length && (
        <Button onPress={() => setAll(true)}>{t("seat.all", { count: found.length })}</Button>
      )}
    </>
  );
}

function LastMove({ last }: { readonly last: SeatTurnDone }) {
  const { t } = useTranslation();
  const { move, success, engine, probability, changes, name } = last;
  return (
    <section className="callout" aria-label={t("seat.came")}>
      <strong>{t("seat.came")}</strong>
      <p>{move === undefined ? t("seat.passed", { name }) : move}</p>
      {success !== undefined && <p>{t(success ? "seat.success" : "seat.failure")}</p>}
      {engine !== undefined && (
        <p>
          <small>
            {t("seat.engine", { text: engine.text, chance: percent(engine.probability) })}{" "}
            {probability !== undefined && t("seat.sameChance", { chance: percent(probability, 1) })}
          </small>
        </p>
      )}
      {changes.length > 0 && (
        <details>
          <summary>{t("seat.changed")}</summary>
          <ul>
            {changes.slice(0, CHANGES).map(({ what, from, to }) => (
              <li key={what}>
                {what}: {from} → {to}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
