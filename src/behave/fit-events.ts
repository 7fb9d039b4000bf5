import { log, type Random, TawazunError } from "../base/index.ts";
import { choiceLikelihood } from "./choice.ts";
import { coordinationLikelihood } from "./coordination.ts";
import { checkEvents, type EventData } from "./event-data.ts";
import { formula } from "./formula.ts";
import { hazardLikelihood } from "./hazard.ts";
import type { Likelihood } from "./likelihood.ts";
import { climb, type Prior } from "./newton.ts";
import { plan } from "./plan.ts";
import { sampledLikelihood } from "./sampled.ts";
import { typeLikelihood } from "./type-choice.ts";

/**
 * Which model: who acts next (`rate`), toward whom (`choice`), in which way (`type`), which two agree
 * (`coordination`), or which pair is next (`rem`, on all pairs or on sampled ones); the timed ones also
 * say when.
 */
export type ModelKind =
  | "rate"
  | "rate-timed"
  | "choice"
  | "type"
  | "coordination"
  | "rem"
  | "rem-timed"
  | "rem-sampled";

/** One term of a fit. */
export interface FittedTerm {
  readonly name: string;
  readonly coefficient: number;
  /** From the inverse of the information, priors included. */
  readonly standardError: number;
  /** From the sandwich of the information and the events' scores; only with `observe`. */
  readonly robustError?: number;
}

/** A fitted model of behaviour: plain data. */
export interface EventFit {
  readonly kind: ModelKind;
  readonly formula: string;
  readonly terms: readonly FittedTerm[];
  /** Row by row. */
  readonly covariance: readonly (readonly number[])[];
  /** Without priors. */
  readonly logLikelihood: number;
  /** With every coefficient 0 (but the intercept at its start). */
  readonly nullLogLikelihood: number;
  /** Events; in timed models also intervals that end without one. */
  readonly count: number;
  readonly events: number;
  readonly aic: number;
  readonly aicc?: number;
  readonly bic: number;
  readonly steps: number;
  /** Log-likelihood of each event or interval; only with `observe`. */
  readonly parts?: readonly number[];
  readonly priors: readonly (Prior | undefined)[];
}

/** What {@link fitEvents} is asked. */
export interface FitOptions {
  readonly kind: ModelKind;
  readonly formula: string;
  /** By term, as printed in the fit; `all` for every term but the intercept. */
  readonly priors?: { readonly [term: string]: Prior };
  /** For `rem-sampled`: how many pairs are drawn beside each event's own; default 20. */
  readonly controls?: number;
  /** For `rem-sampled`: the luck of the draw. */
  readonly random?: Random;
  /** Keeps the log-likelihood of each event, and works out robust errors. */
  readonly observe?: boolean;
}

/** The likelihood of a model, to be climbed or looked at. */
export function likelihoodOf(data: EventData, options: FitOptions): Likelihood {
  const { kind, formula: text } = options;
  checkEvents(data);
  const unit = kind === "rate" || kind === "rate-timed" ? "sender" : "pair";
  const bound = plan(data, formula(text), unit);
  const intercept = bound.terms.some((term) => term.statistic.id === "intercept");
  const timed = kind === "rate-timed" || kind === "rem-timed";
  if (kind === "type") return typeLikelihood(bound);
  if (intercept !== timed) {
    throw new TawazunError(
      "fit/intercept",
      timed
        ? `A model of when events come needs an intercept: begin the formula with 1 +.`
        : `The formula has an intercept, which a model without waiting times cannot estimate; leave out 1.`,
    );
  }
  if (kind === "choice") return choiceLikelihood(bound);
  if (kind === "coordination") return coordinationLikelihood(bound);
  if (kind === "rem-sampled") {
    if (options.random === undefined) {
      throw new TawazunError("fit/random", "A sampled model needs a stream of chance: give `random`.");
    }
    return sampledLikelihood(bound, options.controls ?? 20, options.random);
  }
  return hazardLikelihood(bound, unit, timed);
}

