import { reduced } from "./counts.ts";
import type { Game } from "./game.ts";
import { halves } from "./halves.ts";
import { defineIndex } from "./power-index.ts";
import type { RuleGame } from "./rule.ts";
import { turned, turnedOrders, weighOrders } from "./turned-orders.ts";

/**
 * The Shapley–Shubik index: in what part of all orders of the voters each one turns a losing
 * coalition into a winning one.
 *
 * @returns n numbers that sum to 1, in the order of `weights`. A dummy has 0.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size` if no exact method is in
 * reach.
 * @remarks Ratios of whole numbers, rounded once, for up to 36 voters and for up to 53 with moderate quotas; above by
 * quadrature to less than 10⁻¹². {@link shapleyShubikIndex} also tells the bound.
 * @see Shapley & Shubik 1954.
 * @example Three parties with very different seats; two of them have the same power.
 * ```ts
 * import { shapleyShubik } from "tawazun/measure";
 * shapleyShubik({ quota: 51, weights: [50, 49, 1] }).map((share) => share * 6); //=> [4, 1, 1]
 * ```
 */
export function shapleyShubik(game: Game | RuleGame): readonly number[] {
  return Array.from(turnedOrders(game).values);
}

export const shapleyShubikIndex = defineIndex({
  id: "shapley-shubik",
  name: "Shapley–Shubik index",
  sources: [{ ref: "shapley1954" }],
  says: "The part of all orders of the voters in which this one turns a losing coalition into a winning one.",
  formula:
    "φᵢ = Σ (s − 1)! (n − s)! / n! over the coalitions that win with i and lose without; s members of n",
  sumsToOne: true,
  measure: turnedOrders,
});

/** Up to this many voters the sweep over halves is the quickest for any weights. */
const FEW = 18;

/**
 * The Shapley–Shubik index for hot loops: nothing is checked, and for up to 18 voters nothing is made.
 *
 * @param quota from 1 to the sum of the weights.
 * @param weights the first n are read: numbers from 0 with a sum below 2⁵³, whole if n > 18.
 * @param out the first n are written.
 * @remarks Up to 18 voters by sorting the coalitions of two halves (a few µs for 12 voters), each number exact.
 */
export function shapleyShubikInto(
  quota: number,
  weights: Int32Array | Float64Array,
  n: number,
  out: Float64Array,
): void {
  if (n <= FEW) weighOrders(halves(quota, weights, n), n, out);
  else out.set(turned(reduced({ quota, weights: Array.from(weights.subarray(0, n)) })).values);
}
