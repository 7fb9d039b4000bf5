import { useTranslation } from "react-i18next";

export default function Seat() {
  const { t } = useTranslation();
  return <h1>{t("page.seat")}</h1>;
}
