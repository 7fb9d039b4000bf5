import { type ComponentType, lazy, type MouseEvent, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../desk/index.ts";
import { useCase } from "./api.ts";
import { Overview } from "./pages/overview.tsx";
import { addressOf, go, usePlace } from "./place.ts";
import { languages, speak } from "./words/words.ts";

/** What every page is given. */
export interface PageProps {
  readonly answer: CaseAnswer;
}

const pages: readonly (readonly [id: string, page: ComponentType<PageProps>])[] = [
  ["overview", Overview],
  ["read", lazy(() => import("./pages/read.tsx"))],
  ["map", lazy(() => import("./pages/map.tsx"))],
  ["power", lazy(() => import("./pages/power.tsx"))],
  ["behaviour", lazy(() => import("./pages/behaviour.tsx"))],
  ["futures", lazy(() => import("./pages/futures.tsx"))],
  ["whatif", lazy(() => import("./pages/whatif.tsx"))],
  ["claims", lazy(() => import("./pages/claims.tsx"))],
  ["seat", lazy(() => import("./pages/seat.tsx"))],
  ["settings", lazy(() => import("./pages/settings.tsx"))],
];

export function App() {
  const { t, i18n } = useTranslation();
  const { page } = usePlace();
  const { data, error } = useCase();
  const [theme, setTheme] = useState(localStorage.getItem("theme") ?? "system");
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem("theme", theme);
  }, [theme]);
  const title = data?.case?.head.title;
  useEffect(() => {
    document.title = [t(`page.${page}`), title, t("name")].filter((part) => part !== undefined).join(" · ");
  }, [page, title, t]);
  const Page = pages.find(([id]) => id === page)?.[1] ?? Overview;
  return (
    <>
      <a className="skip" href="#page">
        {t("skip")}
      </a>
      <header className="top">
        <div>
          <strong className="brand">{t("name")}</strong>
          {data?.case !== undefined && data.case !== null && (
            <span className="case">
              {data.case.head.title} · {t("asOf", { date: data.case.head.as_of })}
            </span>
          )}
        </div>
        <div className="choices">
          <label>
            {t("theme")}{" "}
            <select value={theme} onChange={(event) => setTheme(event.target.value)}>
              {(["system", "light", "dark"] as const).map((id) => (
                <option key={id} value={id}>
                  {t(`themes.${id}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t("language")}{" "}
            <select value={i18n.language} onChange={(event) => void speak(event.target.value)}>
              {languages.map(({ id, name }) => (
                <option key={id} value={id} lang={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
      </header>
      <nav className="pages" aria-label={t("pages")}>
        <ul>
          {pages.map(([id]) => (
            <li key={id}>
              <a
                href={addressOf(id)}
                aria-current={id === page ? "page" : undefined}
                onClick={(event) => follow(event, addressOf(id))}
              >
                {t(`page.${id}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="page" tabIndex={-1}>
        {error !== null && (
          <div role="alert" className="callout caution">
            {error.message}
          </div>
        )}
        {data === undefined ? (
          error === null && <p role="status">{t("loading")}</p>
        ) : (
          <Suspense fallback={<p role="status">{t("loading")}</p>}>
            <Page answer={data} />
          </Suspense>
        )}
      </main>
    </>
  );
}

/** Follows a link inside the workbench without loading it anew; new tabs and windows stay the browser's. */
function follow(event: MouseEvent, address: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(address);
}
