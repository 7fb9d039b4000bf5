import { isoDate } from "../../base/index.ts";
import { eventType, eventTypeSources } from "../../events/index.ts";
import {
  dateInWords,
  type NumberFact,
  number,
  type Part,
  percent,
  plural,
  type Section,
  type TimelineEvent,
  table,
  timeline,
} from "../../show/index.ts";
import type { Study } from "../study.ts";
import { citationsOf, idsOf, sourceCell } from "./cite.ts";
import { type Deed, deedsOf, MILD } from "./events-of.ts";
import { naming, short } from "./names.ts";
import { standingParts } from "./standing-facts.ts";
import { anchorOf, statementParts, statementsInWords } from "./statements.ts";

/** What happened: deeds by actor and front with their sources, what stands between actors, and what the texts say. */
export function record(study: Study): Section {
  const deeds = deedsOf(study);
  const lead = [...deedsInWords(study, deeds), ...statementsInWords(study.source)];
  return {
    id: "record",
    title: "The record",
    lead: lead.length === 0 ? "The case records no events and no statements." : lead.join(" "),
    parts: [
      ...(deeds.length === 0
        ? [
            {
              kind: "paragraph" as const,
              text: "The case records no events: how actors behave rests on defaults alone.",
            },
          ]
        : deedParts(study, deeds)),
      ...standingParts(study),
      ...statementParts(study),
    ],
  };
}

function deedsInWords(study: Study, deeds: readonly Deed[]): readonly string[] {
  if (deeds.length === 0) return [];
  const { actors } = study.stage.world;
  const hostile = deeds.filter((deed) => deed.tone === "hostile").length;
  const friendly = deeds.filter((deed) => deed.tone === "friendly").length;
  const busiest = busy(study, deeds)[0];
  const [first, last] = [deeds[0], deeds[deeds.length - 1]];
  return [
    `The record holds ${plural(deeds.length, "event")} from ${dateInWords(first.event.date)} to ${dateInWords(last.event.date)}, ${number(hostile)} hostile and ${number(friendly)} friendly.`,
    `Most are by or toward ${short(actors[busiest.actor].name)}: ${number(busiest.done)} done, ${number(busiest.met)} met.`,
  ];
}

/** The latest deeds are drawn and listed: more than this fit no page. */
const MOST_DRAWN = 200;

function deedParts(study: Study, deeds: readonly Deed[]): readonly Part[] {
  const { source } = study;
  const { actors } = study.stage.world;
  const name = naming(source);
  const shown = deeds.slice(-MOST_DRAWN);
  const tied = deeds.filter(({ event }) => idsOf(event.evidence).length > 0).length;
  const sources = citationsOf(source, source.events);
  const fact = (id: string, label: string, value: number, unit: string, note: string): NumberFact => ({
    kind: "number",
    id,
    label,
    value,
    unit,
    method: "exact",
    assumptions: [
      "The record holds what its authors chose to enter, more of it the nearer to the as-of date; what nobody reported is not in it.",
    ],
    sources,
    note,
  });
  const known = new Set(source.statements.map((statement) => statement.id));
  return [
    timeline(
      {
        events: shown.map((deed): TimelineEvent => {
          const { event } = deed;
          const evidence = idsOf(event.evidence).find((id) => known.has(id));
          const said = sourceCell(source, event);
          return {
            id: event.id,
            at: event.date,
            lane: short(deed.by < 0 ? event.by : actors[deed.by].name),
            text: event.text,
            tone: deed.tone,
            type: eventType(event.type).name,
            ...(source.fronts.length > 1 ? { group: source.fronts[deed.front].name } : {}),
            ...(event.of === undefined ? {} : { of: short(name(event.of)) }),
            ...(evidence === undefined ? {} : { to: `#${anchorOf(evidence)}` }),
            ...(typeof said === "string" || typeof said === "object" ? { source: said } : {}),
          };
        }),
        asOf: source.head.as_of,
      },
      {
        id: "record-timeline",
        title: "What happened",
        method: `Events of the case on the lane of who did them, by front; a mark leads to the words that say so, where the case ties it to any. Hostile or friendly from an intensity of ${MILD} on the Goldstein scale, the event's own or its type's.${
          deeds.length > shown.length ? ` The last ${shown.length} of ${number(deeds.length)}.` : ""
        }`,
        sources: [...eventTypeSources, ...sources],
      },
    ),
    fact(
      "record-events",
      "Events in the record",
      deeds.length,
      "events",
      `From ${dateInWords(isoDate(deeds[0].day))} to ${dateInWords(isoDate(deeds[deeds.length - 1].day))}.`,
    ),
    fact(
      "record-tied",
      "Events tied to the words of a document",
      tied / deeds.length,
      "share",
      `${tied} of ${deeds.length}.`,
    ),
    activityTable(study, deeds),
    typeTable(study, deeds),
  ];
}

