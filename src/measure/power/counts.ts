import { TawazunError } from "../../base/index.ts";
import { checkGame, type Game } from "./game.ts";
import { type Halves, halves, MOST_FOR_HALVES } from "./halves.ts";
import { halvesOfLarge } from "./halves-of-large.ts";
import { type Counts, countByVotes } from "./swings-by-votes.ts";
import { weighWinning } from "./weigh-winning.ts";

/** Above this many voters, coalitions are more than a double can count. */
export const MOST_FOR_COUNTS = 53;

/** The longest array of votes that is made: 400 MB. */
export const MOST_VOTES = 5e7;

/** The same game with the smallest whole weights that are in proportion. */
export interface Reduced {
  readonly quota: number;
  readonly weights: Float64Array;
  /** Rounded if above 2⁵³. */
  readonly total: number;
}

/** Divides the weights by their greatest common divisor; the quota is rounded up, which changes nobody's fate. */
export function reduced(game: Game): Reduced {
  let divisor = 0;
  for (const weight of game.weights) {
    let a = weight;
    while (a !== 0) [divisor, a] = [a, divisor % a];
  }
  const weights = Float64Array.from(game.weights, (weight) => weight / divisor);
  const quota = Number.isSafeInteger(game.quota)
    ? Math.ceil(game.quota / divisor)
    : Number((BigInt(game.quota) + BigInt(divisor) - 1n) / BigInt(divisor));
  return { quota, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** Refuses to count the coalitions of many voters by plain numbers. */
export function refuseCount(n: number, advice = "Use exactSwings for whole numbers of any length."): never {
  throw new TawazunError(
    "power/count",
    `${n} voters form more coalitions than a number can count exactly: at most ${MOST_FOR_COUNTS}. ${advice}`,
  );
}

/** Refuses a game that no exact method at hand can count. */
export function refuseSize(n: number, limit: number): never {
  throw new TawazunError(
    "power/size",
    `${n} voters with ${limit} votes to reach or to block are too many to count exactly: at most ${MOST_FOR_HALVES} voters with any weights, or ${MOST_VOTES} votes. Use sampledPower, which says how far off it may be.`,
  );
}

/** The worth that counts every coalition once. */
export function countOnce({ left, right }: Halves): Float64Array {
  return new Float64Array((left + 1) * (right + 1)).fill(1);
}

/** How to count: by sorted halves, or by votes up to a limit. */
export function wayToCount(
  { quota, weights, total }: Reduced,
  stepsPerVote: number,
): { readonly halves: Halves } | { readonly limit: number } {
  const n = weights.length;
  const limit = Math.min(quota, total - quota + 1);
  const large = total > Number.MAX_SAFE_INTEGER;
  // sorting and sweeping takes about n + 10 steps for each coalition of the larger half
  const halvesAreCheaper = n <= 12 || 2 ** (n - (n >> 1)) * (n + 10) < stepsPerVote * limit;
  if (n <= MOST_FOR_HALVES && (large || halvesAreCheaper)) {
    return { halves: large ? halvesOfLarge(quota, weights, n) : halves(quota, weights, n) };
  }
  if (large || limit > MOST_VOTES) refuseSize(n, limit);
  return { limit };
}

/**
 * Counts winning coalitions and swings, each exactly, by the cheaper of two ways.
 *
 * @throws {TawazunError} `game/weight`, `game/quota`; `power/count` above 53 voters; `power/size`.
 */
export function counts(game: Game): Counts {
  checkGame(game);
  const n = game.weights.length;
  if (n > MOST_FOR_COUNTS) refuseCount(n);
  const small = reduced(game);
  const way = wayToCount(small, n);
  if ("limit" in way) return countByVotes(small.quota, small.weights, n);
  const swings = new Float64Array(n);
  const winning = weighWinning(way.halves, countOnce(way.halves), swings);
  for (let i = 0; i < n; i++) swings[i] = 2 * swings[i] - winning;
  return { winning, swings };
}
