import type { FormEvent } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { ReportContents } from "../../show/index.ts";
import { useRun } from "../api.ts";
import { choose, usePlace } from "../place.ts";
import { SectionView } from "./contents.tsx";
import { RunPanel } from "./run-panel.tsx";

/** Which uncertain input drives an answer: the tornado, the indices, the smallest change that turns it. */
export function Drivers({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const question = chosen.get("drives");
  const runs = Number(chosen.get("futures") ?? 4000);
  const run = useRun(
    "sensitivity",
    question === null ? undefined : { question: [question], runs, contents: true },
  );
  const found = run.state?.outcome?.json as { readonly contents?: ReportContents } | undefined;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    choose({ drives: String(given.get("question")), futures: String(given.get("futures")) });
  };
  return (
    <section aria-labelledby="drivers">
      <h2 id="drivers">{t("whatif.drives")}</h2>
      <p>{t("whatif.drivesLead")}</p>
      {source.questions.length === 0 ? (
        <p>{t("whatif.noQuestions")}</p>
      ) : (
        <form className="fields" onSubmit={submit}>
          <label className="wide">
            {t("whatif.question")}
            <select name="question" defaultValue={question ?? source.questions[0].id}>
              {source.questions.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t("whatif.futures")}
            <input type="number" name="futures" min={100} max={10000000} required defaultValue={runs} />
          </label>
          <Button type="submit">{t("whatif.drive")}</Button>
        </form>
      )}
      <p role="status">{found?.contents !== undefined && t("whatif.driven")}</p>
      {question !== null && found?.contents === undefined && <RunPanel {...run} />}
      {found?.contents?.sections.map((section) => (
        <SectionView key={section.id} section={section} level={3} />
      ))}
    </section>
  );
}
