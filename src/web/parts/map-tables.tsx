import type { TFunction } from "i18next";
import { memo, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Day } from "../../base/index.ts";
import { type Table, table } from "../../show/index.ts";
import type { Drawing, DrawnNode, DrawnTie } from "./map-look.ts";
import { ageOf } from "./map-network.ts";
import { TableView } from "./table-view.tsx";

const ROWS = 50;

/** What the map shows, as tables: all ties and all actors, a page of rows at a time. */
export const MapTables = memo(function MapTables({
  drawing,
  day,
}: {
  readonly drawing: Drawing;
  readonly day: Day;
}) {
  const { t } = useTranslation();
  const ties = useMemo(() => sortedTies(drawing), [drawing]);
  const actors = useMemo(
    () => [...drawing.nodes].sort((a, b) => b.friends + b.enemies - a.friends - a.enemies),
    [drawing],
  );
  const names = useMemo(() => new Map(drawing.nodes.map((node) => [node.id, node.name])), [drawing]);
  return (
    <section aria-labelledby="map-tables">
      <h2 id="map-tables">{t("map.asTables")}</h2>
      <Pages rows={ties} show={(rows) => tieTable(rows, ties.length, names, day, t)} />
      <Pages rows={actors} show={(rows) => actorTable(rows, actors.length, t)} />
    </section>
  );
});

function Pages<T>({
  rows,
  show,
}: {
  readonly rows: readonly T[];
  readonly show: (rows: readonly T[]) => Table;
}) {
  const { t } = useTranslation();
  const [asked, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  const page = Math.min(asked, pages - 1);
  const from = page * ROWS;
  return (
    <div className="table-pages">
      <TableView data={show(rows.slice(from, from + ROWS))} />
      {pages > 1 && (
        <p className="pager">
          <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            {t("map.rowsBefore")}
          </Button>
          <span role="status">
            {t("map.rows", { from: from + 1, to: Math.min(rows.length, from + ROWS), count: rows.length })}
          </span>
          <Button isDisabled={page === pages - 1} onPress={() => setPage(page + 1)}>
            {t("map.rowsAfter")}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Ties that break the balance first, then the strongest. */
function sortedTies({ ties }: Drawing): readonly DrawnTie[] {
  const weight = Float64Array.from(ties, (tie) => (tie.breaks ? 2 : 0) + Math.abs(tie.value));
  const order = Uint32Array.from(ties, (_, k) => k).sort((a, b) => weight[b] - weight[a] || a - b);
  return Array.from(order, (k) => ties[k]);
}

/** The whole of a drawing's ties as a table, to take away. */
export function tiesOf(drawing: Drawing, day: Day, t: TFunction): Table {
  const names = new Map(drawing.nodes.map((node) => [node.id, node.name]));
  return tieTable(sortedTies(drawing), drawing.ties.length, names, day, t);
}

function tieTable(
  ties: readonly DrawnTie[],
  count: number,
  names: ReadonlyMap<string, string>,
  day: Day,
  t: TFunction,
): Table {
  return table(
    t("map.ties", { count }),
    [
      ...["from", "to", "sign"].map((key) => ({ key, name: t(`map.${key}`) })),
      { key: "value", name: t("map.value"), digits: 2, measure: "tie" },
      ...["last", "rests", "breaks"].map((key) => ({ key, name: t(`map.${key}`) })),
    ],
    ties.map((tie) => ({
      from: names.get(tie.from) ?? tie.from,
      to: names.get(tie.to) ?? tie.to,
      sign: t(tie.value > 0 ? "map.friendly" : "map.hostile"),
      value: tie.value,
      last: ageOf(tie, day),
      rests: t(`map.restsOn.${tie.rests}`),
      breaks: tie.breaks,
    })),
  );
}

function actorTable(nodes: readonly DrawnNode[], count: number, t: TFunction): Table {
  return table(
    t("map.actors", { count }),
    ["name", "kind", "bloc", "group", "front", "faction", "friends", "enemies"].map((key) => ({
      key,
      name: t(`map.${key}`),
    })),
    nodes.map(({ name, kind, bloc, group, front, faction, friends, enemies }) => ({
      ...{ name, kind, bloc: bloc || undefined, group: group || undefined, front: front || undefined },
      ...{ faction: faction === undefined ? undefined : ["A", "B"][faction], friends, enemies },
    })),
  );
}