/**
 * Fits a model of who acts, when and toward whom to events.
 *
 * @returns estimates at the top of the likelihood (of the posterior, with priors), in the formula's order.
 * @throws {TawazunError} `events/…` for events that cannot be used, `formula/…`, and `fit/…` for a
 * coefficient that cannot be estimated, which is named with the reason.
 *
 * @remarks Newton's method with the analytic gradient and the expected information. Agrees with goldfish
 * 1.7.0 on its published examples: `npm run golden -- rem`.
 *
 * @see Stadtfeld & Block 2017; Butts 2008; Stadtfeld, Hollway & Block 2017.
 *
 * @example Three actors; whoever was hit last is the likelier next target.
 * ```ts
 * import { fitEvents } from "tawazun/behave";
 * const list = {
 *   time: [1, 2, 3, 4, 5, 6, 7, 8],
 *   sender: [0, 1, 0, 1, 2, 0, 1, 2],
 *   receiver: [1, 0, 1, 0, 1, 2, 0, 0],
 *   value: [1, 1, 1, 1, 1, 1, 1, 1],
 * };
 * const fit = fitEvents(
 *   {
 *     actors: ["A", "B", "C"],
 *     networks: { all: { directed: true, changes: "increment", list } },
 *     attributes: {},
 *     dependent: list,
 *     network: "all",
 *   },
 *   { kind: "choice", formula: "inertia" },
 * );
 * fit.terms[0].coefficient > 0; //=> true
 * ```
 */
export function fitEvents(data: EventData, options: FitOptions): EventFit {
  const likelihood = likelihoodOf(data, options);
  const { names, count } = likelihood;
  const size = names.length;
  const priors = names.map((name) =>
    name.endsWith("intercept") ? options.priors?.[name] : (options.priors?.[name] ?? options.priors?.all),
  );
  const peak = climb(likelihood, { priors });
  const start = likelihood.start ?? new Float64Array(size);
  const nullLogLikelihood = likelihood.value?.(start) ?? likelihood.evaluate(start).logLikelihood;
  const { logLikelihood } = peak.evaluation;
  const events = data.dependent.time.length;
  const seen =
    options.observe === true ? observed(likelihood, peak.coefficients, peak.covariance) : undefined;
  const covariance = names.map((_, p) => Array.from(peak.covariance.subarray(p * size, (p + 1) * size)));
  return {
    kind: options.kind,
    formula: options.formula,
    terms: names.map((name, p) => ({
      name,
      coefficient: peak.coefficients[p],
      standardError: Math.sqrt(covariance[p][p]),
      ...(seen === undefined ? {} : { robustError: seen.errors[p] }),
    })),
    covariance,
    logLikelihood,
    nullLogLikelihood,
    count,
    events,
    aic: 2 * size - 2 * logLikelihood,
    ...(events > size + 1
      ? { aicc: 2 * size - 2 * logLikelihood + (2 * size * (size + 1)) / (events - size - 1) }
      : {}),
    bic: size * log(events) - 2 * logLikelihood,
    steps: peak.steps,
    ...(seen === undefined ? {} : { parts: seen.parts }),
    priors,
  };
}

/** Log-likelihood of each event, and errors by the sandwich V (Σ u uᵀ) V. */
function observed(
  likelihood: Likelihood,
  coefficients: Float64Array,
  covariance: Float64Array,
): { readonly parts: readonly number[]; readonly errors: readonly number[] } {
  const size = coefficients.length;
  const parts: number[] = [];
  const spread = new Float64Array(size * size);
  likelihood.evaluate(coefficients, (part, score) => {
    parts.push(part);
    for (let p = 0; p < size; p++) for (let q = 0; q < size; q++) spread[p * size + q] += score[p] * score[q];
  });
  const errors = Array.from({ length: size }, (_, p) => {
    let variance = 0;
    for (let q = 0; q < size; q++) {
      for (let r = 0; r < size; r++) {
        variance += covariance[p * size + q] * spread[q * size + r] * covariance[r * size + p];
      }
    }
    return Math.sqrt(variance);
  });
  return { parts, errors };
}
