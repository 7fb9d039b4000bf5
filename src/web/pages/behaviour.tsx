import { useTranslation } from "react-i18next";
import type { PageProps } from "../app.tsx";
import { EventTimeline } from "../parts/event-timeline.tsx";
import { FitPanel } from "../parts/fit-panel.tsx";
import { RankPanel } from "../parts/rank-panel.tsx";
import { ReportSections } from "../parts/report.tsx";
import { PAGE_SECTIONS } from "../parts/report-places.ts";

/** Who acted toward whom and when, what that says of how they act, and what comes next. */
export default function Behaviour({ answer }: PageProps) {
  const { t } = useTranslation();
  const { case: source } = answer;
  return (
    <>
      <h1>{t("page.behaviour")}</h1>
      {source !== null && (
        <>
          <EventTimeline source={source} />
          {source.events.length > 0 && (
            <>
              <RankPanel source={source} />
              <FitPanel />
            </>
          )}
        </>
      )}
      <ReportSections ids={PAGE_SECTIONS.behaviour} empty="behaviour.empty" />
    </>
  );
}
