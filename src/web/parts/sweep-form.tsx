import { useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { WhatCanChange } from "../../desk/index.ts";
import { call } from "../api.ts";
import { useAttempt, WhatCame } from "./attempt.tsx";
import { idFor } from "./id-for.ts";
import { monthsOf } from "./months-of.ts";

/** Writes a plain experiment into the case: one or two uncertain inputs, each at several values of its range. */
export function SweepForm({
  source,
  can: { inputs },
  taken,
}: {
  readonly source: Case;
  readonly can: WhatCanChange;
  readonly taken: readonly string[];
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { came, busy, attempt } = useAttempt();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const value = (name: string): string => String(given.get(name) ?? "").trim();
    const picked = [...new Set([value("first"), value("second")])].filter((name) => name !== "");
    await attempt(async () => {
      const { experimentFile } = await import("./sweep-text.ts");
      const name = value("called");
      const file = `experiments/${idFor(name, "experiment", new Set(taken))}.yaml`;
      const text = experimentFile({
        name,
        inputs: inputs.filter((input) => picked.includes(input.name)),
        steps: Number(value("steps")),
        repetitions: Number(value("repetitions")),
        months: Number(value("months")),
      });
      await call(`/api/files/${encodeURIComponent(file)}`, "PUT", { text });
      await client.invalidateQueries({ queryKey: ["case"] });
      form.reset();
      return t("sweep.form.done", { file });
    });
  };
  const number = (name: "steps" | "repetitions" | "months", low: number, high: number, value: number) => (
    <label>
      {t(`sweep.form.${name}`)}
      <input type="number" name={name} min={low} max={high} required defaultValue={value} />
    </label>
  );
  return (
    <details className="sweep-form">
      <summary>{t("sweep.form.title")}</summary>
      <p>{t("sweep.form.lead")}</p>
      <form className="fields" onSubmit={(event) => void submit(event)}>
        <label className="wide">
          {t("sweep.form.name")}
          <input name="called" required maxLength={120} />
        </label>
        {(["first", "second"] as const).map((which) => (
          <label key={which} className="wide">
            {t(`sweep.form.${which}`)}
            <select name={which} required={which === "first"}>
              {which === "second" && <option value="">{t("sweep.form.none")}</option>}
              {inputs.map(({ name, text }) => (
                <option key={name} value={name}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
        {number("steps", 2, 20, 5)}
        {number("repetitions", 1, 100_000, 200)}
        {number("months", 1, 240, monthsOf(source))}
        <Button type="submit" isDisabled={busy}>
          {t("sweep.form.it")}
        </Button>
      </form>
      <WhatCame {...came} />
    </details>
  );
}
