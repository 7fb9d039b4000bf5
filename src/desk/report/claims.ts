import type { Claim } from "../../case/index.ts";
import type { Effect, Verdict } from "../../forecast/index.ts";
import {
  anchorId,
  type ClaimEffect,
  capital,
  effects,
  listOf,
  type NumberFact,
  number,
  type Part,
  plural,
  type Section,
  signed,
  table,
} from "../../show/index.ts";
import type { Study, Tried } from "../study.ts";
import { citationsOf, sourceCell } from "./cite.ts";
import { PLAYED_SOURCES, playedAssumptions } from "./over-runs.ts";

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

export const VERDICT_WORDS: { readonly [verdict in Verdict]: string } = {
  supported: "supported",
  contradicted: "contradicted",
  "no-detectable-effect": "no detectable effect",
};

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

/** What the experiments say, in a sentence. */
export function triedInWords(study: Study): string {
  const { tried } = study;
  if (tried.length === 0) return "None of them has an experiment that the futures could decide.";
  const count = (verdict: Verdict): number => tried.filter((one) => one.verdict === verdict).length;
  const many = (verdict: Verdict): string => (count(verdict) === 0 ? "none" : number(count(verdict)));
  return `Of ${plural(tried.length, "alleged cause")} taken away in an experiment, ${many("supported")} ${count("supported") === 1 ? "does" : "do"} what the text says, ${many("contradicted")} ${count("contradicted") === 1 ? "does" : "do"} the opposite, and ${many("no-detectable-effect")} ${count("no-detectable-effect") === 1 ? "has" : "have"} no detectable effect in this model.`;
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

/** The unit in which an effect is shown: shares and probabilities as points of a per cent. */
function unitOf({ experiment }: Tried): string {
  const { outcome, claim } = experiment;
  if ("rule" in outcome) return "probability";
  const { measure } = outcome;
  if (typeof measure === "object" && ("share" in measure || "stability" in measure)) return "share";
  return claim.experiment?.unit ?? "";
}

function experiments(study: Study): readonly Part[] {
  const { tried } = study;
  if (tried.length === 0) {
    return [
      { kind: "subheading", title: "Experiments" },
      {
        kind: "paragraph",
        text: "No claim alleges a cause that an experiment of the case takes away within the months played.",
      },
    ];
  }
  const drawn = tried.filter(({ effect }) => Number.isFinite(effect.low) && Number.isFinite(effect.high));
  return [
    { kind: "subheading", title: "Experiments: the alleged cause taken away" },
    {
      kind: "definition",
      term: "No detectable effect in this model",
      text: "The 95% interval of the difference includes 0: with so many pairs of futures, what the cause does cannot be told from chance. That is no proof that it does nothing. The model may lack the channel through which it works, or hold it weak by a default.",
    },
    {
      kind: "paragraph",
      text: `Each experiment plays the same futures twice, with the same luck and the same draw of inputs: as they are, and without the alleged cause. The difference is the effect. ${
        drawn.length === 0
          ? "All futures are of one draw of inputs, so no interval can be given and no verdict rests on one."
          : ""
      }`.trim(),
    },
    ...(drawn.length === 0
      ? []
      : [
          effects(
            { claims: drawn.map(effectOf) },
            {
              id: "claims-effects",
              title: "Effects of the alleged causes",
              measure: "paired-difference",
              alt: effectsAlt(drawn),
              method:
                "Paired differences, with − without; 95% confidence interval by Student's t over draws of the inputs.",
              sources: PLAYED_SOURCES,
            },
          ),
        ]),
    ...tried.map((one) => fact(study, one)),
  ];
}

function effectsAlt(drawn: readonly Tried[]): string {
  const detected = drawn.filter(({ verdict }) => verdict !== "no-detectable-effect");
  const told = detected.map(
    ({ experiment, verdict }) => `“${experiment.claim.text}” (${VERDICT_WORDS[verdict]})`,
  );
  return `Effects of ${plural(drawn.length, "alleged cause")} with 95% confidence intervals. ${
    told.length === 0 ? "Every interval includes 0" : `Away from 0: ${listOf(told)}`
  }.`;
}

function effectOf(one: Tried): ClaimEffect {
  const { experiment, effect, verdict } = one;
  return {
    id: experiment.claim.id,
    text: experiment.claim.text,
    effect: effect.difference,
    low: effect.low,
    high: effect.high,
    expected: experiment.says,
    verdict: VERDICT_WORDS[verdict],
    unit: shortUnit(unitOf(one)),
  };
}

/** A unit that fits beside a number: "deaths" of "deaths, February to December". */
function shortUnit(unit: string): string {
  const cut = unit.split(/,| by | since | in | who /)[0];
  return cut.length > 16 ? cut.split(" ")[0] : cut;
}

function fact(study: Study, one: Tried): NumberFact {
  const { experiment, effect } = one;
  const { claim } = experiment;
  const finite = Number.isFinite(effect.low) && Number.isFinite(effect.high);
  const inPoints = isPart(unitOf(one));
  const unit = inPoints ? "points" : shortUnit(claim.experiment?.unit ?? "");
  const scale = inPoints ? 100 : 1;
  return {
    kind: "number",
    id: anchorId(`effect ${claim.id}`),
    label: claim.text.replace(/\.$/, ""),
    measure: "paired-difference",
    value: scale * effect.difference,
    unit,
    digits: digitsOf(effect, unitOf(one)),
    method: "sampled",
    runs: 2 * effect.runs,
    seed: study.size.seed,
    ...(finite
      ? {
          intervals: [
            { low: scale * effect.low, high: scale * effect.high, level: 0.95, of: "confidence" as const },
          ],
        }
      : {}),
    assumptions: [
      `Taken away: ${claim.experiment?.text ?? "what the case's experiment names"}`,
      `Outcome: ${claim.experiment?.unit ?? "as the case names it"}.`,
      ...playedAssumptions(study),
    ],
    baselines: [{ name: "no effect", value: 0 }],
    sources: [...PLAYED_SOURCES, ...citationsOf(study.source, [claim.audit], 3)],
    note: `${effectSentence(one)}${sentencesOf(study, claim)}`,
  };
}

/** The sentences of the text that assert a claim, word for word. */
export function sentencesOf({ source }: Pick<Study, "source">, { evidence }: Claim): string {
  const ids = evidence === undefined ? [] : typeof evidence === "string" ? [evidence] : evidence;
  const quotes = source.statements.filter((statement) => ids.includes(statement.id));
  return quotes.length === 0
    ? ""
    : ` In the text's own words: ${listOf(quotes.map(({ quote }) => `“${quote}”`))}.`;
}

function isPart(unit: string): boolean {
  return unit === "share" || unit === "probability";
}

function digitsOf(effect: Effect, unit: string): number {
  // An interval that does not reach 0 is not printed as if it did.
  if (isPart(unit)) {
    const nearer = 100 * Math.max(effect.low, -effect.high);
    return nearer > 0 && nearer < 0.05 ? Math.min(12, Math.ceil(-Math.log10(nearer)) + 1) : 1;
  }
  const size = Math.max(Math.abs(effect.with), Math.abs(effect.without));
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

/** What was taken away, what changed, and the verdict, in words. */
function effectSentence(one: Tried): string {
  const { experiment, effect, verdict } = one;
  const unit = unitOf(one);
  const inPoints = isPart(unit);
  const say = (value: number): string =>
    inPoints ? `${number(value * 100, digitsOf(effect, unit))}%` : number(value, digitsOf(effect, unit));
  const by = inPoints
    ? `${signed(effect.difference * 100, digitsOf(effect, unit))} points`
    : signed(effect.difference, digitsOf(effect, unit));
  const outcome = experiment.claim.experiment?.unit;
  if (effect.difference === 0 && effect.low === 0 && effect.high === 0) {
    return `${outcome === undefined ? "The outcome" : capital(outcome)}: ${say(effect.with)} with the cause and without it, in every pair of futures: the cause never came into play, so nothing is learned of it.`;
  }
  const moved = `${outcome === undefined ? "The outcome" : capital(outcome)}: ${say(effect.with)} with the cause, ${say(effect.without)} without it (${by})`;
  const says = `The text says that the cause ${experiment.says} it`;
  return `${moved}. ${says}: ${VERDICT_WORDS[verdict]}${verdict === "no-detectable-effect" ? " in this model" : ""}.`;
}
