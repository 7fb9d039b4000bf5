import { exp, log } from "../../base/index.ts";
import { minimise } from "./minimise.ts";
import { logProbability, logProbabilityGradient } from "./negative-binomial.ts";

/** A forecast of one month's count: negative binomial. */
export interface CountForecast {
  readonly mean: number;
  readonly size: number;
}

/** A rule that foretells the next count from the past ones: what a model must beat. */
export interface Baseline {
  readonly id: string;
  readonly name: string;
  readonly means: string;
  /** Past months it needs before its first forecast. */
  readonly least: number;
  /** What it says of the month after `past`. */
  mean(past: readonly number[]): number;
}

const average = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0) / counts.length;

/** The four baselines. */
export const baselines: readonly Baseline[] = [
  {
    id: "persistence",
    name: "Persistence",
    means: "as last month",
    least: 1,
    mean: (past) => past[past.length - 1],
  },
  {
    id: "trailing-year",
    name: "Trailing year",
    means: "as the mean of the last twelve months",
    least: 12,
    mean: (past) => average(past.slice(-12)),
  },
  {
    id: "seasonal-naive",
    name: "Seasonal naive",
    means: "as in the same month of last year",
    least: 12,
    mean: (past) => past[past.length - 12],
  },
  {
    id: "climatology",
    name: "Climatology",
    means: "as the mean of all past months",
    least: 12,
    mean: average,
  },
];

/**
 * The forecast of a baseline for the month after `past`.
 *
 * @remarks Its mean is the rule's, at least ½; its spread is the negative-binomial size that made the
 * rule's own past forecasts most likely, with the same weak prior as the model's.
 */
export function baselineForecast(baseline: Baseline, past: readonly number[]): CountForecast {
  const means: number[] = [];
  const counts: number[] = [];
  for (let t = baseline.least; t < past.length; t++) {
    means.push(Math.max(0.5, baseline.mean(past.slice(0, t))));
    counts.push(past[t]);
  }
  return { mean: Math.max(0.5, baseline.mean(past)), size: likelySize(counts, means) };
}

function likelySize(counts: readonly number[], means: readonly number[]): number {
  const found = minimise(
    (x, gradient) => {
      const size = exp(x[0]);
      let value = 0.5 * (x[0] - 1) * (x[0] - 1);
      gradient[0] = x[0] - 1;
      for (let t = 0; t < counts.length; t++) {
        value -= logProbability(counts[t], means[t], size);
        gradient[0] -= logProbabilityGradient(counts[t], means[t], size).size * size;
      }
      return value;
    },
    [log(2)],
    { tolerance: 1e-4 },
  );
  return exp(found.x[0]);
}
