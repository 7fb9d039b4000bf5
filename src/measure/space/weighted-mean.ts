import { checkWeighted } from "./check-weighted.ts";

/**
 * The mean of positions, each counted by its weight: Σ wᵢ xᵢ / Σ wᵢ.
 *
 * @param positions any finite numbers.
 * @param weights ≥ 0, one a position, not all 0.
 * @returns a number between the least and the greatest position, these included.
 * @throws {TawazunError} `space/length`, `space/position`, `space/weight`.
 * @remarks Both sums run in the given order.
 * @see Black 1958 for the mean beside the median as a committee's decision.
 * @example
 * ```ts
 * import { weightedMean } from "tawazun/measure";
 * weightedMean([0, 100], [3, 1]); //=> 25
 * ```
 */
export function weightedMean(positions: readonly number[], weights: readonly number[]): number {
  checkWeighted(positions, weights);
  let moment = 0;
  let total = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < positions.length; i++) {
    const x = positions[i];
    moment += weights[i] * x;
    total += weights[i];
    least = Math.min(least, x);
    most = Math.max(most, x);
  }
  // the mean of equal numbers can miss them by a rounding error; it must not leave their range
  return Math.min(most, Math.max(least, moment / total));
}
