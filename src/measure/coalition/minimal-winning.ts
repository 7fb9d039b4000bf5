import { TawazunError } from "../../base/index.ts";
import { checkGame, type Game } from "../power/index.ts";
import type { Coalition } from "./coalition.ts";

/** More coalitions than this are refused: nobody reads them, and they fill the memory. */
export const MOST_COALITIONS = 1_000_000;

/** What is asked of a listing. */
export interface Listing {
  /** List no more than this many coalitions; more are refused. Default: a million. */
  readonly most?: number;
}

/**
 * The minimal winning coalitions: each wins, and loses with any member less.
 *
 * @returns coalitions of the heaviest voters first; each names its voters in rising order.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `coalition/many` if there are more than
 * `most`.
 * @remarks Voters are tried by falling weight. A coalition that wins is minimal exactly if it loses without its
 * lightest member, so that each is found once and no losing branch is followed.
 * @see Riker 1962; von Neumann and Morgenstern's "minimal winning" is meant, not the fewest seats: for that see
 * {@link smallestWinning}.
 * @example
 * ```ts
 * import { minimalWinning } from "tawazun/measure";
 * minimalWinning({ quota: 51, weights: [50, 49, 1] }); //=> [[0, 1], [0, 2]]
 * ```
 */
export function minimalWinning(game: Game, { most = MOST_COALITIONS }: Listing = {}): readonly Coalition[] {
  checkGame(game);
  const order = game.weights
    .map((_, i) => i)
    .filter((i) => game.weights[i] > 0)
    .sort((a, b) => game.weights[b] - game.weights[a] || a - b);
  const total = game.weights.reduce((sum, weight) => sum + weight, 0);
  const found: Coalition[] = [];
  const keep = (coalition: readonly number[]): void => {
    if (found.length >= most) {
      throw new TawazunError(
        "coalition/many",
        `There are more than ${most} minimal winning coalitions; ask for fewer voters, or raise \`most\`.`,
      );
    }
    found.push(coalition.map((k) => order[k]).sort((a, b) => a - b));
  };
  if (Number.isSafeInteger(total))
    search(
      game.quota,
      order.map((i) => game.weights[i]),
      0,
      keep,
    );
  else
    search(
      BigInt(game.quota),
      order.map((i) => BigInt(game.weights[i])),
      0n,
      keep,
    );
  return found;
}

/** Walks the coalitions of voters in falling order of weight that may still win; numbers of either kind. */
function search<N extends number | bigint>(
  quota: N,
  weights: readonly N[],
  zero: N,
  keep: (coalition: readonly number[]) => void,
): void {
  const add = (a: N, b: N): N => ((a as number) + (b as number)) as N;
  // rest[k]: votes of voters k, k + 1, …
  const rest: N[] = new Array(weights.length + 1).fill(zero);
  for (let k = weights.length - 1; k >= 0; k--) rest[k] = add(rest[k + 1], weights[k]);
  const members: number[] = [];
  const walk = (from: number, sum: N): void => {
    for (let k = from; k < weights.length && add(sum, rest[k]) >= quota; k++) {
      const next = add(sum, weights[k]);
      members.push(k);
      // it lost before k joined, and k is the lightest: no other member can be spared either
      if (next >= quota) keep(members);
      else walk(k + 1, next);
      members.pop();
    }
  };
  walk(0, zero);
}
