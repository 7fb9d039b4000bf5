import i18next from "i18next";
import { initReactI18next } from "react-i18next";
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
      resources: { en: { translation: en } },
      lng: "en",
      fallbackLng: "en",
      interpolation: { escapeValue: false },
    });
  }
  if (language.id === "ar" && !i18next.hasResourceBundle("ar", "translation")) {
    // Fetched when it is first spoken: the first page is small.
    i18next.addResourceBundle("ar", "translation", (await import("./ar.ts")).ar);
  }
  await i18next.changeLanguage(language.id);
  document.documentElement.lang = language.id;
  document.documentElement.dir = language.direction;
  localStorage.setItem("language", language.id);
}
