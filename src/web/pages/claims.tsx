import { useTranslation } from "react-i18next";
import { RegisterView } from "../parts/register.tsx";
import { ReportSections } from "../parts/report.tsx";

/** Each claim with its record and experiment; each question with its answer and score; what was foretold in time. */
export default function Claims() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("page.claims")}</h1>
      <ReportSections ids={["claims", "questions"]} />
      <RegisterView />
    </>
  );
}
