import { cite, dayOf, mode, type Quantity } from "../../base/index.ts";
import {
  type BehaviourDefault,
  behaviourDefaults,
  defaultNames,
  type Factor,
  inWords,
} from "../../behave/index.ts";
import { eventType, isEventType } from "../../events/index.ts";
import {
  capital,
  number,
  type Part,
  plural,
  range,
  type Section,
  type Table,
  table,
} from "../../show/index.ts";
import { moveKinds } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { short } from "./names.ts";
import { runMean, yearsOf } from "./over-runs.ts";
import { triesOf } from "./tries.ts";

const FACTORS: { readonly [name in Factor]: string } = {
  rate: "How soon an actor acts",
  choice: "Toward whom it acts",
  type: "Whether the act is hostile",
};

/** How actors behave: coefficients in words, the record's busiest pairs, and the moves they make. */
export function behaviour(study: Study): Section {
  const pairs = busiest(study);
  const events = study.source.events.length;
  return {
    id: "behaviour",
    title: "How actors behave",
    lead: `Each actor has a clock; when it rings, the actor weighs every move that is open to it, by habit and by expected gain, and one is drawn. ${
      events === 0
        ? "The case records no events, so that every habit begins blank."
        : `Its habits begin with the ${plural(events, "recorded event")} of the case.`
    } How strongly the past counts is set by default coefficients from the literature's signs, not fitted to this case.`,
    parts: [
      {
        kind: "callout",
        tone: "caution",
        title: "Defaults, not estimates.",
        text: "The signs of the coefficients are those that the works named have found; their sizes are the engine's, the same for every case. Each set of 50 futures is played on one draw from their ranges, so that the spread from uncertain inputs in this report includes them.",
      },
      ...(["rate", "choice", "type"] as const).map(coefficients),
      { kind: "subheading", title: "Who acted toward whom in the record" },
      pairs ?? {
        kind: "paragraph",
        text: "No event in the case has both a known maker and a known target, so there are no pairs to show.",
      },
      { kind: "subheading", title: "The moves, and how often they are made in the futures" },
      movesTable(study),
    ],
  };
}

function coefficients(factor: Factor): Part {
  return table(
    `${FACTORS[factor]}: ${plural(defaultNames(factor).length, "coefficient")}`,
    [
      { key: "words", name: "In words", wide: true },
      { key: "coefficient", name: "Coefficient" },
      { key: "halfLife", name: "Half-life", unit: "days" },
      { key: "chosen", name: "How it was chosen", wide: true },
      { key: "from", name: "Sign from" },
    ],
    defaultNames(factor).map((name) => {
      const entry: BehaviourDefault = behaviourDefaults[name];
      return {
        words: capital(inWords(name)),
        coefficient: quantityText(entry.coefficient),
        halfLife: entry.halfLife === undefined ? undefined : quantityText(entry.halfLife),
        chosen: entry.chosen,
        from:
          entry.sources.length === 0
            ? "ours"
            : entry.sources.map((source) => author(cite(source))).join("; "),
      };
    }),
    {
      note: "A coefficient is the most that its statistic can do to the log odds; the range is drawn anew for each set of 50 futures. In play one half-life holds for all: see the parameters.",
    },
  );
}

/** "−1.2 (−1.8 to −0.6)" for a range, the number alone for a number. */
export function quantityText(quantity: Quantity): string {
  const say = (value: number): string => number(value, Number.isInteger(value) ? 0 : decimals(value));
  if (typeof quantity === "number") return say(quantity);
  return `${say(mode(quantity))} (${range(say(quantity[0]), say(quantity[2]))})`;
}

function decimals(value: number): number {
  return Math.round(value * 10) === value * 10 ? 1 : Math.round(value * 100) === value * 100 ? 2 : 3;
}

/** "Lerner et al. 2013" from a line of the bibliography. */
export function author(line: string): string {
  const year = /\b(1[89]|20)\d\d\b/.exec(line);
  if (year === null) return line;
  const authors = line.slice(0, year.index).match(/\p{Lu}[\p{L}'’-]+(?=,)/gu) ?? [];
  const first = authors[0] ?? line.slice(0, year.index).trim();
  return `${first}${authors.length === 2 ? ` & ${authors[1]}` : authors.length > 2 ? " et al." : ""} ${year[0]}`;
}

const MOST_PAIRS = 12;

function busiest(study: Study): Table | undefined {
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

function movesTable(study: Study): Table {
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
      { key: "year", name: "Done a year", digits: 2 },
      { key: "error", name: "± error", digits: 2 },
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
