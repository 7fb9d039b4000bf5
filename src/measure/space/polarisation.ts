import { exp, log, TawazunError } from "../../base/index.ts";
import { checkWeighted } from "./check-weighted.ts";

/** The largest α for which the axioms of Esteban and Ray hold, to one decimal. */
const MOST = 1.6;

/**
 * Polarisation of Esteban and Ray: P = Σᵢ Σⱼ πᵢ^(1+α) πⱼ |yᵢ − yⱼ| over groups of like position with shares π.
 *
 * Whoever stands on one position identifies with all who stand there; α says how strongly. At α = 0 it would
 * be the Gini coefficient, which knows no camps.
 *
 * @param positions in the unit in which distances are to be counted; a scale of 0…1 makes values comparable.
 * @param weights ≥ 0, one a position, not all 0.
 * @param options.alpha above 0 and at most 1.6; default 1.
 * @returns 0 if all stand together; at most 2 × ½^(2+α) × the distance between two equal camps at the ends.
 * @throws {TawazunError} `space/length`, `space/position`, `space/weight`, `space/alpha`.
 * @see Esteban & Ray 1994, theorem 1.
 * @example Two equal camps are more polarised than the same people spread out.
 * ```ts
 * import { polarisation } from "tawazun/measure";
 * polarisation([0, 1], [1, 1]); //=> 0.25
 * polarisation([0, 0.5, 1], [1, 1, 1]) < 0.25; //=> true
 * ```
 */
export function polarisation(
  positions: readonly number[],
  weights: readonly number[],
  options: { readonly alpha?: number } = {},
): number {
  checkWeighted(positions, weights);
  const alpha = options.alpha ?? 1;
  if (!(alpha > 0 && alpha <= MOST)) {
    throw new TawazunError(
      "space/alpha",
      `The degree of identification α is ${alpha}; it must be above 0 and at most ${MOST}.`,
    );
  }
  const groups = groupsOf(positions, weights);
  let sum = 0;
  for (const [yi, pi] of groups) {
    const identified = alpha === 1 ? pi * pi : exp((1 + alpha) * log(pi));
    for (const [yj, pj] of groups) sum += identified * pj * Math.abs(yi - yj);
  }
  return sum;
}

/** Distinct positions, rising, with their shares of the whole weight. */
function groupsOf(positions: readonly number[], weights: readonly number[]): [number, number][] {
  let total = 0;
  for (const weight of weights) total += weight;
  const shares = new Map<number, number>();
  positions.forEach((y, i) => {
    if (weights[i] > 0) shares.set(y, (shares.get(y) ?? 0) + weights[i] / total);
  });
  return [...shares].sort(([a], [b]) => a - b);
}
