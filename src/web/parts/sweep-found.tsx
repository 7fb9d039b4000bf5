import { useTranslation } from "react-i18next";
import type { RunState } from "../../desk/index.ts";
import { csv, type Part } from "../../show/index.ts";
import { PartView } from "./contents.tsx";
import { Downloads } from "./downloads.tsx";

/** What a sweep says, as far as this page looks into it. */
export interface Swept {
  readonly futures?: number;
  readonly before?: number;
  readonly spent?: boolean;
  readonly stopped?: boolean;
  readonly failed?: readonly object[];
  readonly trouble?: { readonly message: string };
  readonly parts?: readonly Part[];
}

/** How a sweep ended, with its pictures and tables, and all of it to take away. */
export function SweepFound({
  name,
  state: { key, outcome, state },
  found,
}: {
  readonly name: string;
  readonly state: RunState;
  readonly found: Swept;
}) {
  const { t } = useTranslation();
  const { futures, before = 0, spent, failed = [], trouble, parts } = found;
  if (futures === undefined || parts === undefined) {
    return (
      <div role="alert" className="callout caution">
        <strong>{t("run.failed")}</strong>
        <p className="lines">{outcome?.text}</p>
      </div>
    );
  }
  const isOver = state === "done" && trouble === undefined;
  const points = parts.find((part) => part.kind === "table");
  return (
    <>
      <p role="status">
        {t("sweep.played", { futures: futures.toLocaleString(), before: before.toLocaleString() })}
        {state === "stopped" && ` ${t("sweep.stopped")}`}
        {spent === true && ` ${t("sweep.spent")}`}
      </p>
      {failed.length > 0 && (
        <p role="alert" className="callout caution">
          {t("sweep.failed", { count: failed.length })}
        </p>
      )}
      {trouble !== undefined && (
        <p role="alert" className="callout caution">
          {trouble.message} {t("sweep.stopped")}
        </p>
      )}
      <p className="downloads">
        {isOver && (
          <>
            <a href={`/api/export/sweep/${key}/summary.csv`} download>
              {t("sweep.means")}
            </a>
            <a href={`/api/export/sweep/${key}/design.csv`} download>
              {t("sweep.points")}
            </a>
            <a href={`/api/export/sweep/${key}/summary.json`} download>
              {t("sweep.json")}
            </a>
          </>
        )}
        <a href={`/api/export/sweep/${key}/all.zip`} download>
          {t("sweep.rows")}
        </a>
      </p>
      <div lang="en" dir="ltr">
        {parts.map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts never change their order
          <PartView key={i} part={part} />
        ))}
      </div>
      {!isOver && points?.kind === "table" && <Downloads name={`sweep-${name}`} table={csv(points)} />}
    </>
  );
}
