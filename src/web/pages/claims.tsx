import { useTranslation } from "react-i18next";
import { ReportSections } from "../parts/report.tsx";

export default function Claims() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("page.claims")}</h1>
      <ReportSections ids={["claims", "questions"]} />
    </>
  );
}
