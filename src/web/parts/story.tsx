import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { ViewLink } from "./view-link.tsx";
import { useViews } from "./views.ts";

/** The views that are kept with the case, in order: each a step of what it has to tell. Nothing where there are none. */
export function Story({ source }: { readonly source: Case | null }) {
  const { t } = useTranslation();
  const { views } = useViews(source);
  if (views.length === 0) return null;
  return (
    <section aria-labelledby="story">
      <h2 id="story">{t("overview.story")}</h2>
      <ol className="story">
        {views.map((view) => (
          <li key={view.id}>
            <ViewLink view={view} /> <span className="soft">{t(`page.${view.page}`)}</span>
            {view.text !== undefined && <p>{view.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
