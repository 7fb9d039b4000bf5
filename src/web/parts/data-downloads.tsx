import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { mode } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { csv, type Row, table } from "../../show/index.ts";
import { save } from "./downloads.tsx";
import { graphml } from "./graphml.ts";

/** The data of the case, to work on elsewhere. */
export function DataDownloads({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const { id } = source.head;
  const text = (name: string, content: string, type: string): void =>
    save(`${id}-${name}`, new Blob([content], { type }));
  const rows = (name: string, columns: readonly string[], data: readonly Row[]): void =>
    text(
      `${name}.csv`,
      csv(
        table(
          name,
          columns.map((key) => ({ key, name: key })),
          data,
        ),
      ),
      "text/csv",
    );
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t("settings.data")}</h2>
      <p className="downloads">
        <Button
          onPress={() =>
            rows(
              "actors",
              ["id", "name", "kind", "group"],
              source.actors.map(({ id: actor, name, kind }) => ({
                id: actor,
                name,
                kind,
                group: source.memberships.find((one) => one.actor === actor)?.in ?? "",
              })),
            )
          }
        >
          {t("settings.actors")}
        </Button>
        <Button
          onPress={() =>
            rows(
              "ties",
              ["from", "to", "value", "mutual"],
              source.relations.map(({ from, to, value, mutual }) => ({
                from,
                to,
                value: mode(value),
                mutual: mutual === true ? "yes" : "no",
              })),
            )
          }
        >
          {t("settings.ties")}
        </Button>
        <Button
          onPress={() =>
            rows(
              "events",
              ["id", "date", "by", "type", "of", "text"],
              source.events.map((event) => ({
                id: event.id,
                date: event.date,
                by: event.by,
                type: event.type,
                of: event.of ?? "",
                text: event.text,
              })),
            )
          }
        >
          {t("settings.events")}
        </Button>
        <Button onPress={() => text("network.graphml", graphml(source), "application/xml")}>
          {t("settings.graph")}
        </Button>
        <Button
          onPress={() => text("case.json", `${JSON.stringify(source, undefined, 2)}\n`, "application/json")}
        >
          {t("settings.whole")}
        </Button>
      </p>
    </section>
  );
}
