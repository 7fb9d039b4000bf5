import type { TFunction } from "i18next";
import { memo, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Day } from "../../base/index.ts";
import { type Table, table } from "../../show/index.ts";
import { TableView } from "./contents.tsx";
import type { Drawing } from "./map-look.ts";
import { ageOf } from "./map-network.ts";

const FIRST = 60;

/** What the map shows, as tables: all ties and all actors. */
export const MapTables = memo(function MapTables({
  drawing,
  day,
}: {
  readonly drawing: Drawing;
  readonly day: Day;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const rows = all ? undefined : FIRST;
  const ties = tieTable(drawing, day, t, rows);
  const actors = actorTable(drawing, t, rows);
  const most = Math.max(drawing.ties.length, drawing.nodes.length);
  return (
    <section aria-labelledby="map-tables">
      <h2 id="map-tables">{t("map.asTables")}</h2>
      <TableView data={ties} />
      <TableView data={actors} />
      {most > FIRST && (
        <Button onPress={() => setAll(!all)}>{t(all ? "map.fewer" : "map.allRows", { count: most })}</Button>
      )}
    </section>
  );
});

export function tieTable({ nodes, ties }: Drawing, day: Day, t: TFunction, rows?: number): Table {
  const names = new Map(nodes.map((node) => [node.id, node.name]));
  const sorted = [...ties].sort(
    (a, b) => Number(b.breaks) - Number(a.breaks) || Math.abs(b.value) - Math.abs(a.value),
  );
  return table(
    t("map.ties", { count: ties.length }),
    [
      ...["from", "to", "sign"].map((key) => ({ key, name: t(`map.${key}`) })),
      { key: "value", name: t("map.value"), digits: 2 },
      ...["last", "rests", "breaks"].map((key) => ({ key, name: t(`map.${key}`) })),
    ],
    sorted.slice(0, rows).map((tie) => ({
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

function actorTable({ nodes }: Drawing, t: TFunction, rows?: number): Table {
  const sorted = [...nodes].sort((a, b) => b.friends + b.enemies - a.friends - a.enemies);
  return table(
    t("map.actors", { count: nodes.length }),
    ["name", "kind", "bloc", "group", "front", "faction", "friends", "enemies"].map((key) => ({
      key,
      name: t(`map.${key}`),
    })),
    sorted.slice(0, rows).map(({ name, kind, bloc, group, front, faction, friends, enemies }) => ({
      ...{ name, kind, bloc: bloc || undefined, group: group || undefined, front: front || undefined },
      ...{ faction: faction === undefined ? undefined : ["A", "B"][faction], friends, enemies },
    })),
  );
}
