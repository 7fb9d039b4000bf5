import { exp, type Source, TawazunError } from "../../base/index.ts";
import type { SignedNetwork } from "./signed-network.ts";
import { exponentialDiagonal } from "./spectrum/exponential.ts";
import { adjacencyOf } from "./spectrum/operator.ts";

/** Balance by closed walks, of the whole and around each actor. */
export interface WalkBalance {
  /** 0…1; 1 if and only if the network is balanced. */
  readonly value: number;
  readonly method: "exact";
  /** The same for the closed walks that begin at each actor, in the order of `ids`. */
  readonly around: readonly number[];
  readonly sources: readonly Source[];
}

/**
 * Balance by walks: closed walks count positive or negative by the product of their signs, and a walk of length l
 * weighs 1 / l!. The balance is the sum over the sum without signs: tr e^A / tr e^|A|.
 *
 * @throws {TawazunError} `network/empty` if there is no actor.
 *
 * @remarks A pair enters with the sum of its ties, whatever their directions; a balanced network has value 1, and
 * short unbalanced cycles cost most. Computed to about 12 digits in O(actors × (ties + actors)) time; see
 * `spectrum/exponential.ts`.
 *
 * @see Estrada & Benzi 2014, eq. 6 (K) and eq. 11 (around one actor).
 *
 * @example
 * ```ts
 * import { signedNetwork, walkBalance } from "tawazun/measure";
 * // by hand: (e⁻² + 2e) / (e² + 2e⁻¹)
 * const triad = signedNetwork([["a", "b", -1], ["b", "c", -1], ["a", "c", -1]]);
 * walkBalance(triad).value.toFixed(4); //=> "0.6858"
 * ```
 */
export function walkBalance(network: SignedNetwork): WalkBalance {
  if (network.ids.length === 0) {
    throw new TawazunError("network/empty", "Balance by walks is not defined: the network has no actor.");
  }
  const signed = adjacencyOf(network);
  const unsigned = { ...signed, value: signed.value.map(Math.abs) };
  const positive = exponentialDiagonal(signed);
  const all = exponentialDiagonal(unsigned);
  const ratio = exp(positive.top - all.top);
  return {
    value: (sum(positive.diagonal) / sum(all.diagonal)) * ratio,
    method: "exact",
    around: Array.from(positive.diagonal, (entry, v) => (entry / all.diagonal[v]) * ratio),
    sources: [{ ref: "estrada2014", at: "eq. 6" }],
  };
}

function sum(entries: Float64Array): number {
  let total = 0;
  for (const entry of entries) total += entry;
  return total;
}
