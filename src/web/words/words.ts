import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { ar } from "./ar.ts";
import { en } from "./en.ts";

export const languages = [
  { id: "en", name: "English", direction: "ltr" },
  { id: "ar", name: "العربية", direction: "rtl" },
] as const;

/** Sets the language of all pages, and the direction they are read in. */
export async function speak(id: string): Promise<void> {
  const language = languages.find((known) => known.id === id) ?? languages[0];
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      resources: { en: { translation: en }, ar: { translation: ar } },
      lng: language.id,
      fallbackLng: "en",
      interpolation: { escapeValue: false },
    });
  } else {
    await i18next.changeLanguage(language.id);
  }
  document.documentElement.lang = language.id;
  document.documentElement.dir = language.direction;
  localStorage.setItem("language", language.id);
}
