import type { FormEvent } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Part } from "../../show/index.ts";
import { useRun } from "../api.ts";
import { choose, usePlace } from "../place.ts";
import { PartView } from "./contents.tsx";
import { RunPanel } from "./run-panel.tsx";

const MODELS = ["rate", "choice", "type"] as const;

/** Formulas for who acts, toward whom and in which way, fitted to the events of the case. */
export function FitPanel() {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const formulas = Object.fromEntries(
    MODELS.flatMap((model) => {
      const text = chosen.get(model === "type" ? "tone" : model);
      return text === null ? [] : [[model, text] as const];
    }),
  );
  const asked = chosen.get("fit") === "1";
  const run = useRun("fit", asked ? { ...formulas, contents: true } : undefined);
  const found = run.state?.outcome?.json as
    | { readonly contents?: readonly Part[]; readonly skipped?: readonly string[] }
    | undefined;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [rate, choice, tone] = MODELS.map((model) => String(given.get(model) ?? "").trim());
    choose({ rate, choice, tone, fit: "1" });
  };
  return (
    <section aria-labelledby="fit">
      <h2 id="fit">{t("fit.title")}</h2>
      <p>{t("fit.lead")}</p>
      <form className="fields" onSubmit={submit}>
        {MODELS.map((model) => (
          <label key={model} className="wide">
            {t(`fit.${model}`)}
            <input
              name={model}
              defaultValue={formulas[model] ?? ""}
              placeholder={t("fit.example")}
              spellCheck={false}
            />
          </label>
        ))}
        <Button type="submit">{t("fit.fit")}</Button>
      </form>
      {asked && found?.contents === undefined && <RunPanel {...run} />}
      {found?.contents?.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts never change their order
        <PartView key={i} part={part} />
      ))}
      {(found?.skipped ?? []).map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </section>
  );
}
