import type { TFunction } from "i18next";
import { useRef } from "react";
import { Button, Checkbox } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { WhatCanChange } from "../../desk/index.ts";
import { choose, usePlace } from "../place.ts";
import { type Change, changesIn, changesWritten } from "./change-address.ts";
import { KeepScenario } from "./keep-scenario.tsx";
import { type Names, namesOf } from "./names.ts";

/** What is changed, as cards, and the case's own scenarios to set beside it. All of it is in the address. */
export function ScenarioCards({ source, can }: { readonly source: Case; readonly can: WhatCanChange }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const changes = changesIn(chosen.get("changes"));
  const picked = new Set((chosen.get("scenarios") ?? "").split(",").filter((id) => id !== ""));
  const names = namesOf(source);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" ref={heading} tabIndex={-1}>
        {t("whatif.changes")}
      </h2>
      <p role="status" className="off">
        {t("whatif.count", { count: changes.length + picked.size })}
      </p>
      {changes.length === 0 && picked.size === 0 && <p className="empty">{t("whatif.none")}</p>}
      <ul className="cards">
        {changes.map((change) => {
          const what = changeShown(change, names, can, t);
          return (
            <li key={`${change.kind} ${change.text}`} className="card">
              <strong>{t(change.kind === "input" ? "whatif.inputs" : `whatif.kinds.${change.kind}`)}</strong>
              <span>{what}</span>
              <Button
                aria-label={t("whatif.takeAway", { what })}
                onPress={() => {
                  choose({ changes: changesWritten(changes.filter((one) => one !== change)) });
                  // The button goes with its card: the focus must not fall back to the top of the page.
                  heading.current?.focus();
                }}
              >
                {t("whatif.take")}
              </Button>
            </li>
          );
        })}
      </ul>
      <KeepScenario changes={changes} can={can} />
      {can.scenarios.length > 0 && (
        <fieldset className="partners">
          <legend>{t("whatif.own")}</legend>
          {can.scenarios.map((scenario) => (
            <Checkbox
              key={scenario.id}
              isSelected={picked.has(scenario.id)}
              onChange={(on) => {
                const next = new Set(picked);
                if (on) next.add(scenario.id);
                else next.delete(scenario.id);
                choose({ scenarios: [...next].join(",") });
              }}
            >
              <span className="box" aria-hidden="true" />
              <span>
                {scenario.name} <small>{scenario.changes.join("; ")}</small>
              </span>
            </Checkbox>
          ))}
        </fieldset>
      )}
    </section>
  );
}

/** A change with the names of whom it is about. */
function changeShown({ kind, text }: Change, names: Names, can: WhatCanChange, t: TFunction): string {
  if (kind === "input" || kind === "rate") {
    const at = text.lastIndexOf("=");
    const name = text.slice("input:".length, at);
    const value = text.slice(at + 1);
    if (kind === "rate") return `${names(name.slice("rate of ".length))}: ${t("whatif.aYear", { value })}`;
    return `${can.inputs.find((input) => input.name === name)?.text ?? name} = ${value}`;
  }
  const first = (piece: string): string | undefined => {
    if (kind === "forbid" || kind === "force") return can.moves.find((move) => move.id === piece)?.name;
    return kind === "lift" ? t(`whatif.standing.${piece}`) : undefined;
  };
  return text
    .replace(/^(holding|relation|position|salience|status-quo|quota|outside|entitled|demand|route):/, "")
    .replace(":>", ">")
    .split(/([=:>/@#]|\.\.)/)
    .map(
      (piece, i) => (i === 0 ? first(piece) : undefined) ?? MARKS[piece] ?? wordOf(piece, t) ?? names(piece),
    )
    .join("");
}

/** What is said of a piece that is no id of the case. */
function wordOf(piece: string, t: TFunction): string | undefined {
  if (piece === "yes" || piece === "no") return t(piece);
  if (piece === "open" || piece === "shut") return t(`whatif.${piece}`);
  return piece === "nobody" ? t("whatif.without.nobody") : undefined;
}

const MARKS: { readonly [mark: string]: string } = {
  "=": " = ",
  ":": ": ",
  ">": " → ",
  "/": " · ",
  "@": ", ",
  "#": " · ",
  "..": " – ",
};
