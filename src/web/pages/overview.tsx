import { useTranslation } from "react-i18next";
import type { PageProps } from "../app.tsx";
import { ChangedSince } from "../parts/changed-since.tsx";
import { PictureView } from "../parts/contents.tsx";
import { ReportSections, useReport } from "../parts/report.tsx";

/** The case in one screen: what it is, what is wrong with it, what is most likely, which claims stand. */
export function Overview({ answer }: PageProps) {
  const { t } = useTranslation();
  const { contents } = useReport();
  const { findings } = answer;
  const head = answer.case?.head;
  const fronts = contents?.sections
    .find((section) => section.id === "fronts")
    ?.parts.find((part) => part.kind === "picture");
  return (
    <>
      <h1>{head?.title ?? t("page.overview")}</h1>
      {head !== undefined && <p className="lead">{head.summary}</p>}
      {findings.length === 0 ? (
        <p>{t("noFindings")}</p>
      ) : (
        <section aria-labelledby="findings">
          <h2 id="findings">{t("findings")}</h2>
          <ul className="findings">
            {findings.map((finding) => (
              <li key={`${finding.code} ${finding.place.file} ${finding.place.line} ${finding.message}`}>
                <strong>{finding.severity}</strong> <code>{finding.place.file}</code>
                {finding.place.line === undefined ? "" : `:${finding.place.line}`} {finding.message}
              </li>
            ))}
          </ul>
        </section>
      )}
      {contents !== undefined && <ChangedSince contents={contents} />}
      <ReportSections ids={["overview"]} />
      {fronts !== undefined && <PictureView picture={fronts} />}
    </>
  );
}
