import { checkGame, type Game } from "./game.ts";
import { halves, weighWinning } from "./halves.ts";
import { orderWorth } from "./order-worth.ts";
import { swingsBySize } from "./swings-by-size.ts";

/**
 * The Shapley–Shubik index: in what part of all orders of the voters each one turns a losing
 * coalition into a winning one.
 *
 * @returns n numbers that sum to 1, in the order of `weights`. A dummy has 0.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}.
 * @see Shapley & Shubik 1954, p. 787.
 * @example Half of the votes less one: three parties with very different seats have the same power.
 * ```ts
 * import { shapleyShubik } from "tawazun/measure";
 * shapleyShubik({ quota: 6, weights: [4, 3, 2] }).map((x) => x * 6); //=> [4, 1, 1]
 * ```
 */
export function shapleyShubik(game: Game): readonly number[] {
  checkGame(game);
  const out = new Float64Array(game.weights.length);
  shapleyShubikInto(game.quota, Float64Array.from(game.weights), out.length, out);
  return Array.from(out);
}

/** Voters up to whom the sweep over halves is always the quickest. */
const FEW = 20;

/**
 * The Shapley–Shubik index for hot loops: nothing is checked, and for up to 18 voters nothing is made.
 *
 * @param quota from 1 to the sum of the weights.
 * @param weights the first n are read; numbers from 0 with a sum below 2⁵³.
 * @param out the first n are written.
 * @remarks Up to 20 voters by sorting the coalitions of two halves (a few µs for 12 voters), above by counting
 * coalitions by votes and size. Exact: each number is a ratio of whole numbers, rounded once.
 */
export function shapleyShubikInto(
  quota: number,
  weights: Int32Array | Float64Array,
  n: number,
  out: Float64Array,
): void {
  const worth = orderWorth(n);
  if (n <= FEW) {
    weighWinning(halves(quota, weights, n), worth.winning, out);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += out[i];
    const outside = (sum - worth.scale) / n;
    for (let i = 0; i < n; i++) out[i] = (out[i] - outside) / worth.scale;
    return;
  }
  const swings = swingsBySize(quota, weights, n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let s = 0; s < n; s++) sum += swings[i * n + s] * worth.before[s];
    out[i] = sum / worth.scale;
  }
}
