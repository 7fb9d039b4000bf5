import type { Claim } from "../../case/index.ts";
import {
  anchorId,
  type ClaimEffect,
  capital,
  effects,
  listOf,
  type NumberFact,
  number,
  type Part,
  percent,
  plural,
  signed,
} from "../../show/index.ts";
import { drawsOfPairs } from "../shards.ts";
import type { Study, TrialVerdict, Tried } from "../study.ts";
import { isPart } from "../trial.ts";
import { citationsOf } from "./cite.ts";
import { drawsOf, PLAYED_SOURCES, playedAssumptions } from "./over-runs.ts";

/** Verdicts as they are told. */
export const VERDICT_WORDS: { readonly [verdict in TrialVerdict]: string } = {
  supported: "supported",
  contradicted: "contradicted",
  "no-detectable-effect": "no detectable effect",
  "not-reached": "not reached",
};

/** Whether the experiment tells what the cause does. */
export function isDetected({ verdict }: Tried): boolean {
  return verdict === "supported" || verdict === "contradicted";
}

/** What the experiments say, in a sentence. */
export function triedInWords(study: Study): string {
  const { tried } = study;
  if (tried.length === 0) return "None of them has an experiment that the futures could decide.";
  const count = (verdict: TrialVerdict): number => tried.filter((one) => one.verdict === verdict).length;
  const many = (verdict: TrialVerdict): string => (count(verdict) === 0 ? "none" : number(count(verdict)));
  const said = [
    `${many("supported")} ${count("supported") === 1 ? "does" : "do"} what the text says`,
    `${many("contradicted")} ${count("contradicted") === 1 ? "does" : "do"} the opposite`,
    `${many("no-detectable-effect")} ${count("no-detectable-effect") === 1 ? "has" : "have"} no detectable effect in this model`,
    ...(count("not-reached") === 0
      ? []
      : [
          `${many("not-reached")} ${count("not-reached") === 1 ? "is" : "are"} not reached, as the outcome is the same in every pair of futures`,
        ]),
  ];
  return `Of ${plural(tried.length, "alleged cause")} taken away in an experiment, ${said.slice(0, -1).join(", ")}, and ${said[said.length - 1]}.`;
}

/** The unit in which an effect is shown: shares and probabilities as points of a per cent. */
function unitOf({ experiment: { outcome, claim } }: Tried): string {
  if (!isPart(outcome)) return claim.experiment?.unit ?? "";
  return "rule" in outcome ? "probability" : "share";
}

/** What each experiment says, with what its number rests on. */
export function experiments(study: Study): readonly Part[] {
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
    ...(tried.some(({ verdict }) => verdict === "not-reached")
      ? [
          {
            kind: "definition" as const,
            term: "Not reached",
            text: "The outcome is the same with the alleged cause and without it, in every pair of futures. Either the cause never came into play, or nothing that followed from it came as far as the outcome: beside the number it says which. Nothing is learned of the cause.",
          },
        ]
      : []),
    {
      kind: "paragraph",
      text: `Each experiment plays the same futures twice, with the same luck and the same draw of inputs: as they are, and without the alleged cause. The difference is the effect.${
        drawn.length === 0
          ? " All futures are of one draw of inputs, so no interval can be given and no verdict rests on one."
          : ""
      }${fewerInWords(study)}`,
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

/** Why a number of an experiment may differ from the answer to the same question; nothing where it rests on as many futures. */
export function fewerInWords(study: Study): string {
  const all = study.near.to - study.near.from;
  const runs = Math.max(0, ...study.tried.map(({ effect }) => effect.runs));
  if (runs === 0 || runs >= all) return "";
  return ` An experiment rests on ${plural(runs, "pair")} of futures on ${plural(drawsOfPairs(all), "draw")} of the inputs, the answers to the questions on ${plural(all, "future")} on ${number(drawsOf(study))}: where both speak of the same, they may differ by sampling.`;
}

function effectsAlt(drawn: readonly Tried[]): string {
  const detected = drawn.filter(isDetected);
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
  const inPoints = isPart(experiment.outcome);
  const unit = inPoints ? "points" : shortUnit(claim.experiment?.unit ?? "");
  const scale = inPoints ? 100 : 1;
  return {
    kind: "number",
    id: anchorId(`effect ${claim.id}`),
    label: claim.text.replace(/\.$/, ""),
    measure: "paired-difference",
    value: scale * effect.difference,
    unit,
    digits: digitsOf(one),
    method: "sampled",
    pairs: effect.runs,
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

function digitsOf({ effect, experiment }: Tried): number {
  // An interval that does not reach 0 is not printed as if it did.
  if (isPart(experiment.outcome)) {
    let nearer = 100 * Math.max(effect.low, -effect.high);
    let digits = 1;
    if (nearer > 0 && nearer < 0.05) for (; nearer < 1 && digits < 12; digits++) nearer *= 10;
    return digits;
  }
  const size = Math.max(Math.abs(effect.with), Math.abs(effect.without));
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

/** What was taken away, what changed, and the verdict, in words. */
function effectSentence(one: Tried): string {
  const { experiment, effect, verdict, parted } = one;
  const inPoints = isPart(experiment.outcome);
  const digits = digitsOf(one);
  const say = (value: number): string =>
    inPoints ? `${number(value * 100, digits)}%` : number(value, digits);
  const by = inPoints
    ? `${signed(effect.difference * 100, digits)} points`
    : signed(effect.difference, digits);
  const outcome = experiment.claim.experiment?.unit;
  if (verdict === "not-reached") {
    const why =
      parted === 0
        ? "the cause never came into play"
        : `the futures differ in ${percent(parted)} of the pairs, but nothing of that came as far as this outcome`;
    return `${outcome === undefined ? "The outcome" : capital(outcome)}: ${say(effect.with)} with the cause and without it, in every pair of futures. Not reached: ${why}, so nothing is learned of it.`;
  }
  const moved = `${outcome === undefined ? "The outcome" : capital(outcome)}: ${say(effect.with)} with the cause, ${say(effect.without)} without it (${by})`;
  const says = `The text says that the cause ${experiment.says} it`;
  return `${moved}. ${says}: ${VERDICT_WORDS[verdict]}${verdict === "no-detectable-effect" ? " in this model" : ""}.`;
}
