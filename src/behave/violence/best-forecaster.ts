import { TawazunError } from "../../base/index.ts";
import type { ForecastScore } from "./rolling-origin.ts";

/**
 * The forecaster that did best on the months held back: of the lowest sum of its ranks by CRPS and by log score;
 * a tie goes to the lower CRPS.
 *
 * @throws {TawazunError} `violence/scores` for none.
 * @remarks Ours. CRPS alone hangs on the few largest months, the log score alone on the months held for impossible.
 * @example
 * ```ts
 * import { bestForecaster } from "tawazun/behave";
 * const model = { id: "model", name: "Model", crps: 19.6, logScore: 34.6, within80: 0.8 };
 * const rule = { id: "rule", name: "Rule", crps: 20.2, logScore: 4.8, within80: 0.9 };
 * const other = { id: "other", name: "Other", crps: 20.5, logScore: 9, within80: 0.9 };
 * bestForecaster([model, rule, other]).id; //=> "rule"
 * ```
 */
export function bestForecaster(scores: readonly ForecastScore[]): ForecastScore {
  const [first] = scores;
  if (first === undefined) {
    throw new TawazunError("violence/scores", "There is no score, so no forecaster is the best.");
  }
  const rank = (of: "crps" | "logScore", score: ForecastScore): number =>
    scores.filter((other) => other[of] < score[of]).length;
  const sum = (score: ForecastScore): number => rank("crps", score) + rank("logScore", score);
  return scores.reduce((best, score) => {
    const by = sum(score) - sum(best);
    return by < 0 || (by === 0 && score.crps < best.crps) ? score : best;
  }, first);
}
