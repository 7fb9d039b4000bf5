// Who turns a vote in which unions join one after another, and within a union its members.
// For the voters of one union, the other unions are voters of their own: coalitions of mates on one side, of other
// unions on the other, each weighed by how many they are.

import { MOST_FOR_COUNTS, type Reduced, reduced, refuseSize } from "./counts.ts";
import type { Game } from "./game.ts";
import { halves } from "./halves.ts";
import { halvesOfLarge } from "./halves-of-large.ts";
import { orderWorth } from "./order-worth.ts";
import { partition, type Unions } from "./unions.ts";
import { weighWinning, worthTable } from "./weigh-winning.ts";

/** How likely a given set of s of n − 1 others is to be there already. */
export type Arrival = "order" | "coin";

/** Neither side of the sweep may have more voters than this. */
const MOST_ON_A_SIDE = 22;

/** Below this scale all sums are whole numbers below 2⁵³: none exceeds 2 · Σ 1/k < 8 times the scale. */
const MOST_EXACT_SCALE = 2 ** 50;

/** The arrival's weight of s others among n voters, times a whole-number scale where that is exact. */
function arrival(
  kind: Arrival,
  n: number,
): { readonly before: (s: number) => number; readonly scale: number } {
  if (kind === "coin") return { before: () => 1, scale: 2 ** (n - 1) };
  const { before, scale } = orderWorth(n);
  return { before: (s) => before[s], scale };
}

/**
 * The probability that each voter turns the vote, if unions arrive by `unionsBy` and the members of its own union by
 * `matesBy`.
 *
 * @throws {TawazunError} as {@link partition}; `power/size`.
 */
export function unionPivots(
  game: Game,
  unions: Unions,
  unionsBy: Arrival,
  matesBy: Arrival,
): readonly number[] {
  const parts = partition(game, unions);
  const small = reduced(game);
  const totals = parts.map((union) => union.reduce((sum, i) => sum + small.weights[i], 0));
  const out: number[] = new Array(game.weights.length).fill(0);
  parts.forEach((mates, k) => {
    const others = totals.filter((_, other) => other !== k);
    const values = pivotsInUnion(small, mates, others, unionsBy, matesBy);
    mates.forEach((i, place) => {
      out[i] = small.weights[i] === 0 ? 0 : values[place];
    });
  });
  return out;
}

function pivotsInUnion(
  small: Reduced,
  mates: readonly number[],
  others: readonly number[],
  unionsBy: Arrival,
  matesBy: Arrival,
): ArrayLike<number> {
  const p = mates.length;
  const m = others.length;
  if (p > MOST_ON_A_SIDE || m > MOST_ON_A_SIDE) return byVotes(small, mates, others, unionsBy, matesBy);
  const weights = [...mates.map((i) => small.weights[i]), ...others];
  const large = small.total > Number.MAX_SAFE_INTEGER;
  const game = (large ? halvesOfLarge : halves)(small.quota, weights, p + m, p);
  const inner = arrival(matesBy, p);
  const outer = arrival(unionsBy, m + 1);
  const values = new Float64Array(p + m);
  // with i: what comes before it, and the whole it makes; without i: what it could have joined
  const joined = (a: number): number => (a > 0 ? inner.before(a - 1) : 0) + (a < p ? inner.before(a) : 0);
  weighWinning(
    game,
    worthTable(p, m, (a, b) => joined(a) * outer.before(b)),
    values,
  );
  const unused = new Float64Array(p + m);
  const outside = weighWinning(
    game,
    worthTable(p, m, (a, b) => (a < p ? inner.before(a) * outer.before(b) : 0)),
    unused,
  );
  const scale = inner.scale * outer.scale;
  if (scale < MOST_EXACT_SCALE) return values.map((value) => (value - outside) / scale);
  // sums may be rounded: whoever turns no set at all is told by counting them, which is exact
  const count = weighWinning(
    game,
    worthTable(p, m, () => 1),
    unused,
  );
  return values.map((value, i) => (2 * unused[i] === count ? 0 : (value - outside) / scale));
}

/** Counting coalitions of `weights` by number and votes up to a limit: rows[s][z]. */
function rowsOf(weights: readonly number[], limit: number): Float64Array[] {
  if (weights.length > MOST_FOR_COUNTS || weights.length * limit > 1e8) refuseSize(weights.length, limit);
  const rows = Array.from({ length: weights.length + 1 }, () => new Float64Array(limit));
  rows[0][0] = 1;
  weights.forEach((weight, k) => {
    for (let s = k; s >= 0; s--) {
      for (let z = limit - 1 - weight; z >= 0; z--) rows[s + 1][z + weight] += rows[s][z];
    }
  });
  return rows;
}

/** The same by counting votes, for unions of many members or many unions. */
function byVotes(
  { quota, weights }: Reduced,
  mates: readonly number[],
  others: readonly number[],
  unionsBy: Arrival,
  matesBy: Arrival,
): ArrayLike<number> {
  const outer = arrival(unionsBy, others.length + 1);
  // below[z]: weight of the arrivals of other unions with at most z votes
  const below = new Float64Array(quota);
  rowsOf(others, quota).forEach((row, b) => {
    const weight = outer.before(b) / outer.scale;
    for (let z = 0; z < quota; z++) below[z] += weight * row[z];
  });
  for (let z = 1; z < quota; z++) below[z] += below[z - 1];
  const inner = arrival(matesBy, mates.length);
  const rows = rowsOf(
    mates.map((i) => weights[i]),
    quota,
  );
  const known = new Map<number, number>();
  return mates.map((i) => {
    const weight = weights[i];
    const value = known.get(weight) ?? pivot(rows, below, weight, (s) => inner.before(s) / inner.scale);
    known.set(weight, value);
    return value;
  });
}

function pivot(
  rows: readonly Float64Array[],
  below: Float64Array,
  weight: number,
  before: (s: number) => number,
): number {
  const last = below.length - 1;
  let sum = 0;
  // coalitions of s mates without the voter: all of them, less those of one fewer with it
  let without = rows[0];
  for (let s = 0; s + 1 < rows.length; s++) {
    let turned = 0;
    for (let z = 0; z <= last; z++) {
      if (without[z] === 0) continue;
      const joined = last - z - weight;
      turned += without[z] * (below[last - z] - (joined >= 0 ? below[joined] : 0));
    }
    sum += before(s) * turned;
    const fewer = without;
    without = rows[s + 1].map((count, z) => count - (z >= weight ? fewer[z - weight] : 0));
  }
  return sum;
}
