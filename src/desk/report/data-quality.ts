import type { Case } from "../../case/index.ts";
import { capital, type NumberFact, type Part, percent, type Row, table } from "../../show/index.ts";
import { RUNS_PER_DRAW } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { idsOf, isPublished, type Sourced, sourceIdsOf } from "./cite.ts";

/** Sections whose items are data that a source can carry. */
const SECTIONS = [
  "groups",
  "actors",
  "blocs",
  "memberships",
  "arenas",
  "holdings",
  "posts",
  "standing",
  "issues",
  "stakes",
  "perceptions",
  "demands",
  "pacts",
  "relations",
  "territories",
  "routes",
  "outside",
  "events",
] as const satisfies readonly (keyof Case)[];

type Kind = "published" | "judged" | "unsourced";

interface Counted {
  readonly section: string;
  readonly count: number;
  readonly published: number;
  readonly judged: number;
  readonly unsourced: number;
  readonly words: number;
  readonly unsure: number;
  readonly numbers: number;
  readonly ranges: number;
}

/** How good the data are: how many are published, judged, tied to words, given as ranges. */
export function qualityParts(study: Study): readonly Part[] {
  const { source } = study;
  const rows = SECTIONS.map((section) => counted(source, section)).filter((row) => row.count > 0);
  const sum = (key: "count" | Kind | "words" | "unsure" | "numbers" | "ranges"): number =>
    rows.reduce((total, row) => total + row[key], 0);
  const count = sum("count");
  if (count === 0) return [];
  const fact = (id: string, label: string, value: number, note: string, assumption: string): NumberFact => ({
    kind: "number",
    id,
    label,
    value,
    unit: "share",
    method: "exact",
    assumptions: [assumption],
    sources: [{ text: "Counted over the files of the case." }],
    note,
  });
  const total: Row = {
    section: "All",
    count,
    published: sum("published") / count,
    judged: sum("judged") / count,
    unsourced: sum("unsourced"),
    words: sum("words") / count,
    unsure: sum("unsure"),
    ranges: sum("numbers") === 0 ? undefined : sum("ranges") / sum("numbers"),
  };
  return [
    { kind: "subheading", title: "How good the data are" },
    fact(
      "polity-published",
      "Data that rest on a publication",
      sum("published") / count,
      `${sum("published")} of ${count}; ${sum("judged")} are judged, ${sum("unsourced")} name no source.`,
      "A source counts as published if it has a publisher or an address; judgements have neither.",
    ),
    ...(sum("numbers") === 0
      ? []
      : [
          fact(
            "polity-ranges",
            "Numbers given as ranges",
            sum("ranges") / sum("numbers"),
            `${sum("ranges")} of ${sum("numbers")}: each is drawn anew for every ${RUNS_PER_DRAW} futures.`,
            "Every number of a datum counts, also those that are known exactly, such as seats won.",
          ),
        ]),
    table(
      "Data by section",
      [
        { key: "section", name: "Section" },
        { key: "count", name: "Data" },
        { key: "published", name: "Published", unit: "share" },
        { key: "judged", name: "Judged", unit: "share" },
        { key: "unsourced", name: "Without source" },
        { key: "words", name: "Tied to words", unit: "share" },
        { key: "unsure", name: "Low confidence" },
        { key: "ranges", name: "Numbers that are ranges", unit: "share" },
      ],
      [
        ...rows.map((row) => ({
          section: capital(row.section),
          count: row.count,
          published: row.published / row.count,
          judged: row.judged / row.count,
          unsourced: row.unsourced,
          words: row.words / row.count,
          unsure: row.unsure,
          ranges: row.numbers === 0 ? undefined : row.ranges / row.numbers,
        })),
        total,
      ],
      {
        note: `Published: at least one source has a publisher or an address. Tied to words: the datum names a statement of a document. Judged data are there to be argued with: ${percent(sum("judged") / count)} of all.`,
      },
    ),
  ];
}

function counted(source: Case, section: (typeof SECTIONS)[number]): Counted {
  const items: readonly Sourced[] = source[section];
  const kinds = items.map((item) => kindOf(source, item));
  const values = items.flatMap(quantities);
  return {
    section,
    count: items.length,
    published: kinds.filter((kind) => kind === "published").length,
    judged: kinds.filter((kind) => kind === "judged").length,
    unsourced: kinds.filter((kind) => kind === "unsourced").length,
    words: items.filter((item) => idsOf(item.evidence).length > 0).length,
    unsure: items.filter((item) => "confidence" in item && item.confidence === "low").length,
    numbers: values.length,
    ranges: values.filter((range) => range).length,
  };
}

function kindOf(source: Case, item: Sourced): Kind {
  const ids = sourceIdsOf(source, item);
  const cited = source.sources.filter((one) => ids.includes(one.id));
  if (cited.length === 0) return "unsourced";
  return cited.some(isPublished) ? "published" : "judged";
}

/** Whether each number in a datum is a range: [low, mode, high], where the three are not equal. */
function quantities(item: unknown): readonly boolean[] {
  if (typeof item === "number") return [false];
  if (Array.isArray(item)) {
    if (item.length === 3 && item.every((part) => typeof part === "number")) return [item[0] < item[2]];
    return item.flatMap(quantities);
  }
  if (typeof item !== "object" || item === null) return [];
  return Object.entries(item).flatMap(([key, value]) => (key === "at" ? [] : quantities(value)));
}
