import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type ReportContents, type Row, signed, table } from "../../show/index.ts";
import { call } from "../api.ts";
import { TableView } from "./table-view.tsx";

const SHOWN = 8;

/** What moved since the last report of the case as it stood before it was edited. Nothing where there is none. */
export function ChangedSince({ contents }: { readonly contents: ReportContents }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ["reports", "before", contents.head.caseHash],
    queryFn: () => call<{ readonly report: ReportContents | null }>("/api/reports/before"),
  });
  const before = data?.report;
  if (before === undefined || before === null) return null;
  const old = new Map(answers(before).map((row) => [row.id, row.probability]));
  const moved = answers(contents)
    .flatMap(({ id, text, probability }) => {
      const earlier = old.get(id);
      return typeof earlier !== "number" || typeof probability !== "number"
        ? []
        : [{ text, earlier, now: probability, by: probability - earlier }];
    })
    .filter(({ by }) => Math.abs(by) >= 0.01)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, SHOWN);
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{t("overview.changed")}</h2>
      <p>{t("overview.before", { runs: before.head.runs?.toLocaleString() ?? "–" })}</p>
      {moved.length === 0 ? (
        <p>{t("overview.same")}</p>
      ) : (
        <TableView
          data={table(
            t("overview.changed"),
            [
              { key: "text", name: t("overview.question"), wide: true },
              { key: "earlier", name: t("overview.earlier"), unit: "probability", measure: "probability" },
              { key: "now", name: t("overview.now"), unit: "probability" },
              { key: "by", name: t("overview.difference"), align: "end" },
            ],
            moved.map((row) => ({ ...row, by: signed(100 * row.by, 0) })),
          )}
        />
      )}
    </section>
  );
}

/** The rows of the report's table of answers. */
function answers(contents: ReportContents): readonly Row[] {
  const parts = contents.sections.find((section) => section.id === "questions")?.parts ?? [];
  const found = parts.find(
    (part) => part.kind === "table" && part.columns.some((column) => column.key === "probability"),
  );
  return found?.kind === "table" ? found.rows : [];
}
