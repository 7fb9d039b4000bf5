import { useTranslation } from "react-i18next";
import type { Sitting } from "../../desk/index.ts";
import { table } from "../../show/index.ts";
import { TableView } from "./table-view.tsx";

/** How a game ended, beside how it would have, had the engine played the seats too. */
export function SeatEnd({ end }: { readonly end: NonNullable<Sitting["end"]> }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="over">
      <h2 id="over">{t("seat.over")}</h2>
      <TableView
        data={table(
          t("seat.share"),
          [
            { key: "name", name: t("seat.who_short") },
            { key: "share", name: t("seat.share"), unit: "share", digits: 1, measure: "power-share" },
            { key: "engine", name: t("seat.engineShare"), unit: "share", digits: 1 },
          ],
          end.shares.map(({ name, share, engine }) => ({ name, share, engine })),
        )}
      />
      {end.news.length > 0 && (
        <>
          <h3>{t("seat.news")}</h3>
          <ul>
            {end.news.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
