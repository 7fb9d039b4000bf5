import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { SeatTurnDone } from "../../desk/index.ts";
import { percent } from "../../show/index.ts";

/** The game so far, turn by turn, beside what the engine would have done; any turn can be taken anew. */
export function SeatRecord({
  turns,
  onBack,
}: {
  readonly turns: readonly SeatTurnDone[];
  readonly onBack: (turn: number) => void;
}) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by the keyboard
    <section className="table" aria-label={t("seat.record")} tabIndex={0}>
      <h2>{t("seat.record")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("seat.turn")}</th>
            <th scope="col">{t("replay.day")}</th>
            <th scope="col">{t("seat.did")}</th>
            <th scope="col">{t("seat.engineDid")}</th>
            <th scope="col">
              <span className="off">{t("seat.back")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {turns.map(({ date, name, move, engine }, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: turns never change their order
            <tr key={k}>
              <td className="number">{k + 1}</td>
              <td>{date}</td>
              <td>{move ?? t("seat.passed", { name })}</td>
              <td>{engine === undefined ? "–" : `${engine.text} (${percent(engine.probability)})`}</td>
              <td>
                <Button aria-label={t("seat.backTo", { turn: k + 1, date })} onPress={() => onBack(k)}>
                  {t("seat.back")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
