import { TawazunError } from "../../base/index.ts";
import type { ForecastScore } from "./rolling-origin.ts";

/**
 * The forecaster that did best on the months held back: of the lowest CRPS; a tie goes to the lower log score.
 *
 * @throws {TawazunError} `violence/scores` for none.
 * @remarks CRPS is in counts, and one month held for impossible does not decide it, as it does the log score. Sums of
 * ranks by both were tried and dropped: which of two does better would hang on a third.
 * @see Gneiting & Raftery 2007.
 * @example
 * ```ts
 * import { bestForecaster } from "tawazun/behave";
 * const model = { id: "model", name: "Model", crps: 19.6, logScore: 5.6, within80: 0.8 };
 * const rule = { id: "rule", name: "Rule", crps: 20.2, logScore: 4.8, within80: 0.9 };
 * bestForecaster([model, rule]).id; //=> "model"
 * ```
 */
export function bestForecaster(scores: readonly ForecastScore[]): ForecastScore {
  const [first] = scores;
  if (first === undefined) {
    throw new TawazunError("violence/scores", "There is no score, so no forecaster is the best.");
  }
  return scores.reduce(
    (best, score) =>
      score.crps < best.crps || (score.crps === best.crps && score.logScore < best.logScore) ? score : best,
    first,
  );
}
