import { useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { WhatCanChange } from "../../desk/index.ts";
import { choose, usePlace } from "../place.ts";
import { changesIn, changesWritten } from "./change-address.ts";
import { LivePanel } from "./live-panel.tsx";

const SHOWN = 10;

/** Uncertain inputs as sliders: one that is moved is held fast in the scenario. */
export function InputSliders({ source, can }: { readonly source: Case; readonly can: WhatCanChange }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const [sought, setSought] = useState("");
  const [opened, setOpened] = useState(false);
  const changes = changesIn(chosen.get("changes"));
  const held = new Map(
    changes.flatMap(({ kind, text }) => {
      const at = text.lastIndexOf("=");
      return kind === "input" ? [[text.slice("input:".length, at), Number(text.slice(at + 1))] as const] : [];
    }),
  );
  const words = sought.trim().toLowerCase();
  const found = can.inputs.filter(({ name, text }) => held.has(name) || text.toLowerCase().includes(words));
  const shown = [...found]
    .sort((a, b) => Number(held.has(b.name)) - Number(held.has(a.name)))
    .slice(0, SHOWN);
  const hold = (name: string, value: number | undefined): void => {
    const others = changes.filter((one) => !one.text.startsWith(`input:${name}=`));
    choose({
      changes: changesWritten(
        value === undefined ? others : [...others, { kind: "input", text: `input:${name}=${value}` }],
      ),
    });
  };
  return (
    <>
      <details
        open={held.size > 0 ? true : undefined}
        onToggle={(event) => setOpened(event.currentTarget.open)}
      >
        <summary>{t("whatif.inputs")}</summary>
        <p>{t("whatif.inputsLead")}</p>
        <label>
          {t("whatif.find")} <input value={sought} onChange={(event) => setSought(event.target.value)} />
        </label>
        <p role="status">{t("whatif.shown", { shown: shown.length, of: can.inputs.length })}</p>
        <ul className="sliders">
          {shown.map(({ name, text, low, likeliest, high }) => {
            const at = held.get(name);
            return (
              <li key={name}>
                <label>
                  <span>{text}</span>
                  <input
                    type="range"
                    min={low}
                    max={high}
                    step={(high - low) / 100 || 1}
                    value={at ?? likeliest}
                    onChange={(event) => hold(name, rounded(Number(event.target.value)))}
                  />
                </label>
                <span>
                  {rounded(low)} – {rounded(high)} ·{" "}
                  {at === undefined
                    ? t("whatif.likeliest", { value: rounded(likeliest) })
                    : t("whatif.held", { value: at })}
                </span>
                {at !== undefined && (
                  <Button onPress={() => hold(name, undefined)}>{t("whatif.free")}</Button>
                )}
              </li>
            );
          })}
        </ul>
      </details>
      <LivePanel source={source} sliders={opened} />
    </>
  );
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
