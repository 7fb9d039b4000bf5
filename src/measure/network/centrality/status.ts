import { TawazunError } from "../../../base/index.ts";
import type { SignedNetwork } from "../signed-network.ts";
import { conjugateGradient } from "../spectrum/conjugate-gradient.ts";
import { extremes } from "../spectrum/lanczos.ts";
import { adjacencyOf, times } from "../spectrum/operator.ts";

/**
 * Status: everyone has 1 of its own; friends add a part of theirs, enemies take away a part of theirs.
 *
 * @param reach how much counts what is further away, 0…1 (not included): the part passed on over a tie, in units of
 * the most that is possible, 1 / (the largest eigenvalue in size). Default 0.5.
 * @returns a number an actor, in the order of `ids`; 1 for one without ties.
 * @throws {TawazunError} `network/reach` if reach does not lie between 0 and 1.
 *
 * @remarks x = 1 + α A x, so x = (I − α A)⁻¹ 1 (Katz status with negative ties, or α-centrality). Directions are
 * dropped, and a pair enters with the sum of its ties.
 *
 * @see Bonacich & Lloyd 2004, p. 332; Katz 1953 for positive ties.
 *
 * @example
 * ```ts
 * import { signedNetwork, statusCentrality } from "tawazun/measure";
 * statusCentrality(signedNetwork([["a", "b", 1], ["c", "d", -1]])).map((x) => x.toFixed(3));
 * //=> ["2.000", "2.000", "0.667", "0.667"]
 * ```
 */
export function statusCentrality(network: SignedNetwork, reach = 0.5): number[] {
  if (!(reach >= 0 && reach < 1)) {
    throw new TawazunError("network/reach", `The reach is ${reach}; it must be 0 or more, and less than 1.`);
  }
  const matrix = adjacencyOf(network);
  const ones = new Float64Array(matrix.size).fill(1);
  if (!matrix.value.some((w) => w !== 0)) return [...ones];
  const { largest, least } = extremes(matrix, 200, 1e-12);
  const part = reach / Math.max(largest, -least);
  const left = (x: Float64Array) => {
    const image = times(matrix, x);
    return x.map((entry, v) => entry - part * image[v]);
  };
  return [...conjugateGradient(left, ones)];
}
