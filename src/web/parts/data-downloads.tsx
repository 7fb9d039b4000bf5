import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { ReportContents } from "../../show/index.ts";
import { caseTables } from "./case-tables.ts";
import { save } from "./downloads.tsx";

const FORMS = ["csv", "json", "parquet"] as const;
const takeAway = () => import("./take-away.ts");

/** The data of the case and of its report, to work on elsewhere. */
export function DataDownloads({
  source,
  report,
}: {
  readonly source: Case;
  readonly report: ReportContents | undefined;
}) {
  const { t } = useTranslation();
  const tables = useMemo(() => caseTables(source), [source]);
  const [name, setName] = useState("actors");
  const chosen = tables.find((table) => table.name === name) ?? tables[0];
  const whole = (): void =>
    save(
      `${source.head.id}-case.json`,
      new Blob([`${JSON.stringify(source, undefined, 2)}\n`], { type: "application/json" }),
    );
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t("settings.data")}</h2>
      <h3>{t("take.oneTable")}</h3>
      <div className="fields">
        <label>
          {t("take.table")}
          <select value={chosen?.name} onChange={(event) => setName(event.target.value)}>
            {tables.map((table) => (
              <option key={table.name} value={table.name}>
                {t("take.rows", { name: table.name, count: table.rows.length })}
              </option>
            ))}
          </select>
        </label>
        {FORMS.map((form) => (
          <Button key={form} onPress={() => void takeAway().then((it) => it.saveTable(source, name, form))}>
            {t(`take.forms.${form}`)}
          </Button>
        ))}
      </div>
      <h3>{t("take.allTables")}</h3>
      <p>{t("take.tablesLead")}</p>
      <p className="downloads">
        {FORMS.map((form) => (
          <Button key={form} onPress={() => void takeAway().then((it) => it.saveTables(source, form))}>
            {t("take.zipOf", { form: t(`take.forms.${form}`) })}
          </Button>
        ))}
        <Button onPress={whole}>{t("settings.whole")}</Button>
      </p>
      {report !== undefined && (
        <>
          <h3>{t("take.reportTables")}</h3>
          <p className="downloads">
            {FORMS.map((form) => (
              <Button
                key={form}
                aria-label={t("take.reportZip", { form: t(`take.forms.${form}`) })}
                onPress={() => void takeAway().then((it) => it.saveReportTables(report, form))}
              >
                {t("take.zipOf", { form: t(`take.forms.${form}`) })}
              </Button>
            ))}
          </p>
        </>
      )}
      <h3>{t("take.network")}</h3>
      <p className="downloads">
        {(["graphml", "gexf"] as const).map((form) => (
          <Button key={form} onPress={() => void takeAway().then((it) => it.saveNetwork(source, form))}>
            {t(`take.networks.${form}`)}
          </Button>
        ))}
      </p>
    </section>
  );
}
