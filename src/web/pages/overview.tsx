import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../base/index.ts";
import type { PageProps } from "../app.tsx";
import { ChangedSince } from "../parts/changed-since.tsx";
import { PictureView } from "../parts/contents.tsx";
import { FileLink } from "../parts/file-link.tsx";
import { OverviewCards } from "../parts/overview-cards.tsx";
import { ReportSections, useReport } from "../parts/report.tsx";
import { ReportLinks } from "../parts/report-links.tsx";
import { PAGE_SECTIONS } from "../parts/report-places.ts";
import { Story } from "../parts/story.tsx";
import "../overview.css";

// Measures the case in the browser: fetched where there is no report, which says it all.
const OverviewNow = lazy(() => import("../parts/overview-now.tsx"));

/** The case in one screen: who holds what, the fronts, what is most likely, which claims stand, what changed. */
export function Overview({ answer }: PageProps) {
  const { t } = useTranslation();
  const { contents, looking } = useReport();
  const { findings } = answer;
  const head = answer.case?.head;
  const section = contents?.sections.find((one) => one.id === "overview");
  const fronts = contents?.sections
    .find((one) => one.id === "fronts")
    ?.parts.find((part) => part.kind === "picture");
  return (
    <>
      <h1>{head?.title ?? t("page.overview")}</h1>
      {head !== undefined && <p className="lead summary">{head.summary}</p>}
      {findings.length > 0 ? <Findings findings={findings} /> : <p className="soft">{t("noFindings")}</p>}
      {section === undefined || contents === undefined ? (
        <>
          {answer.case !== null && !looking && (
            <Suspense fallback={<p role="status">{t("loading")}</p>}>
              <OverviewNow source={answer.case} />
            </Suspense>
          )}
          <ReportSections ids={PAGE_SECTIONS.overview} />
        </>
      ) : (
        <ReportLinks contents={contents}>
          <p id="section-overview" className="soft" lang="en" dir="ltr">
            {typeof section.lead === "string" ? section.lead : ""}
          </p>
          <div className="overview">
            <OverviewCards section={section}>
              {fronts !== undefined && (
                <Card title={t("overview.fronts")} id="fronts-card" across>
                  <PictureView picture={fronts} />
                </Card>
              )}
              <ChangedSince contents={contents} />
            </OverviewCards>
          </div>
        </ReportLinks>
      )}
      <Story source={answer.case} />
    </>
  );
}

function Card({
  id,
  title,
  across = false,
  children,
}: {
  readonly id: string;
  readonly title: string;
  /** Whether it takes the whole width, as a wide picture must to be read. */
  readonly across?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className={across ? "across" : undefined}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{t("findings")}</h2>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.place.file} ${finding.place.line} ${finding.message}`}>
            <strong>{finding.severity}</strong> <FileLink place={finding.place} /> {finding.message}
          </li>
        ))}
      </ul>
    </section>
  );
}
