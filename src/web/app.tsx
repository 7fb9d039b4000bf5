import { type ComponentType, lazy, type MouseEvent, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../desk/index.ts";
import { useCase } from "./api.ts";
import { Overview } from "./pages/overview.tsx";
import { arriveAt } from "./parts/arrive.ts";
import { TopBar } from "./parts/top-bar.tsx";
import { addressOf, go, usePlace } from "./place.ts";

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
const ids = pages.map(([id]) => id);

export function App() {
  const { t } = useTranslation();
  const { page } = usePlace();
  const { data, error } = useCase();
  const [theme, setTheme] = useState(localStorage.getItem("theme") ?? "system");
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem("theme", theme);
  }, [theme]);
  useEffect(() => {
    // Paper is light, whatever the screen is.
    const print = (): void => {
      document.documentElement.dataset.theme = "light";
    };
    const back = (): void => {
      document.documentElement.dataset.theme = theme;
    };
    addEventListener("beforeprint", print);
    addEventListener("afterprint", back);
    return () => {
      removeEventListener("beforeprint", print);
      removeEventListener("afterprint", back);
    };
  }, [theme]);
  useEffect(() => {
    // Who came by a link to a place of the report is brought there once it stands.
    const place = placeInAddress();
    if (place !== "") arriveAt(place);
  }, []);
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
      <TopBar source={data?.case ?? null} pages={ids} theme={theme} setTheme={setTheme} />
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

/** The place of the page that the address names; none where it cannot be read. */
function placeInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
