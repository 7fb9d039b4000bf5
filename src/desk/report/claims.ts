import type { Claim } from "../../case/index.ts";
import { anchorId, listOf, number, type Part, plural, type Section, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { experiments, triedInWords, VERDICT_WORDS } from "./alleged-causes.ts";
import { sourceCell } from "./cite.ts";

/** The order in which verdicts of the record are told. */
const AUDITS: readonly Claim["audit"]["verdict"][] = [
  "contradicted",
  "overclaimed",
  "doubtful",
  "contested",
  "unverifiable",
  "partly-confirmed",
  "confirmed",
];

/** The claims of the text: what the record says of each, and what happens when the alleged cause is taken away. */
export function claims(study: Study): Section {
  const { source } = study;
  const base = { id: "claims", title: "The claims" } as const;
  if (source.claims.length === 0) {
    return {
      ...base,
      lead: "The case lists no claims of a text, so there is nothing to audit and no alleged cause to try.",
      parts: [],
    };
  }
  const contradicted = source.claims.filter((claim) => claim.audit.verdict === "contradicted");
  const untried = source.claims.filter(
    (claim) =>
      claim.experiment !== undefined && !study.tried.some((tried) => tried.experiment.claim.id === claim.id),
  );
  return {
    ...base,
    lead: `${plural(source.claims.length, "claim")} of the text, each held against the record: ${auditCounts(source.claims)}. ${triedInWords(study)}`,
    parts: [
      ...contradicted.map(
        (claim): Part => ({
          kind: "callout",
          tone: "contradiction",
          title: `“${claim.text}”`,
          text: `${claim.audit.text}${claim.audit.hindsight ? " (Known only later.)" : ""}`,
        }),
      ),
      recordTable(study),
      ...experiments(study),
      ...(untried.length === 0
        ? []
        : [
            {
              kind: "paragraph" as const,
              text: `Not tried: ${listOf(untried.map((claim) => `“${claim.text}”`))}. ${
                study.stopped ? "The study was stopped before, or the" : "The"
              } outcome lies beyond the ${plural(study.near.months, "month")} played.`,
            },
          ]),
    ],
  };
}

/** "3 confirmed, 2 contradicted …", in the order of the verdicts. */
export function auditCounts(all: readonly Claim[]): string {
  return listOf(
    [...AUDITS].reverse().flatMap((verdict) => {
      const count = all.filter((claim) => claim.audit.verdict === verdict).length;
      return count === 0 ? [] : [`${number(count)} ${verdict.replace("-", " ")}`];
    }),
  );
}

function recordTable(study: Study): Part {
  const { source } = study;
  const order = (claim: Claim): number => AUDITS.indexOf(claim.audit.verdict);
  return table(
    "What the record says of each claim",
    [
      { key: "id", name: "Id" },
      { key: "text", name: "The text says", wide: true },
      { key: "verdict", name: "The record" },
      { key: "audit", name: "Because", wide: true },
      { key: "hindsight", name: "Hindsight" },
      { key: "source", name: "Source", wide: true },
      { key: "experiment", name: "Experiment" },
    ],
    [...source.claims]
      .sort((a, b) => order(a) - order(b))
      .map((claim) => {
        const tried = study.tried.find((one) => one.experiment.claim.id === claim.id);
        return {
          id: claim.id,
          text: claim.text,
          verdict: claim.audit.verdict.replace("-", " "),
          audit: claim.audit.text,
          hindsight: claim.audit.hindsight,
          source: sourceCell(source, claim.audit),
          experiment:
            tried === undefined
              ? undefined
              : { text: VERDICT_WORDS[tried.verdict], to: `#${anchorId(`effect ${claim.id}`)}` },
        };
      }),
    {
      anchor: "id",
      note: "The record is what the case's author found in the sources named. Hindsight: the verdict rests on what was not known on the as-of date.",
    },
  );
}
