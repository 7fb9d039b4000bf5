import { useTranslation } from "react-i18next";
import { ReportSections } from "../parts/report.tsx";

export default function MapPage() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("page.map")}</h1>
      <ReportSections ids={["network", "fronts", "routes"]} />
    </>
  );
}
