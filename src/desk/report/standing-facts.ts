import { mode } from "../../base/index.ts";
import { type Part, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { sourceCell } from "./cite.ts";
import { naming, short } from "./names.ts";

const MEANS: { readonly [kind: string]: string } = {
  boycott: "stays away from",
  warrant: "seeks by warrant",
  bar: "bars reunion under",
  sponsorship: "pays",
  sanction: "has sanctions on",
  "open-market": "keeps its market open to",
  basing: "lets forces be based in its country by",
  campaign: "is in arms against",
  pledge: "has pledged its votes against",
  motion: "has moved to dismiss",
};

/** What stands between actors on the first day: boycotts, warrants, bars, sponsorship, sanctions, open markets. */
export function standingParts(study: Study): readonly Part[] {
  const { source } = study;
  if (source.standing.length === 0) return [];
  const name = naming(source);
  return [
    table(
      "What stands between them today",
      [
        { key: "by", name: "Who" },
        { key: "does", name: "does what" },
        { key: "of", name: "to whom or where" },
        { key: "strength", name: "Strength", digits: 2 },
        { key: "since", name: "Since", unit: "date" },
        { key: "source", name: "Says who", wide: true },
      ],
      [...source.standing]
        .sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
        .map((fact) => ({
          by: short(name(fact.by)),
          does: MEANS[fact.kind] ?? fact.kind,
          of:
            fact.of !== undefined ? short(name(fact.of)) : fact.in === undefined ? undefined : name(fact.in),
          strength: fact.strength === undefined ? undefined : mode(fact.strength),
          since: fact.since,
          source: sourceCell(source, fact),
        })),
    ),
  ];
}
