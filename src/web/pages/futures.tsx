import { useTranslation } from "react-i18next";
import type { PageProps } from "../app.tsx";
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
  const there = PAGE_SECTIONS.futures.filter((id) => contents?.sections.some((section) => section.id === id));
  return (
    <>
      <h1>{t("page.futures")}</h1>
      <h2>{t("size.title")}</h2>
      <SizeForm />
      {contents !== undefined && answer.case !== null && (
        <nav className="onpage" aria-label={t("futures.onPage")}>
          <span>{t("futures.onPage")}</span>
          <ul>
            {[
              ...there.map((id) => [`section-${id}`, t(`futures.${id}`)] as const),
              ["paths", t("paths.title")] as const,
              ["replay", t("replay.title")] as const,
            ].map(([id, words]) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(id)?.scrollIntoView();
                  }}
                >
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
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
