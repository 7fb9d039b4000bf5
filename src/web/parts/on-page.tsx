import { useTranslation } from "react-i18next";
import { arriveAt } from "./arrive.ts";
import { useReport } from "./report.tsx";
import type { PAGE_SECTIONS } from "./report-places.ts";

/** Sections of the report that long pages name in the reader's language. */
type NamedSection = (typeof PAGE_SECTIONS)["power" | "claims" | "futures"][number];

/** A part of a page: the id of its heading, and its name. */
export type PagePart = readonly [id: string, name: string];

/** What stands on a long page: its own parts, and the sections of the report that follow or precede them. */
export function OnPage({
  before = [],
  sections,
  after = [],
}: {
  readonly before?: readonly PagePart[];
  readonly sections: readonly NamedSection[];
  readonly after?: readonly PagePart[];
}) {
  const { t } = useTranslation();
  const { contents } = useReport();
  if (contents === undefined) return null;
  const there = sections.filter((id) => contents.sections.some((section) => section.id === id));
  const parts = [...before, ...there.map((id): PagePart => [`section-${id}`, t(`onPage.${id}`)]), ...after];
  return (
    <nav className="onpage" aria-label={t("onPage.label")}>
      <span>{t("onPage.label")}</span>
      <ul>
        {parts.map(([id, name]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                arriveAt(id);
              }}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
