import { TawazunError } from "../../base/index.ts";
import { orderWorth } from "./order-worth.ts";

/**
 * The number of voters of a list of worths by bit mask.
 *
 * @throws {TawazunError} `worths/length`, `worths/value`.
 */
export function checkWorths(worths: readonly number[]): number {
  const n = 31 - Math.clz32(worths.length);
  if (n < 1 || n > 20 || worths.length !== 2 ** n) {
    throw new TawazunError(
      "worths/length",
      `There are ${worths.length} worths; there must be 2ⁿ, one for each coalition of n = 1 … 20 voters, the empty one first.`,
    );
  }
  worths.forEach((worth, mask) => {
    if (!Number.isFinite(worth) || (mask === 0 && worth !== 0)) {
      throw new TawazunError(
        "worths/value",
        `The worth of coalition ${mask} is ${worth}; it must be ${mask === 0 ? "0, for nobody is in it" : "a number"}.`,
      );
    }
  });
  return n;
}

/**
 * The Shapley value of a game in which every coalition has a worth of its own.
 *
 * @param worths of the 2ⁿ coalitions, by bit mask: `worths[0b101]` is that of voters 0 and 2; `worths[0]` is 0.
 * @returns n payoffs that sum to the worth of all.
 * @throws {TawazunError} `worths/length`, `worths/value`.
 * @see Shapley & Shubik 1954, for the value of which theirs is the case of winning and losing.
 * @example
 * ```ts
 * import { shapleyValue } from "tawazun/measure";
 * shapleyValue([0, 2, 4, 18, 5, 14, 9, 24]); //=> [9.5, 8, 6.5]
 * ```
 */
export function shapleyValue(worths: readonly number[]): readonly number[] {
  const n = checkWorths(worths);
  const { before, scale } = orderWorth(n);
  return Array.from({ length: n }, (_, i) => {
    const bit = 1 << i;
    let sum = 0;
    for (let mask = 0; mask < worths.length; mask++) {
      if (mask & bit) continue;
      let size = 0;
      for (let left = mask; left !== 0; left &= left - 1) size++;
      sum += before[size] * (worths[mask | bit] - worths[mask]);
    }
    return sum / scale;
  });
}
