// In how many of n! orders does a given voter come right after a given set of s others?
// s! (n − 1 − s)! of them: the share 1 / (n · C(n − 1, s)).

import { worthTable } from "./weigh-winning.ts";

/** Above this the whole numbers below no longer fit in a double. */
export const MOST_FOR_WHOLE_WORTH = 36;

/** The least common multiple of 1 … n. */
function leastCommonMultiple(n: number): number {
  let result = 1;
  for (let k = 2; k <= n; k++) {
    let a = result;
    let b = k;
    while (b !== 0) [a, b] = [b, a % b];
    result *= k / a;
  }
  return result;
}

/** Shares of orders by the number of voters who come before, times a common `scale`. */
export interface OrderWorth {
  /** Σ over all voters of what they get: every order counts once. */
  readonly scale: number;
  /** before[s], for s = 0 … n − 1 others who come first. */
  readonly before: Float64Array;
  /** What a winning coalition of s voters is worth to its members: before[s − 1] + before[s], as a table of halves. */
  readonly winning: Float64Array;
}

const known: OrderWorth[] = [];

/**
 * The share of orders in which a voter comes right after a given set of s others.
 *
 * @remarks For n ≤ 36 scaled by lcm(1 … n), which makes every share a whole number (Farhi 2009: the least common
 * multiple of the binomials C(n − 1, s) is lcm(1 … n) / n), so that sums over coalitions are exact.
 */
export function orderWorth(n: number): OrderWorth {
  const made = known[n];
  if (made !== undefined) return made;
  const scale = n <= MOST_FOR_WHOLE_WORTH ? leastCommonMultiple(n) : 1;
  const before = new Float64Array(n);
  let binomial = 1;
  for (let s = 0; s < n; s++) {
    before[s] = scale / (n * binomial);
    binomial = (binomial * (n - 1 - s)) / (s + 1);
  }
  const left = n >> 1;
  const winning = worthTable(left, n - left, (a, b) => {
    const s = a + b;
    return (s > 0 ? before[s - 1] : 0) + (s < n ? before[s] : 0);
  });
  const result = { scale, before, winning };
  known[n] = result;
  return result;
}
