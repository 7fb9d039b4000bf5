import { TawazunError } from "../base/index.ts";
import type { Evaluation, Likelihood } from "./likelihood.ts";
import { cholesky, inverse, solve } from "./linear.ts";

/** A Gaussian prior of one coefficient. */
export interface Prior {
  readonly mean: number;
  readonly deviation: number;
}

/** The top of a likelihood, or of a posterior where priors are given. */
export interface Peak {
  readonly coefficients: Float64Array;
  readonly evaluation: Evaluation;
  /** Inverse of the information, priors included, p × p. */
  readonly covariance: Float64Array;
  readonly steps: number;
  readonly evaluations: number;
  /** Largest part of the score at the end, priors included. */
  readonly slope: number;
}

/** Options of {@link climb}. */
export interface ClimbOptions {
  readonly priors?: readonly (Prior | undefined)[];
  readonly start?: Float64Array;
  /** The expected gain of a further step, in log-likelihood, below which climbing ends. */
  readonly tolerance?: number;
  readonly most?: number;
}

/**
 * Climbs a likelihood by Newton's method with step halving.
 *
 * @throws {TawazunError} `fit/constant`, `fit/collinear`, `fit/separated`, `fit/steps`: each names the
 * coefficient and says why it cannot be estimated.
 */
export function climb(likelihood: Likelihood, options: ClimbOptions = {}): Peak {
  const { priors = [], tolerance = 1e-16, most = 60 } = options;
  const size = likelihood.names.length;
  let at = (options.start ?? nearby(likelihood) ?? likelihood.start ?? new Float64Array(size)).slice();
  let evaluation = likelihood.evaluate(at);
  let value = worth(evaluation, at, priors);
  let evaluations = 1;
  for (let step = 0; step < most; step++) {
    const { score, information } = held(evaluation, at, priors);
    const factor = cholesky(information, size);
    if (factor.kind === "dependent") refuse(likelihood, evaluation, at, factor.row, priors);
    const direction = solve(factor.lower, size, score);
    const gain = direction.reduce((sum, d, p) => sum + d * score[p], 0) / 2;
    const done = (): Peak => {
      separated(likelihood, evaluation, at, priors);
      return {
        coefficients: at,
        evaluation,
        covariance: inverse(factor.lower, size),
        steps: step,
        evaluations,
        slope: score.reduce((largest, s) => Math.max(largest, Math.abs(s)), 0),
      };
    };
    if (!Number.isFinite(gain)) break;
    if (gain < tolerance * (1 + Math.abs(value))) return done();
    let length = 1;
    for (;;) {
      const next = at.map((c, p) => c + length * direction[p]);
      const nextEvaluation = likelihood.evaluate(next);
      const nextValue = worth(nextEvaluation, next, priors);
      evaluations += 1;
      if (nextValue > value || (nextValue === value && gain < 1e-8)) {
        at = next;
        evaluation = nextEvaluation;
        value = nextValue;
        break;
      }
      length /= length === 1 ? 3 : 2;
      // No digit is left to gain.
      if (length < 1e-9 || length * gain < 1e-13 * (1 + Math.abs(value))) return done();
    }
  }
  separated(likelihood, evaluation, at, priors);
  throw new TawazunError(
    "fit/steps",
    `The estimates were still moving after ${most} steps; give weakly informative priors, or drop terms.`,
  );
}

/** Where the likelihood of a part of the events is at its top; nothing if it has none. */
function nearby({ coarse, names, count }: Likelihood): Float64Array | undefined {
  if (coarse === undefined) return undefined;
  try {
    return climb({ names, count, evaluate: coarse }, { tolerance: 1e-7, most: 25 }).coefficients;
  } catch (problem) {
    if (problem instanceof TawazunError) return undefined;
    throw problem;
  }
}

/** The log-likelihood plus the log priors, up to a constant. */
function worth(evaluation: Evaluation, at: Float64Array, priors: ClimbOptions["priors"]): number {
  let value = evaluation.logLikelihood;
  priors?.forEach((prior, p) => {
    if (prior !== undefined) value -= 0.5 * ((at[p] - prior.mean) / prior.deviation) ** 2;
  });
  return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}

function held(
  { score, information }: Evaluation,
  at: Float64Array,
  priors: ClimbOptions["priors"],
): { readonly score: Float64Array; readonly information: Float64Array } {
  const size = score.length;
  const s = score.slice();
  const info = information.slice();
  priors?.forEach((prior, p) => {
    if (prior === undefined) return;
    const weight = 1 / (prior.deviation * prior.deviation);
    s[p] -= weight * (at[p] - prior.mean);
    info[p * size + p] += weight;
  });
  return { score: s, information: info };
}

/** Says why the information has no inverse. */
function refuse(
  likelihood: Likelihood,
  evaluation: Evaluation,
  at: Float64Array,
  row: number,
  priors: ClimbOptions["priors"],
): never {
  separated(likelihood, evaluation, at, priors);
  const { names } = likelihood;
  const size = names.length;
  const { information } = evaluation;
  if (!(information[row * size + row] > 1e-10)) {
    throw new TawazunError(
      "fit/constant",
      `${names[row]} cannot be estimated: it is the same for everyone who could have been chosen, at every event.`,
    );
  }
  // The combination of the terms before it that it equals.
  const before = new Float64Array(row * row);
  const right = new Float64Array(row);
  for (let p = 0; p < row; p++) {
    right[p] = information[row * size + p];
    for (let q = 0; q < row; q++) before[p * row + q] = information[p * size + q];
  }
  const factor = cholesky(before, row);
  const parts = factor.kind === "factored" ? solve(factor.lower, row, right) : new Float64Array(row);
  const with_ = names.slice(0, row).filter((_, p) => Math.abs(parts[p]) > 1e-6);
  throw new TawazunError(
    "fit/collinear",
    `${names[row]} cannot be told from ${with_.join(" and ")}: it rises and falls with ${with_.length > 1 ? "them" : "it"} exactly. Drop one.`,
  );
}

/** Refuses a coefficient that has run away: its statistic foretells every choice. */
function separated(
  likelihood: Likelihood,
  { information }: Evaluation,
  at: Float64Array,
  priors: ClimbOptions["priors"],
): void {
  const size = at.length;
  const { names } = likelihood;
  const away = names
    .map((_, p) => p)
    .filter((p) => priors?.[p] === undefined && names[p] !== "intercept")
    .filter((p) => Math.abs(at[p]) >= 12 && !(information[p * size + p] > 1e-3));
  // The intercept of a type runs away with a statistic that separates: the statistic is to blame.
  const p = away.find((k) => !names[k].endsWith("intercept")) ?? away[0];
  if (p === undefined) return;
  const type = names[p].indexOf(": ");
  const why =
    type >= 0
      ? `by its value alone it can be told whether an event is ${names[p].slice(0, type)}`
      : `whenever it differs among those who could have been chosen, the one with the ${at[p] > 0 ? "largest" : "smallest"} value was`;
  throw new TawazunError(
    "fit/separated",
    `${names[p]} separates: ${why}. Its coefficient has no finite estimate; give it a prior, or drop it.`,
  );
}
