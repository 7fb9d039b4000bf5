import { cite, dayOf, mode } from "../../base/index.ts";
import { eventType, isEventType } from "../../events/index.ts";
import { capital, plural, type Table, table } from "../../show/index.ts";
import { moveKinds } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { author } from "./behaviour-defaults.ts";
import { short } from "./names.ts";
import { runMean, yearsOf } from "./over-runs.ts";
import { triesOf } from "./tries.ts";

const MOST_PAIRS = 12;

/** Who acted toward whom most often in the record; nothing if no event has both. */
export function busiest(study: Study): Table | undefined {
  const { source, stage } = study;
  const { world } = stage;
  const pairs = new Map<
    string,
    { from: number; to: number; events: number; hostile: number; friendly: number; last: string }
  >();
  for (const event of source.events) {
    const from = world.actorIndex.get(event.by);
    const to = event.of === undefined ? undefined : world.actorIndex.get(event.of);
    if (from === undefined || to === undefined || dayOf(event.date) > world.start) continue;
    const intensity =
      event.intensity !== undefined
        ? mode(event.intensity)
        : isEventType(event.type)
          ? eventType(event.type).intensity
          : 0;
    const key = `${from} ${to}`;
    const pair = pairs.get(key) ?? { from, to, events: 0, hostile: 0, friendly: 0, last: event.date };
    pair.events += 1;
    if (intensity < 0) pair.hostile += 1;
    if (intensity > 0) pair.friendly += 1;
    if (event.date > pair.last) pair.last = event.date;
    pairs.set(key, pair);
  }
  if (pairs.size === 0) return undefined;
  const sorted = [...pairs.values()].sort(
    (a, b) =>
      b.events - a.events || (a.last < b.last ? 1 : a.last > b.last ? -1 : a.from - b.from || a.to - b.to),
  );
  return table(
    "Pairs with most recorded events",
    [
      { key: "from", name: "Who", wide: true },
      { key: "to", name: "Toward whom", wide: true },
      { key: "events", name: "Events" },
      { key: "hostile", name: "Hostile" },
      { key: "friendly", name: "Friendly" },
      { key: "last", name: "Last", unit: "date" },
    ],
    sorted.slice(0, MOST_PAIRS).map((pair) => ({
      ...pair,
      from: short(world.actors[pair.from].name),
      to: short(world.actors[pair.to].name),
    })),
    {
      note: `${plural(pairs.size, "pair")} in all. Hostile and friendly by the event's intensity on the Goldstein scale. The record is what the case's author wrote down: a pair that is absent may only be unreported.`,
    },
  );
}

/** The kinds of move, and how often each is made in the futures. */
export function movesTable(study: Study): Table {
  const { near, stage } = study;
  const years = yearsOf(study);
  const runs = near.to - near.from;
  const tries = triesOf(study);
  const rows = moveKinds.map((kind, k) => {
    const { mean, error } = runMean(
      Float64Array.from({ length: runs }, (_, run) => near.kinds[run * moveKinds.length + k] / years),
    );
    return {
      kind: capital(kind.name),
      rows: kind.rows.join(" "),
      type: kind.type.toLowerCase(),
      year: mean,
      error,
      success: tries.tried[k] === 0 ? undefined : tries.succeeded[k] / tries.tried[k],
      sources: [...new Set(kind.sources.map((source) => author(cite(source))))].join("; "),
    };
  });
  return table(
    `The ${moveKinds.length} kinds of move`,
    [
      { key: "kind", name: "Kind", wide: true },
      { key: "type", name: "Event type" },
      { key: "year", name: "Done a year", digits: 2, measure: "moves-a-year" },
      { key: "error", name: "± error", digits: 2, measure: "moves-a-year" },
      { key: "success", name: "Came off", unit: "share" },
      { key: "rows", name: "Rows" },
      { key: "sources", name: "After" },
    ],
    rows.sort((a, b) => b.year - a.year),
    {
      note: `Done a year: moves that came off, by all ${plural(stage.world.movers.length, "actor")} together, mean of ${plural(runs, "future")} with its Monte Carlo error. Came off: part of the tries in ${plural(tries.runs, "replayed future")}; – where none was made. Rows: parts of the system for which the kind was put into the catalogue.`,
    },
  );
}
