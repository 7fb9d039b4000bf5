import { exp } from "../../base/index.ts";
import type { ModelKind } from "../../behave/index.ts";
import { number, percent, plural, range, type Table, table } from "../../show/index.ts";
import {
  type Coefficient,
  coefficientsOf,
  meaningOf,
  measureOf,
  playRangeText,
  supportOf,
} from "./coefficients.ts";
import type { FittedModel } from "./fit-model.ts";
import { triedInWords } from "./tried.ts";

/** What a kind of model answers. */
export const MODEL_TITLES: { readonly [Kind in ModelKind]: string } = {
  rate: "Who acts next",
  "rate-timed": "Who acts, and when",
  choice: "Toward whom",
  type: "In which way",
  coordination: "Which two agree",
  rem: "Which pair is next",
  "rem-timed": "Which pair acts, and when",
  "rem-sampled": "Which pair is next, by sampled pairs",
};

/** How coefficients are shown. */
export interface Showing {
  readonly level: number;
  readonly robust: boolean;
}

/** The coefficients of a model, a row each; with `words`, what each does: for readers, first of all. */
export function coefficientTable(
  model: FittedModel,
  { level, robust }: Showing,
  words: "none" | "last" | "first" = "none",
): Table {
  const all = coefficientsOf(model, level);
  const sure = percent(level);
  const held = all.some((each) => each.fromData !== undefined);
  const played = all.some((each) => each.played !== undefined);
  const inWords = { key: "words", name: "In words", wide: true };
  const common = commonOptions(all.map((each) => each.term));
  return table(
    `${MODEL_TITLES[model.fit.kind]}: ${plural(model.fit.events, "event")}${common === "" ? "" : `; each statistic with ${common}`}`,
    [
      ...(words === "first" ? [inWords] : [{ key: "term", name: "Term", measureOf: "statistic" }]),
      { key: "estimate", name: "Estimate", digits: 3, measure: "coefficient" },
      { key: "error", name: robust ? "Robust SE" : "SE", digits: 3, measure: "standard-error" },
      ...(words === "first" ? [] : [{ key: "z", name: "z", digits: 2 }]),
      { key: "interval", name: sure, align: "end", measure: "interval" },
      { key: "p", name: "p", align: "end", measure: "p-value" },
      ...(held ? [{ key: "fromData", name: "From events", unit: "share", measure: "from-events" }] : []),
      ...(played
        ? [{ key: "play", name: "Play's default", align: "end" as const, measure: "play-default" }]
        : []),
      ...(words === "last" ? [inWords] : []),
      ...(words === "first" ? [{ key: "term", name: "Term", measureOf: "statistic" }] : []),
    ],
    all.map((each) => ({
      term: shortTerm(each.term, common),
      statistic: measureOf(each),
      estimate: each.estimate,
      error: each.error,
      z: each.z,
      interval: range(number(each.low, 2), number(each.high, 2)),
      p: pText(each.p),
      fromData: each.fromData,
      play: playRangeText(each.playRange),
      words: `${meaningOf(each)}: ${each.words}`,
    })),
    { note: sentences(model, { level, robust }).join(" ") },
  );
}

/** The options with which every term but the intercept ends, such as "h=60, transform=muchness". */
function commonOptions(terms: readonly string[]): string {
  const ends = terms
    .filter((term) => !term.endsWith("intercept"))
    .map((term) => /([\w.]+=[^(),]+(?:, [\w.]+=[^(),]+)*)\)$/.exec(term)?.[1] ?? "");
  return ends.length > 1 && ends.every((end) => end === ends[0]) ? ends[0] : "";
}

