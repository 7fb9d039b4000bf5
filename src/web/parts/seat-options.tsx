import { useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { SeatTurn } from "../../desk/index.ts";
import { number, percent } from "../../show/index.ts";
import { choose, usePlace } from "../place.ts";
import { HeadTable } from "./head-table.tsx";

const SHOWN = 12;

/** What can be done at a turn. What the engine thinks of it is told only to those who ask. */
export function SeatOptions({
  turn: { name, options },
  busy,
  onChoose,
}: {
  readonly turn: SeatTurn;
  readonly busy: boolean;
  readonly onChoose: (option: number) => void;
}) {
  const { t } = useTranslation();
  const [sought, setSought] = useState("");
  const [all, setAll] = useState(false);
  const told = usePlace().chosen.get("worth") === "1";
  const words = sought.trim().toLowerCase();
  // The order, too, would tell what the engine thinks.
  const order = told ? options : [...options].sort((a, b) => a.text.localeCompare(b.text, "en"));
  const found = order.filter((option) => option.text.toLowerCase().includes(words));
  const shown = all || !told ? found : found.slice(0, SHOWN);
  return (
    <>
      <div className="fields">
        <label>
          {t("seat.filter")}
          <input value={sought} onChange={(event) => setSought(event.target.value)} />
        </label>
        <label className="tick">
          <input
            type="checkbox"
            checked={told}
            onChange={(event) => choose({ worth: event.target.checked ? "1" : undefined })}
          />
          {t("seat.worth")}
        </label>
        <Button isDisabled={busy} onPress={() => onChoose(-1)}>
          {t("seat.pass")}
        </Button>
      </div>
      {found.length === 0 && <p className="empty">{t("seat.noneFound")}</p>}
      <HeadTable
        caption
        tall={all || !told}
        label={t(told ? "seat.options" : "seat.optionsPlain", { name, count: found.length })}
        heads={[
          t("seat.move"),
          ...(told
            ? [
                ["seat.gain", "gain"],
                ["seat.price", "price"],
                ["seat.chance", "option-probability"],
              ].map(([key, measure]) => ({ name: t(key), measure, number: true }))
            : []),
          `.${t("seat.choose")}`,
        ]}
      >
        {shown.map(({ option, text, gain, price, probability }) => (
          <tr key={option}>
            <th scope="row">{text}</th>
            {told && (
              <>
                <td className="number">{number(gain, 2)}</td>
                <td className="number">{number(price, 2)}</td>
                <td className="number">{percent(probability, 1)}</td>
              </>
            )}
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
      </HeadTable>
      {told && (
        <p>
          <small>{t("seat.worthHelp")}</small>
        </p>
      )}
      {shown.length < found.length && (
        <Button onPress={() => setAll(true)}>{t("seat.all", { count: found.length })}</Button>
      )}
    </>
  );
}
