import { exp } from "../../base/index.ts";
import { baselineForecast, baselines, type CountForecast } from "./baselines.ts";
import { countRegression } from "./count-regression.ts";
import { factorOf, fitViolence, type ViolencePriors } from "./fit-violence.ts";
import { crps, logProbability } from "./negative-binomial.ts";
import { checkCounts, expectedCount, type FirstMonth } from "./violence-model.ts";

/** How well one forecaster did over the months that were held back in turn. */
export interface ForecastScore {
  readonly id: string;
  readonly name: string;
  /** Mean continuous ranked probability score, in counts: lower is better. */
  readonly crps: number;
  /** Mean of −ln P(what came): lower is better. */
  readonly logScore: number;
  /** Part of the months that fell into the central 80 % of the forecast. */
  readonly within80: number;
}

/** How a rolling-origin test is set up. */
export interface RollingOrigin {
  /** Months that are known before the first forecast; 24 or more. Default 36. */
  readonly from?: number;
  /** Months that the model is fitted on, the last ones; default: all. Regression and rules see all. */
  readonly window?: number;
  readonly priors?: ViolencePriors;
  /** One row for each political driver; its entry t is what was known of it before month t. */
  readonly drivers?: readonly (readonly number[])[];
}

/**
 * One-month-ahead forecasts of the model and of the baselines, each made from the months before alone.
 *
 * @returns the model first, with drivers the model that knows them, then a plain regression and the baselines, each
 * with its mean scores over the same months.
 * @throws {TawazunError} `violence/short`, `violence/count`, `violence/driver`.
 * @see Czado, Gneiting & Held 2009.
 */
export function rollingOrigin(
  counts: readonly number[],
  firstMonth: FirstMonth,
  { from = 36, window = Number.POSITIVE_INFINITY, priors = {}, drivers = [] }: RollingOrigin = {},
): readonly ForecastScore[] {
  checkCounts(counts, Math.max(24, from) + 1);
  const excited = (past: readonly number[], rows: readonly (readonly number[])[]): CountForecast => {
    const begin = Math.max(0, past.length - window);
    const first = { ...firstMonth, month: ((firstMonth.month - 1 + begin) % 12) + 1 };
    const known = rows.map((row) => row.slice(begin, past.length));
    const fit = fitViolence(past.slice(begin), first, priors, known);
    const next = rows.map((row) => row[past.length]);
    const month = (firstMonth.month - 1 + past.length) % 12;
    const { model } = fit;
    return { mean: expectedCount(model, model.excitation, month, factorOf(fit, next)), size: model.size };
  };
  const forecasters: readonly {
    readonly id: string;
    readonly name: string;
    readonly forecast: (past: readonly number[]) => CountForecast;
  }[] = [
    { id: "self-exciting", name: "Self-exciting counts", forecast: (past) => excited(past, []) },
    ...(drivers.length === 0
      ? []
      : [
          {
            id: "driven",
            name: "Self-exciting counts with political drivers",
            forecast: (past: readonly number[]) => excited(past, drivers),
          },
        ]),
    { id: "regression", name: "Negative-binomial regression", forecast: countRegression },
    ...baselines.map((baseline) => ({
      id: baseline.id,
      name: baseline.name,
      forecast: (past: readonly number[]) => baselineForecast(baseline, past),
    })),
  ];
  return forecasters.map(({ id, name, forecast }) => {
    let score = 0;
    let logScore = 0;
    let within = 0;
    for (let t = from; t < counts.length; t++) {
      const { mean, size } = forecast(counts.slice(0, t));
      score += crps(counts[t], mean, size);
      logScore -= logProbability(counts[t], mean, size);
      const below = cumulative(counts[t], mean, size);
      const under = counts[t] === 0 ? 0 : cumulative(counts[t] - 1, mean, size);
      if (below >= 0.1 && under <= 0.9) within += 1;
    }
    const n = counts.length - from;
    return { id, name, crps: score / n, logScore: logScore / n, within80: within / n };
  });
}

function cumulative(count: number, mean: number, size: number): number {
  let sum = 0;
  for (let k = 0; k <= count; k++) sum += exp(logProbability(k, mean, size));
  return sum;
}
