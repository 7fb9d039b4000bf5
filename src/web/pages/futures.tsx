import { useTranslation } from "react-i18next";
import type { PageProps } from "../app.tsx";
import { OnPage } from "../parts/on-page.tsx";
import { PathsPanel } from "../parts/paths-panel.tsx";
import { ReplayPlayer } from "../parts/replay-player.tsx";
import { ReportSections, useReport } from "../parts/report.tsx";
import { PAGE_SECTIONS } from "../parts/report-places.ts";
import { SavedViews } from "../parts/saved-views.tsx";
import { SizeForm } from "../parts/size-form.tsx";

/** What may happen: how often, to whom, by which paths, and one future at a time. */
export default function Futures({ answer }: PageProps) {
  const { t } = useTranslation();
  const { contents } = useReport();
  return (
    <>
      <h1>{t("page.futures")}</h1>
      <h2>{t("size.title")}</h2>
      <SizeForm />
      {answer.case !== null && (
        <OnPage
          sections={PAGE_SECTIONS.futures}
          after={[
            ["paths", t("paths.title")],
            ["replay", t("replay.title")],
          ]}
        />
      )}
      <ReportSections ids={PAGE_SECTIONS.futures} />
      {answer.case !== null && (
        <>
          {contents !== undefined && <PathsPanel />}
          <ReplayPlayer source={answer.case} />
          <SavedViews source={answer.case} page="futures" />
        </>
      )}
    </>
  );
}
