import { lazy, Suspense } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { PageProps } from "../app.tsx";
import { DataDownloads } from "../parts/data-downloads.tsx";
import { NewCase } from "../parts/new-case.tsx";
import { ReportSections, useReport } from "../parts/report.tsx";
import { PAGE_SECTIONS } from "../parts/report-places.ts";
import { ResultsApart } from "../parts/results-apart.tsx";
import { RunList } from "../parts/run-list.tsx";
import { RunPanel } from "../parts/run-panel.tsx";

const FileEditor = lazy(() => import("../parts/file-editor.tsx"));
const EditHistory = lazy(() => import("../parts/edit-history.tsx"));

/** What can be taken away, and what is being run. Theme and language stand at the top of every page. */
export default function Settings({ answer }: PageProps) {
  const { t } = useTranslation();
  const run = useReport();
  const { state, contents, wanted } = run;
  const key = contents === undefined ? undefined : state?.key;
  return (
    <>
      <h1>{t("page.settings")}</h1>
      <h2>{t("settings.reports")}</h2>
      {key === undefined ? (
        <div className="empty">
          <p>{t("settings.noReport")}</p>
          {wanted ? (
            <RunPanel {...run} />
          ) : (
            <Button onPress={() => run.play()}>
              {t("empty.play", { runs: run.size.runs.toLocaleString() })}
            </Button>
          )}
        </div>
      ) : (
        <p className="downloads">
          <a href={`/api/export/report/${key}/html`} download>
            {t("settings.html")}
          </a>
          <a href={`/api/export/report/${key}/md`} download>
            {t("settings.markdown")}
          </a>
          <a href={`/api/export/report/${key}/json`} download>
            {t("settings.json")}
          </a>
        </p>
      )}
      <p>{t("settings.pdf")}</p>
      <p className="downloads">
        <Button onPress={() => print()}>{t("take.print")}</Button>
      </p>
      {answer.case !== null && <DataDownloads source={answer.case} report={contents} />}
      <h2>{t("settings.zip")}</h2>
      <p>{t("settings.zipLead")}</p>
      <p className="downloads">
        <a href="/api/export/case.zip" download>
          {t("settings.zipIt")}
        </a>
      </p>
      <Suspense fallback={<p role="status">{t("loading")}</p>}>
        <FileEditor findings={answer.findings} />
      </Suspense>
      <NewCase />
      <RunList />
      <ResultsApart />
      {contents !== undefined && (
        <details className="how">
          <summary>{t("method")}</summary>
          <ReportSections ids={PAGE_SECTIONS.settings} />
        </details>
      )}
      <h2>{t("edits.title")}</h2>
      <Suspense fallback={<p role="status">{t("loading")}</p>}>
        <EditHistory />
      </Suspense>
    </>
  );
}
