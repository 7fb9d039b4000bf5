import { counts, MOST_FOR_COUNTS, MOST_VOTES, type Reduced, reduced, refuseSize } from "./counts.ts";
import { checkGame, type Game } from "./game.ts";
import { fromResidues, primesFor } from "./residues.ts";
import { shifted } from "./shifted.ts";

/**
 * The number of swings of each voter and of winning coalitions, as whole numbers of any length.
 *
 * @returns `swings` in the order of the weights; `winning` coalitions of all 2ⁿ.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size`.
 * @remarks Above 53 voters: dynamic programming over votes modulo several primes, put together at the end. The 190
 * members of the IMF take four primes and about half a second.
 * @see Kurz 2016 for the first such count of the IMF.
 * @example Sixty voters of one vote: each swings with 29 of the other 59.
 * ```ts
 * import { exactSwings } from "tawazun/measure";
 * exactSwings({ quota: 30, weights: new Array(60).fill(1) }).swings[0]; //=> 59132290782430712n
 * ```
 */
export function exactSwings(game: Game): { readonly winning: bigint; readonly swings: readonly bigint[] } {
  checkGame(game);
  const n = game.weights.length;
  if (n <= MOST_FOR_COUNTS) {
    const { winning, swings } = counts(game);
    return { winning: BigInt(winning), swings: Array.from(swings, BigInt) };
  }
  const small = reduced(game);
  const { quota, total } = small;
  const blocking = total - quota + 1;
  const limit = Math.min(quota, blocking);
  if (total > Number.MAX_SAFE_INTEGER || limit > MOST_VOTES) refuseSize(n, limit);
  const primes = primesFor(n);
  const residues = primes.map((prime) => modulo(small, limit, prime));
  const swings = new Map<number, bigint>();
  for (const weight of new Set(small.weights)) {
    swings.set(
      weight,
      fromResidues(
        residues.map((of) => of.swings.get(weight) ?? 0),
        primes,
      ),
    );
  }
  const short = fromResidues(
    residues.map((of) => of.below),
    primes,
  );
  return {
    winning: limit === blocking ? short : (1n << BigInt(n)) - short,
    swings: Array.from(small.weights, (weight) => swings.get(weight) ?? 0n),
  };
}

/** Coalitions below the limit, and swings by weight, modulo a prime. */
function modulo(
  { weights }: Reduced,
  limit: number,
  prime: number,
): { readonly below: number; readonly swings: ReadonlyMap<number, number> } {
  const { ways, addModulo } = shifted(limit);
  ways[0] = 1;
  let most = 0;
  for (const weight of Float64Array.from(weights).sort()) {
    most = Math.min(most + weight, limit - 1);
    addModulo(weight, weight, most, prime);
  }
  let sum = 0;
  for (let z = 0; z < limit; z++) {
    sum += ways[z];
    if (sum >= prime) sum -= prime;
    ways[z] = sum;
  }
  const swings = new Map<number, number>();
  for (const weight of new Set(weights)) {
    if (weight === 0) continue;
    // without: coalitions of the others that stay below the limit even with the voter's votes
    let without = 0;
    let adding = true;
    for (let z = limit - 1 - weight; z >= 0; z -= weight) {
      without += adding ? ways[z] : -ways[z];
      if (without >= prime) without -= prime;
      else if (without < 0) without += prime;
      adding = !adding;
    }
    const twice = 2 * without >= prime ? 2 * without - prime : 2 * without;
    const turned = ways[limit - 1] - twice;
    swings.set(weight, turned < 0 ? turned + prime : turned);
  }
  return { below: ways[limit - 1], swings };
}
