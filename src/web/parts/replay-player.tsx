import { type FormEvent, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { Replay, ReplayedStep } from "../../desk/index.ts";
import type { ReportContents } from "../../show/index.ts";
import { useRun } from "../api.ts";
import { choose, usePlace } from "../place.ts";
import { HeadTable } from "./head-table.tsx";
import { type Names, namesOf } from "./names.ts";
import { Watch } from "./paths-panel.tsx";
import { ReplayControls } from "./replay-controls.tsx";
import { ReplayFork } from "./replay-fork.tsx";
import { ReplayStep } from "./replay-step.tsx";
import { useReport } from "./report.tsx";
import { RunPanel } from "./run-panel.tsx";

const LISTED = 200;

/** One future like a recording: step through it, see what each option was worth and what changed. */
export function ReplayPlayer({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const { size, contents } = useReport();
  const typical = useMemo(() => (contents === undefined ? [] : typicalOf(contents)), [contents]);
  const future = chosen.get("future");
  const { runs, ...rest } = size;
  const last = runs - 1;
  const run = useRun("replay", future === null ? undefined : { ...rest, run: Number(future), brief: true });
  const found = run.state?.state === "done" ? (run.state.outcome?.json as Replay) : undefined;
  const names = useMemo(() => namesOf(source), [source]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    choose({ future: String(new FormData(event.currentTarget).get("future") ?? ""), step: undefined });
  };
  return (
    <section aria-labelledby="replay">
      <h2 id="replay">{t("replay.title")}</h2>
      <p>{t("replay.lead")}</p>
      <form className="fields" onSubmit={submit}>
        <label>
          {t("replay.number", { last: last.toLocaleString() })}
          <input
            key={future}
            type="number"
            name="future"
            min={0}
            max={last}
            required
            defaultValue={future ?? 0}
          />
        </label>
        <Button type="submit">{t("replay.watch")}</Button>
      </form>
      {Number(future ?? 0) > last && (
        <p role="status" className="callout caution">
          {t("replay.beyond", { future, last: last.toLocaleString() })}
        </p>
      )}
      {typical.length > 0 && (
        <p className="deeds">
          {t("replay.typical")}
          {typical.map((number) => (
            <Watch key={number} future={number} words={`${number}`} />
          ))}
        </p>
      )}
      {future !== null && found === undefined && <RunPanel {...run} />}
      {found !== undefined && (
        <Recording replay={found} source={source} names={names} months={size.months ?? 12} />
      )}
    </section>
  );
}

function Recording({
  replay,
  source,
  names,
  months,
}: {
  readonly replay: Replay;
  readonly source: Case;
  readonly names: Names;
  readonly months: number;
}) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const actor = chosen.get("of") ?? "";
  const steps = useMemo(
    () => (actor === "" ? replay.steps : replay.steps.filter((step) => step.actor === actor)),
    [replay, actor],
  );
  const [open, setOpen] = useState(false);
  const wanted = Number(chosen.get("step") ?? 1);
  const at = Math.max(
    0,
    steps.findIndex((step) => step.step >= wanted),
  );
  const now: ReplayedStep | undefined = steps[at];
  const goTo = (place: number): void =>
    choose({ step: String(steps[Math.max(0, Math.min(steps.length - 1, place))]?.step ?? 1) });
  return (
    <>
      <label>
        {t("replay.who")}{" "}
        <select value={actor} onChange={(event) => choose({ of: event.target.value })}>
          <option value="">{t("replay.everybody")}</option>
          {source.actors
            .filter((one) => one.id === actor || replay.steps.some((step) => step.actor === one.id))
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
        </select>
      </label>
      <ReplayControls at={at} count={steps.length} onGo={goTo} />
      {now !== undefined && (
        <>
          <ReplayStep step={now} names={names} />
          <ReplayFork key={now.step} replay={replay} months={months} step={now} names={names} />
        </>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t("replay.all")}</summary>
        {open && (
          <HeadTable
            tall
            label={t("replay.all")}
            heads={[
              { name: "#", number: true },
              t("replay.day"),
              t("replay.happened"),
              { name: t("replay.chance"), measure: "option-probability", number: true },
            ]}
          >
            {steps.slice(Math.max(0, at - LISTED), at + LISTED).map((step) => (
              <tr key={step.step} aria-current={step === now ? "step" : undefined}>
                <td className="number">
                  <button type="button" onClick={() => choose({ step: String(step.step) })}>
                    {step.step}
                  </button>
                </td>
                <td className="date">{step.at}</td>
                <td>{step.text}</td>
                <td className="number">{chanceOf(step)}</td>
              </tr>
            ))}
          </HeadTable>
        )}
      </details>
    </>
  );
}

/** Numbers of the futures that the report tells as typical: they stand at the end of their titles. */
function typicalOf({ sections }: ReportContents): readonly number[] {
  return sections.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      const number = part.kind === "narrative" ? /: future (\d+)$/.exec(part.title)?.[1] : undefined;
      return number === undefined ? [] : [Number(number)];
    }),
  );
}

function chanceOf(step: ReplayedStep): string {
  const chosen = step.options.find((option) => option.chosen);
  return chosen === undefined ? "–" : `${(100 * chosen.probability).toFixed(1)}%`;
}