interface Activity {
  readonly actor: number;
  readonly done: number;
  readonly met: number;
  readonly deeds: readonly Deed[];
}

function busy(study: Study, deeds: readonly Deed[]): readonly Activity[] {
  return study.stage.world.actors
    .map((_, actor): Activity => {
      const own = deeds.filter((deed) => deed.by === actor || deed.of === actor);
      return {
        actor,
        done: own.filter((deed) => deed.by === actor).length,
        met: own.filter((deed) => deed.of === actor).length,
        deeds: own,
      };
    })
    .filter((one) => one.deeds.length > 0)
    .sort((a, b) => b.deeds.length - a.deeds.length || b.done - a.done || a.actor - b.actor);
}

const MOST_ACTIVE = 30;

function activityTable(study: Study, deeds: readonly Deed[]): Part {
  const all = busy(study, deeds);
  const { actors } = study.stage.world;
  const of = (one: Activity, role: "by" | "of", tone: Deed["tone"]): number =>
    one.deeds.filter((deed) => deed[role] === one.actor && deed.tone === tone).length;
  return table(
    "Activity by actor",
    [
      { key: "actor", name: "Actor", wide: true },
      { key: "done", name: "Deeds done" },
      { key: "hostile", name: "hostile" },
      { key: "friendly", name: "friendly" },
      { key: "met", name: "Deeds met" },
      { key: "suffered", name: "hostile" },
      { key: "enjoyed", name: "friendly" },
      { key: "last", name: "Last deed done", unit: "date" },
    ],
    all.slice(0, MOST_ACTIVE).map((one) => {
      const own = one.deeds.filter((deed) => deed.by === one.actor);
      return {
        actor: short(actors[one.actor].name),
        done: one.done,
        hostile: of(one, "by", "hostile"),
        friendly: of(one, "by", "friendly"),
        met: one.met,
        suffered: of(one, "of", "hostile"),
        enjoyed: of(one, "of", "friendly"),
        last: own.length === 0 ? undefined : own[own.length - 1].event.date,
      };
    }),
    all.length > MOST_ACTIVE ? { note: `The first ${MOST_ACTIVE} of ${all.length}.` } : {},
  );
}

function typeTable(study: Study, deeds: readonly Deed[]): Part {
  const { fronts } = study.source;
  const types = [...new Set(deeds.map((deed) => deed.event.type))];
  const rows = types
    .map((type) => ({ type, mine: deeds.filter((deed) => deed.event.type === type) }))
    .sort((a, b) => b.mine.length - a.mine.length);
  return table(
    "Events by type",
    [
      { key: "type", name: "Type" },
      { key: "means", name: "What it is", wide: true },
      { key: "count", name: "Events" },
      { key: "share", name: "Share", unit: "share" },
      ...fronts.map((front, f) => ({ key: `front${f}`, name: front.name })),
      { key: "intensity", name: "Mean intensity", digits: 1, measure: "goldstein" },
    ],
    rows.map(({ type, mine }) => ({
      type: eventType(type).name,
      means: eventType(type).means,
      count: mine.length,
      share: mine.length / deeds.length,
      ...Object.fromEntries(
        fronts.map((_, f) => [`front${f}`, mine.filter((deed) => deed.front === f).length]),
      ),
      intensity: mine.reduce((sum, deed) => sum + deed.intensity, 0) / mine.length,
    })),
    {
      note: `PLOVER's types; intensity on the Goldstein scale, −10 to +10. ${percent(rows[0].mine.length / deeds.length)} are of the commonest type.`,
    },
  );
}
