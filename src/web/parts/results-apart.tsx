import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type ReportContents, type Row, signed, table } from "../../show/index.ts";
import { get, getRun } from "../client.ts";
import { choose, usePlace } from "../place.ts";
import { TableView } from "./table-view.tsx";

/** Two reports that were made, and what they say otherwise: of two states of the case, two seeds, two sizes. */
export function ResultsApart() {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const { data } = useQuery({
    queryKey: ["runs"],
    queryFn: () => get("/api/runs"),
    staleTime: 0,
  });
  const made = (data ?? []).filter(({ verb, state }) => verb === "report" && state === "done");
  const [one, other] = [chosen.get("one") ?? made[1]?.key, chosen.get("other") ?? made[0]?.key];
  const earlier = useReportOf(one);
  const later = useReportOf(other);
  return (
    <section aria-labelledby="apart">
      <h2 id="apart">{t("apart.title")}</h2>
      {made.length < 2 ? (
        <p className="empty">{t("apart.few")}</p>
      ) : (
        <>
          <div className="fields">
            {(["one", "other"] as const).map((which) => (
              <label key={which} className="wide">
                {t(`apart.${which}`)}
                <select
                  value={which === "one" ? one : other}
                  onChange={(event) => choose({ [which]: event.target.value })}
                >
                  {made.map((run) => (
                    <option key={run.key} value={run.key}>
                      {t("apart.report", {
                        when: (run.asked ?? "").slice(0, 16).replace("T", " "),
                        runs: String(run.options.runs),
                        months: String(run.options.months),
                        seed: String(run.options.seed),
                      })}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
          {earlier === undefined || later === undefined ? (
            <p role="status">{t("loading")}</p>
          ) : (
            <Moved earlier={earlier} later={later} />
          )}
        </>
      )}
    </section>
  );
}

function useReportOf(key: string | undefined): ReportContents | undefined {
  const { data } = useQuery({
    queryKey: ["ask", "report of", key],
    queryFn: () => getRun(key ?? ""),
    enabled: key !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (data?.outcome?.json as { readonly report?: ReportContents } | undefined)?.report;
}

function Moved({ earlier, later }: { readonly earlier: ReportContents; readonly later: ReportContents }) {
  const { t } = useTranslation();
  const before = new Map(answersOf(earlier).map((row) => [row.id, row.probability]));
  const moved = answersOf(later)
    .flatMap(({ id, text, probability }) => {
      const was = before.get(id);
      return typeof was !== "number" || typeof probability !== "number"
        ? []
        : [{ text, was, is: probability, by: probability - was }];
    })
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const same = earlier.head.caseHash === later.head.caseHash;
  return (
    <>
      <p role="status">{t(same ? "apart.sameCase" : "apart.otherCase")}</p>
      <TableView
        data={table(
          t("apart.answers"),
          [
            { key: "text", name: t("whatif.question"), wide: true },
            { key: "was", name: t("apart.one"), unit: "probability", measure: "probability" },
            { key: "is", name: t("apart.other"), unit: "probability" },
            { key: "by", name: t("apart.points"), align: "end" },
          ],
          moved.map((row) => ({ ...row, by: signed(100 * row.by, 1) })),
        )}
      />
    </>
  );
}

/** The rows of a report's table of answers. */
function answersOf(report: ReportContents): readonly Row[] {
  const parts = report.sections.find((section) => section.id === "questions")?.parts ?? [];
  const found = parts.find(
    (part) => part.kind === "table" && part.columns.some(({ key }) => key === "probability"),
  );
  return found?.kind === "table" ? found.rows : [];
}
