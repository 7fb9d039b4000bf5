import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { RegistryEntry } from "../../desk/index.ts";
import { percent, table } from "../../show/index.ts";
import { call, useRun } from "../api.ts";
import { useReport } from "./report.tsx";
import { RunPanel } from "./run-panel.tsx";
import { TableView } from "./table-view.tsx";

interface Register {
  readonly file: string;
  readonly entries: readonly RegistryEntry[];
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  readonly caseHash: string | null;
}

/** Forecasts that were written down before their day, whether their chain holds, and a way to add to them. */
export function RegisterView() {
  const { t } = useTranslation();
  const { size } = useReport();
  const { data, refetch } = useQuery({
    queryKey: ["register"],
    queryFn: () => call<Register>("/api/register"),
  });
  const [wish, setWish] = useState<Readonly<Record<string, unknown>>>();
  const run = useRun("register", wish);
  const done = run.state?.state === "done" ? (run.state.outcome?.json as { number?: number }) : undefined;
  const [registered, setRegistered] = useState<number>();
  useEffect(() => {
    if (done?.number === undefined) return;
    // Done is done: an edit of the case must not register once more.
    setRegistered(done.number);
    setWish(undefined);
    void refetch();
  }, [done, refetch]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note") ?? "").trim();
    setWish({ ...size, ...(note === "" ? {} : { note }) });
  };
  return (
    <section aria-labelledby="register">
      <h2 id="register">{t("register.title")}</h2>
      <p>{t("register.lead")}</p>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {t("register.note")}
          <input name="note" maxLength={500} />
        </label>
        <Button type="submit">{t("register.now")}</Button>
        <Button onPress={() => void refetch()}>{t("register.verify")}</Button>
      </form>
      {wish !== undefined && done === undefined && <RunPanel {...run} />}
      {registered !== undefined && <p role="status">{t("register.done", { number: registered })}</p>}
      {data !== undefined && <Entries register={data} />}
    </section>
  );
}

function Entries({ register: { entries, faults, caseHash } }: { readonly register: Register }) {
  const { t } = useTranslation();
  if (entries.length === 0 && faults.length === 0) return <p className="empty">{t("register.empty")}</p>;
  return (
    <>
      {faults.map(({ line, message }) => (
        <div key={line} role="alert" className="callout caution">
          {t("register.broken", { line, message })}
        </div>
      ))}
      {faults.length === 0 && <p role="status">{t("register.holds", { count: entries.length })}</p>}
      {[...entries].reverse().map((entry) => (
        <details key={entry.hash}>
          <summary>
            {t("register.entry", { number: entry.number, date: entry.registered })}
            {entry.case_hash === caseHash ? "" : ` · ${t("register.other")}`}
          </summary>
          <p>
            {t("register.hash")} <code className="hash">{entry.hash}</code>
          </p>
          {entry.note !== undefined && <p>{t("register.note_shown", { note: entry.note })}</p>}
          <TableView
            data={table(
              t("register.entry", { number: entry.number, date: entry.registered }),
              [
                { key: "text", name: t("register.question"), wide: true },
                { key: "by", name: t("register.by") },
                { key: "yes", name: t("register.yes"), align: "end", measure: "probability" },
                { key: "error", name: t("register.error"), align: "end", measure: "sampling-error" },
              ],
              entry.forecasts.map(({ text, by, probability, error }) => ({
                text,
                by,
                yes: percent(probability, 1),
                error: percent(error, 1),
              })),
            )}
          />
        </details>
      ))}
    </>
  );
}
