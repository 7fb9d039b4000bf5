import type { TFunction } from "i18next";
import { memo, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Day } from "../../base/index.ts";
import { type Table, table } from "../../show/index.ts";
import { useMade } from "./later.ts";
import type { Drawing, DrawnNode, DrawnTie } from "./map-look.ts";
import { ageOf } from "./map-network.ts";
import { TableView } from "./table-view.tsx";

const ROWS = 50;
/** More ties than a map can hold. */
const PLACES = 2 ** 24;

/** What the map shows, as tables: all ties and all actors, a page of rows at a time. */
export const MapTables = memo(function MapTables({
  drawing,
  day,
}: {
  readonly drawing: Drawing;
  readonly day: Day;
}) {
  const { t } = useTranslation();
  const ties = useMade(() => sortedTies(drawing), [drawing.ties]);
  const actors = useMade(
    () => [...drawing.nodes].sort((a, b) => b.friends + b.enemies - a.friends - a.enemies),
    [drawing.nodes],
  );
  const names = useMade(() => new Map(drawing.nodes.map((node) => [node.id, node.name])), [drawing.nodes]);
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
function sortedTies({ ties }: Pick<Drawing, "ties">): readonly DrawnTie[] {
  // A number without a rule of its own is sorted many times faster: first how weak, then which of them.
  const order = Float64Array.from(ties, ({ breaks, value }, k) => {
    const weak = (breaks ? 0 : 2) + 1 - Math.abs(value);
    return Math.round(weak * 1e6) * PLACES + k;
  }).sort();
  return Array.from(order, (weakAndPlace) => ties[weakAndPlace % PLACES]);
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
      ...["last", "rests"].map((key) => ({ key, name: t(`map.${key}`) })),
      { key: "breaks", name: t("map.breaks"), measure: "breaks-balance" },
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
    [
      ...["name", "kind", "bloc", "group", "front"].map((key) => ({ key, name: t(`map.${key}`) })),
      { key: "faction", name: t("map.faction"), measure: "faction" },
      { key: "friends", name: t("map.friends"), measure: "friends" },
      { key: "enemies", name: t("map.enemies"), measure: "enemies" },
    ],
    nodes.map(({ name, kind, bloc, group, front, faction, friends, enemies }) => ({
      ...{ name, kind, bloc: bloc || undefined, group: group || undefined, front: front || undefined },
      ...{ faction: faction === undefined ? undefined : ["A", "B"][faction], friends, enemies },
    })),
  );
}
