import { useTranslation } from "react-i18next";
import type { PageProps } from "../app.tsx";
import { ReplayPlayer } from "../parts/replay-player.tsx";
import { ReportSections } from "../parts/report.tsx";
import { SizeForm } from "../parts/size-form.tsx";

/** What may happen: how often, to whom, and one future at a time. */
export default function Futures({ answer }: PageProps) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("page.futures")}</h1>
      <h2>{t("size.title")}</h2>
      <SizeForm />
      {answer.case !== null && <ReplayPlayer source={answer.case} />}
      <ReportSections ids={["futures", "questions", "violence", "stability"]} />
    </>
  );
}
