import { useTranslation } from "react-i18next";
import { ReportSections } from "../parts/report.tsx";

export default function Power() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("page.power")}</h1>
      <ReportSections ids={["power", "coalitions", "polity"]} />
    </>
  );
}
