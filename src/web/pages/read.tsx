import { useTranslation } from "react-i18next";

export default function Read() {
  const { t } = useTranslation();
  return <h1>{t("page.read")}</h1>;
}
