import { useTranslation } from "react-i18next";
import type { ReplayedStep } from "../../desk/index.ts";
import { table } from "../../show/index.ts";
import type { Names } from "./names.ts";
import { TableView } from "./table-view.tsx";

const CHANGES = 20;

/** One step: what happened, what the options were worth to whoever chose, and what changed. */
export function ReplayStep({
  step,
  names,
}: {
  readonly step: ReplayedStep & { readonly optionsInAll?: number };
  readonly names: Names;
}) {
  const { t } = useTranslation();
  const { options, changes } = step;
  const all = step.optionsInAll ?? options.length;
  return (
    <article className="step" aria-label={step.at}>
      <p className="lead">
        <time dateTime={step.at}>{step.at}</time> <strong>{step.text}</strong>
      </p>
      {options.length === 0 ? (
        <p>{t("replay.itself")}</p>
      ) : (
        <>
          <TableView
            data={table(
              t("replay.options", { shown: options.length, of: all }),
              [
                { key: "move", name: t("replay.option") },
                { key: "toward", name: t("replay.toward") },
                { key: "habit", name: t("replay.habit"), digits: 2, measure: "habit" },
                { key: "gain", name: t("replay.gain"), digits: 2, measure: "gain" },
                { key: "price", name: t("replay.price"), digits: 2, measure: "price" },
                { key: "value", name: t("replay.value"), digits: 2, measure: "option-value" },
                {
                  key: "probability",
                  name: t("replay.chance"),
                  unit: "probability",
                  digits: 1,
                  measure: "option-probability",
                },
              ],
              options.map(({ move, target, object, chosen, habit, gain, price, value, probability }) => ({
                move: `${chosen ? "→ " : ""}${move.replaceAll("-", " ")}${chosen ? ` (${t("replay.chosen")})` : ""}`,
                toward: [target, object].flatMap((id) => (id === undefined ? [] : [names(id)])).join(", "),
                habit,
                gain,
                price,
                value,
                probability,
              })),
            )}
          />
          <p>
            <small>{t("replay.help")}</small>
          </p>
        </>
      )}
      {changes.length === 0 ? (
        <p>{t("replay.nothing")}</p>
      ) : (
        <TableView
          data={table(
            t("replay.changes"),
            [
              { key: "what", name: t("replay.what") },
              { key: "from", name: t("replay.from"), digits: 3 },
              { key: "to", name: t("replay.to"), digits: 3 },
            ],
            [...changes]
              .sort((a, b) => weight(b.from, b.to) - weight(a.from, a.to))
              .slice(0, CHANGES)
              .map(({ what, of, from, to }) => ({
                what: `${what}: ${of.map(names).join(" → ")}`,
                from: typeof from === "string" ? names(from) : from,
                to: typeof to === "string" ? names(to) : to,
              })),
          )}
        />
      )}
    </article>
  );
}

/** What is told by words counts most; of numbers, those that moved most. */
function weight(from: string | number, to: string | number): number {
  return typeof from === "number" && typeof to === "number" ? Math.abs(to - from) : 1000;
}