function shortTerm(term: string, common: string): string {
  if (common === "" || !term.endsWith(`${common})`)) return term;
  return term
    .slice(0, -common.length - 1)
    .replace(/\($/, "")
    .replace(/, $/, ")");
}

/** What the fits support, in a sentence or two: which intervals leave no change out, and how many do not. */
export function clearOnes(models: readonly FittedModel[], level: number): string {
  const all = models.flatMap((model) =>
    coefficientsOf(model, level).filter((each) => !each.term.endsWith("intercept")),
  );
  const clear = all.filter(({ low, high }) => low > 0 || high < 0);
  const few = models[0].fit.events / Math.max(1, all.length);
  return `${
    clear.length === 0
      ? `No coefficient is clear at ${percent(level)}`
      : `Clear at ${percent(level)}: ${clear.map((each) => `${meaningOf(each)} (${each.estimate > 0 ? "more" : "less"})`).join("; ")}`
  }. ${
    clear.length === all.length
      ? ""
      : `${all.length - clear.length} of ${all.length} intervals hold no change. `
  }${few < 10 ? `There are ${number(few, 1)} events for each coefficient, fewer than the ten that a rule of thumb asks for: what the prior says weighs.` : ""}`.trim();
}

/** All coefficients of several models in one table, numbers as they are: for other programs. */
export function flatTable(models: readonly FittedModel[], { level }: Showing): Table {
  return table(
    "Coefficients",
    ["model", "term", "estimate", "error", "z", "low", "high", "p", "fromData", "words"].map((key) => ({
      key,
      name: key,
    })),
    models.flatMap((model) =>
      coefficientsOf(model, level).map(({ term, estimate, error, z, low, high, p, fromData, words }) => ({
        model: model.fit.kind,
        term,
        estimate,
        error,
        z,
        low,
        high,
        p,
        fromData,
        words,
      })),
    ),
  );
}

/** "0.032", "<0.001". */
export function pText(p: number): string {
  return p < 0.001 ? "<0.001" : number(p, 3);
}

/** Each coefficient as a sentence: what it is of, what it does, and on what that rests. */
export function wordLines(model: FittedModel, { level }: Showing): readonly string[] {
  return coefficientsOf(model, level).map((each: Coefficient) => {
    const support = each.fromData === undefined ? "" : ` [${supportOf(each.fromData)}]`;
    return `${meaningOf(each)}: ${each.words}${support}`;
  });
}

/** How good the model is beside its baseline, how it was made, and what had to be left out. */
export function sentences(model: FittedModel, { robust }: Showing): readonly string[] {
  const { fit, baseline, likelihoodRatio: ratio, wald, dropped, controls } = model;
  const priors = fit.priors.filter((prior) => prior !== undefined);
  const mostly = priors.length > 0 && ratio.p >= 0.001 ? "at most " : "";
  const isTimed = fit.kind === "rate-timed" || fit.kind === "rem-timed";
  return [
    `Log-likelihood ${number(fit.logLikelihood, 2)}; baseline, ${baseline.name}: ${number(baseline.logLikelihood, 2)}.`,
    `AIC ${number(fit.aic, 1)}${fit.aicc === undefined ? "" : `, AICc ${number(fit.aicc, 1)}`}, BIC ${number(fit.bic, 1)}.`,
    ratio.freedom < 1
      ? ""
      : `Likelihood ratio against the baseline ${number(ratio.statistic, 1)} on ${ratio.freedom}, p ${mostly}${pText(ratio.p)}.`,
    wald === undefined
      ? ""
      : `Wald test that all are 0: ${number(wald.statistic, 1)} on ${wald.freedom}, p ${pText(wald.p)}.`,
    isTimed
      ? ""
      : `In the geometric mean what happened had a probability of ${percent(exp(fit.logLikelihood / fit.events), 1)}; by the baseline, ${percent(exp(baseline.logLikelihood / fit.events), 1)}.`,
    `Newton's method with the analytic gradient, ${plural(fit.steps, "step")}; ${
      controls === undefined
        ? "the likelihood is exact"
        : `${plural(controls, "pair")} drawn beside each event's own, so that the estimates carry an error of sampling that the standard errors include`
    }.`,
    priors.length === 0
      ? ""
      : `Priors: ${priorText(priors)}; tests and intervals are those of the posterior.${robust ? " Robust errors leave the prior's own uncertainty out." : ""}`,
    ...(model.tried === undefined ? [] : [triedInWords(model.tried)]),
    ...dropped.map(({ term, why }) => `Left out: ${term}. ${why}`),
  ].filter((text) => text !== "");
}

function priorText(priors: readonly { readonly mean: number; readonly deviation: number }[]): string {
  const kinds = new Set(priors.map(({ mean, deviation }) => `${mean} ${deviation}`));
  if (kinds.size > 1) return "normal, each around the play's own default";
  const [{ mean, deviation }] = priors;
  return `normal around ${number(mean)} with deviation ${number(deviation)} for every coefficient but the intercept`;
}
