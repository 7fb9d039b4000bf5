import { useTranslation } from "react-i18next";
import { ReportSections } from "../parts/report.tsx";

export default function WhatIf() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("page.whatif")}</h1>
      <ReportSections ids={["sensitivity", "whatif"]} />
    </>
  );
}
