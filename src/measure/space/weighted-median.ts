import { checkWeighted } from "./check-weighted.ts";

/**
 * The positions that no weighted majority would leave: half the weight or more stands on either side.
 *
 * @param positions any finite numbers.
 * @param weights ≥ 0, one a position, not all 0.
 * @returns the least and the greatest median; they are equal unless the weight splits evenly between two.
 * @throws {TawazunError} `space/length`, `space/position`, `space/weight`.
 * @remarks Sums run in rising order of positions. An even split is recognised to 1e-12 of the whole weight,
 * so that rounding does not decide it.
 * @see Black 1958.
 * @example
 * ```ts
 * import { weightedMedian } from "tawazun/measure";
 * weightedMedian([0, 40, 100], [2, 2, 1]); //=> { low: 40, high: 40 }
 * weightedMedian([0, 100], [1, 1]); //=> { low: 0, high: 100 }
 * ```
 */
export function weightedMedian(
  positions: readonly number[],
  weights: readonly number[],
): { readonly low: number; readonly high: number } {
  checkWeighted(positions, weights);
  const order = positions.map((_, i) => i).filter((i) => weights[i] > 0);
  order.sort((a, b) => positions[a] - positions[b] || a - b);
  let total = 0;
  for (const i of order) total += weights[i];
  const slack = total * 1e-12;
  let below = 0;
  for (let k = 0; k < order.length; k++) {
    below += weights[order[k]];
    if (Math.abs(below - total / 2) <= slack) {
      return { low: positions[order[k]], high: positions[order[k + 1] ?? order[k]] };
    }
    if (below > total / 2) return { low: positions[order[k]], high: positions[order[k]] };
  }
  const last = positions[order[order.length - 1]];
  return { low: last, high: last };
}
