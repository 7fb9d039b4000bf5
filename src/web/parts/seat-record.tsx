import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { SeatTurnDone } from "../../desk/index.ts";
import { percent } from "../../show/index.ts";
import { HeadTable } from "./head-table.tsx";

/** The game so far, turn by turn, beside what the engine would have done; any turn can be taken anew. */
export function SeatRecord({
  turns,
  several,
  onBack,
}: {
  readonly turns: readonly SeatTurnDone[];
  /** Whether several people sit at the table, so that each row says whose turn it was. */
  readonly several: boolean;
  readonly onBack: (turn: number) => void;
}) {
  const { t } = useTranslation();
  const same = turns.filter(({ move, engine }) => move !== undefined && engine !== undefined);
  const agreed = same.filter(({ probability, engine }) => probability === engine?.probability).length;
  return (
    <section aria-labelledby="seat-record">
      <h2 id="seat-record">{t("seat.record")}</h2>
      {same.length > 0 && <p>{t("seat.agreed", { count: agreed, of: same.length })}</p>}
      <HeadTable
        label={t("seat.record")}
        heads={[
          t("seat.turn"),
          t("replay.day"),
          ...(several ? [t("seat.who_short")] : []),
          t("seat.did"),
          { name: t("seat.engineDid"), measure: "option-probability" },
          `.${t("seat.back")}`,
        ]}
      >
        {turns.map(({ date, name, move, success, engine }, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns never change their order
          <tr key={k}>
            <td className="number">{k + 1}</td>
            <td className="date">{date}</td>
            {several && <td>{name}</td>}
            <td>
              {move ?? t("seat.passed", { name })}
              {success === false && ` ${t("seat.failure")}`}
            </td>
            <td>{engine === undefined ? "–" : `${engine.text} (${percent(engine.probability)})`}</td>
            <td>
              <Button aria-label={t("seat.backTo", { turn: k + 1, date })} onPress={() => onBack(k)}>
                {t("seat.back")}
              </Button>
            </td>
          </tr>
        ))}
      </HeadTable>
    </section>
  );
}
