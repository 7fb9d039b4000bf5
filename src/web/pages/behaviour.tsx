import { useTranslation } from "react-i18next";
import { ReportSections } from "../parts/report.tsx";

export default function Behaviour() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("page.behaviour")}</h1>
      <ReportSections ids={["behaviour", "record"]} />
    </>
  );
}
