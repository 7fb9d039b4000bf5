import { exp, log, TawazunError } from "../../base/index.ts";
import type { CountForecast } from "./baselines.ts";
import { minimise } from "./minimise.ts";
import { logProbability, logProbabilityGradient } from "./negative-binomial.ts";

/** Months before the first that the regression explains. */
const LAG = 12;
/** Level, last month, trailing year, and the yearly wave's two parts; the last parameter is the log of the size. */
const TERMS = 5;
/** cos and sin of a twelfth of a turn, month by month: Math.sin differs between machines. */
const HALF = Math.sqrt(3) / 2;
const SINE = [0, 0.5, HALF, 1, HALF, 0.5, 0, -0.5, -HALF, -1, -HALF, -0.5];

/** What the mean of month t depends on, all of it known before. */
function explained(past: readonly number[], t: number): readonly number[] {
  let year = 0;
  for (let s = t - LAG; s < t; s++) year += past[s];
  return [1, log(1 + past[t - 1]), log(1 + year / LAG), SINE[t % 12], SINE[(t + 3) % 12]];
}

/**
 * The forecast of a plain negative-binomial regression for the month after `past`: ln mean is linear in the logs of last
 * month's count and of the trailing year's mean, with a yearly wave.
 *
 * @returns mean, at most ten times the largest count seen, and size.
 * @throws {TawazunError} `violence/short` for fewer than 18 months.
 * @remarks Posterior mode with weak priors, standard deviation 1 on each slope; nothing in it excites itself, which is what
 * it is a baseline for.
 * @example
 * ```ts
 * import { countRegression } from "tawazun/behave";
 * const steady = Array.from({ length: 60 }, (_, t) => 100 + (t % 3));
 * Math.abs(countRegression(steady).mean - 101) < 4; //=> true
 * ```
 */
export function countRegression(past: readonly number[]): CountForecast {
  const { terms, size, ceiling } = regressionOf(past);
  return { mean: Math.min(ceiling, regressionMean(terms, past)), size };
}

/** The regression fitted on `past`: its coefficients, its size, and ten times the largest count seen. */
export function regressionOf(past: readonly number[]): {
  readonly terms: readonly number[];
  readonly size: number;
  readonly ceiling: number;
} {
  if (past.length < LAG + 6) {
    throw new TawazunError(
      "violence/short",
      `There are ${past.length} months; the regression needs ${LAG + 6} or more.`,
    );
  }
  const rows = Array.from({ length: past.length - LAG }, (_, k) => explained(past, LAG + k));
  const found = minimise(
    (x, gradient) => {
      const size = exp(x[TERMS]);
      gradient.fill(0);
      let value = 0.5 * (x[TERMS] - 1) * (x[TERMS] - 1);
      gradient[TERMS] = x[TERMS] - 1;
      for (let p = 1; p < TERMS; p++) {
        value += 0.5 * x[p] * x[p];
        gradient[p] = x[p];
      }
      rows.forEach((row, k) => {
        const mean = meanOf(row, x);
        const count = past[LAG + k];
        value -= logProbability(count, mean, size);
        const by = logProbabilityGradient(count, mean, size);
        for (let p = 0; p < TERMS; p++) gradient[p] -= by.mean * mean * row[p];
        gradient[TERMS] -= by.size * size;
      });
      return value;
    },
    [0.5, 0.4, 0.4, 0, 0, 1],
    { tolerance: 1e-4 },
  );
  return {
    terms: Array.from(found.x.subarray(0, TERMS)),
    size: exp(found.x[TERMS]),
    ceiling: 10 * past.reduce((most, count) => Math.max(most, count), 1),
  };
}

/** The mean that a fitted regression gives the month after `past`; its yearly wave is counted from the first month. */
export function regressionMean(terms: readonly number[], past: readonly number[]): number {
  return meanOf(explained(past, past.length), terms);
}

function meanOf(row: readonly number[], x: ArrayLike<number>): number {
  let eta = 0;
  for (let p = 0; p < TERMS; p++) eta += x[p] * row[p];
  return exp(Math.max(-7, Math.min(14, eta)));
}
