import { TawazunError } from "../../base/index.ts";
import { checkGame, type Game } from "../power/index.ts";
import { walkGame } from "../power/minimal-walk.ts";
import type { Coalition } from "./coalition.ts";

/** More coalitions than this are refused: nobody reads them, and they fill the memory. */
export const MOST_COALITIONS = 1_000_000;

/** What is asked of a listing. */
export interface Listing {
  /** List no more than this many coalitions; more are refused. Default: a million. */
  readonly most?: number;
}

/** Refuses a listing that would grow too long. */
export function refuseMany(most: number): never {
  throw new TawazunError(
    "coalition/many",
    `There are more than ${most} such coalitions; join small voters into one, or raise \`most\`.`,
  );
}

/**
 * The minimal winning coalitions: each wins, and loses with any member less.
 *
 * @returns coalitions of the heaviest voters first; each names its voters in rising order.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `coalition/many` if there are more than
 * `most`.
 * @remarks Those with the fewest voters, or the fewest votes to spare, are {@link smallestWinning}.
 * @see Riker 1962.
 * @example
 * ```ts
 * import { minimalWinning } from "tawazun/measure";
 * minimalWinning({ quota: 51, weights: [50, 49, 1] }); //=> [[0, 1], [0, 2]]
 * ```
 */
export function minimalWinning(game: Game, { most = MOST_COALITIONS }: Listing = {}): readonly Coalition[] {
  checkGame(game);
  const found: Coalition[] = [];
  walkGame(game, (voters) => {
    if (found.length >= most) refuseMany(most);
    found.push([...voters].sort((a, b) => a - b));
  });
  return found;
}
