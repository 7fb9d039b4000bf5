import { useTranslation } from "react-i18next";

export default function Settings() {
  const { t } = useTranslation();
  return <h1>{t("page.settings")}</h1>;
}
