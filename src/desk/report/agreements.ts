import { dateInWords, type NumberFact, type Part, plural, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { citationsOf, sourceCell } from "./cite.ts";
import { naming, short } from "./names.ts";

/** What was agreed and whether it was kept, and what is asked of whom. */
export function agreementParts(study: Study): readonly Part[] {
  return [...pactParts(study), ...demandParts(study)];
}

function pactParts(study: Study): readonly Part[] {
  const { source } = study;
  const name = naming(source);
  const rows = source.pacts.flatMap((pact) => (pact.terms ?? []).map((term) => ({ pact, term })));
  if (rows.length === 0) {
    return [{ kind: "paragraph", text: "The case tells of no pacts with terms." }];
  }
  const told = rows.filter(({ term }) => term.kept !== undefined);
  const kept = told.filter(({ term }) => term.kept === "kept");
  const broken = told.filter(({ term }) => term.kept === "broken");
  const fact: NumberFact = {
    kind: "number",
    id: "polity-kept",
    label: "Terms of pacts that are kept",
    value: kept.length / Math.max(1, told.length),
    unit: "share",
    method: "exact",
    assumptions: [
      "Each term counts once, whatever it is worth; partly kept and pending ones count as not kept.",
    ],
    sources: citationsOf(source, [...source.pacts, ...rows.map(({ term }) => term)]),
    note: `${kept.length} of ${plural(told.length, "term")} kept, ${broken.length} broken.`,
  };
  return [
    ...(told.length > 0 ? [fact] : []),
    table(
      "Pacts, and what was kept of them",
      [
        { key: "pact", name: "Pact" },
        { key: "text", name: "Term", wide: true },
        { key: "owed", name: "Owed to" },
        { key: "by", name: "by" },
        { key: "kept", name: "Kept" },
        { key: "source", name: "Says who" },
      ],
      rows.map(({ pact, term }) => ({
        pact: `${short(pact.name)}, ${dateInWords(pact.date)}`,
        text: term.text,
        owed: short(name(term.owed_to)),
        by: term.by === undefined ? undefined : short(name(term.by)),
        kept: term.kept,
        source: sourceCell(source, term.source === undefined ? pact : term),
      })),
    ),
  ];
}

function demandParts(study: Study): readonly Part[] {
  const { source } = study;
  if (source.demands.length === 0) {
    return [{ kind: "paragraph", text: "The case tells of no standing demands." }];
  }
  const name = naming(source);
  return [
    table(
      "Standing demands",
      [
        { key: "by", name: "Who" },
        { key: "of", name: "of whom" },
        { key: "text", name: "What", wide: true },
        { key: "since", name: "Since", unit: "date" },
        { key: "until", name: "Until", unit: "date" },
        { key: "source", name: "Says who" },
      ],
      source.demands.map((demand) => ({
        by: short(name(demand.by)),
        of: short(name(demand.of)),
        text: demand.text,
        since: demand.since,
        until: demand.until,
        source: sourceCell(source, demand),
      })),
    ),
  ];
}
