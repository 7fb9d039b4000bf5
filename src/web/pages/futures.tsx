import { useTranslation } from "react-i18next";
import { ReportSections } from "../parts/report.tsx";

export default function Futures() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("page.futures")}</h1>
      <ReportSections ids={["futures", "violence", "stability"]} />
    </>
  );
}
