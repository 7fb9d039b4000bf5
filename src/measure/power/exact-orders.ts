import { MOST_FOR_COUNTS, MOST_VOTES, reduced, refuseSize } from "./counts.ts";
import { checkGame, type Game } from "./game.ts";
import { halves, MOST_FOR_HALVES } from "./halves.ts";
import { halvesOfLarge } from "./halves-of-large.ts";
import { fromResidues, primesFor } from "./residues.ts";
import { swingsBySize } from "./swings-by-size.ts";
import { swingsBySizeModulo } from "./swings-by-size-modulo.ts";
import { weighWinning, worthTable } from "./weigh-winning.ts";

/** Fractions with a common denominator, in lowest terms together. */
export interface Fractions {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/** Arrays of voters × votes have at most this many numbers: 800 MB. */
const MOST_NUMBERS = 1e8;

/**
 * The Shapley–Shubik index as exact fractions.
 *
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size` where voters × votes are more
 * than a hundred million, for instance the whole IMF; {@link shapleyShubikIndex} gives such games within a bound.
 * @example Iraq's Council of Representatives, 2010.
 * ```ts
 * import { exactShapleyShubik } from "tawazun/measure";
 * const { numerators, denominator } = exactShapleyShubik({ quota: 163, weights: [91, 89, 70, 43, 8, 8, 6, 4, 4, 2] });
 * denominator; //=> 1260n
 * numerators.slice(0, 4); //=> [402n, 392n, 357n, 17n]
 * ```
 */
export function exactShapleyShubik(game: Game): Fractions {
  checkGame(game);
  const n = game.weights.length;
  const rows = swingRows(game);
  // s! (n − 1 − s)! of the n! orders put s given others before a voter
  const factorial = [1n];
  for (let k = 1; k <= n; k++) factorial.push(factorial[k - 1] * BigInt(k));
  const orders = rows.map((row) =>
    row.reduce((sum, count, s) => sum + count * factorial[s] * factorial[n - 1 - s], 0n),
  );
  return inLowestTerms(orders, factorial[n]);
}

/** For each voter, how many losing coalitions of s others it turns, s = 0 … n − 1. */
function swingRows(game: Game): bigint[][] {
  const { quota, weights, total } = reduced(game);
  const n = weights.length;
  const limit = Math.min(quota, total - quota + 1);
  const large = total > Number.MAX_SAFE_INTEGER || n * limit > MOST_NUMBERS || limit > MOST_VOTES;
  const split = (row: ArrayLike<number>, i: number): bigint[] =>
    Array.from({ length: n }, (_, s) => BigInt(row[i * n + s]));
  if (large && n <= MOST_FOR_HALVES) {
    const counted = byHalves(quota, weights, total > Number.MAX_SAFE_INTEGER);
    return Array.from(weights, (_, i) => split(counted, i));
  }
  if (large) refuseSize(n, limit);
  if (n <= MOST_FOR_COUNTS) {
    const counted = swingsBySize(quota, weights, n);
    return Array.from(weights, (_, i) => split(counted, i));
  }
  // counts up to C(n − 1, s) < 2ⁿ, from their remainders
  const primes = primesFor(n);
  const residues = primes.map((prime) => swingsBySizeModulo(quota, weights, prime));
  const known = new Map<number, bigint[]>();
  return Array.from(weights, (weight, i) => {
    const row =
      known.get(weight) ??
      Array.from({ length: n }, (_, s) =>
        fromResidues(
          residues.map((of) => of[i * n + s]),
          primes,
        ),
      );
    known.set(weight, row);
    return row;
  });
}

/** Swings by the number of others, from one sweep for every size. */
function byHalves(quota: number, weights: Float64Array, large: boolean): Float64Array {
  const n = weights.length;
  const game = (large ? halvesOfLarge : halves)(quota, weights, n);
  const rows = new Float64Array(n * n);
  const out = new Float64Array(n);
  // winning coalitions of s voters without i, so far as they are known: of s − 1 at first
  let without = new Float64Array(n);
  for (let s = 1; s <= n; s++) {
    const all = weighWinning(
      game,
      worthTable(game.left, game.right, (a, b) => (a + b === s ? 1 : 0)),
      out,
    );
    // those with i that would lose without it: the others have s − 1 members
    for (let i = 0; i < n; i++) rows[i * n + s - 1] = out[i] - without[i];
    without = out.map((count) => all - count);
  }
  return rows;
}

function inLowestTerms(numerators: readonly bigint[], denominator: bigint): Fractions {
  let divisor = denominator;
  for (const numerator of numerators) {
    let b = numerator;
    while (b !== 0n) [divisor, b] = [b, divisor % b];
  }
  return {
    numerators: numerators.map((numerator) => numerator / divisor),
    denominator: denominator / divisor,
  };
}
