import { useTranslation } from "react-i18next";
import { OnPage } from "../parts/on-page.tsx";
import { RegisterView } from "../parts/register.tsx";
import { ReportSections } from "../parts/report.tsx";
import { PAGE_SECTIONS } from "../parts/report-places.ts";

/** Each claim with its record and experiment; each question with its answer and score; what was foretold in time. */
export default function Claims() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("page.claims")}</h1>
      <OnPage sections={PAGE_SECTIONS.claims} after={[["register", t("register.title")]]} />
      <ReportSections ids={PAGE_SECTIONS.claims} />
      <RegisterView />
    </>
  );
}
