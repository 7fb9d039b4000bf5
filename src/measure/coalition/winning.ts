import { checkGame, type Game } from "../power/index.ts";
import type { Coalition } from "./coalition.ts";
import { type Listing, MOST_COALITIONS, minimalWinning, refuseMany } from "./minimal-winning.ts";

/**
 * All winning coalitions.
 *
 * @returns coalitions in the order of their voters: those with voter 0 first.
 * @throws {TawazunError} `game/weight`, `game/quota`; `coalition/many` if there are more than `most`.
 * @remarks {@link winningCount} counts them without listing.
 * @example
 * ```ts
 * import { winning } from "tawazun/measure";
 * winning({ quota: 51, weights: [50, 49, 1] }); //=> [[0, 1, 2], [0, 1], [0, 2]]
 * ```
 */
export function winning(game: Game, { most = MOST_COALITIONS }: Listing = {}): readonly Coalition[] {
  checkGame(game);
  const n = game.weights.length;
  const weights = game.weights.map(BigInt);
  const quota = BigInt(game.quota);
  const rest = new Array<bigint>(n + 1).fill(0n);
  for (let i = n - 1; i >= 0; i--) rest[i] = rest[i + 1] + weights[i];
  const found: Coalition[] = [];
  const walk = (i: number, votes: bigint, members: Coalition): void => {
    if (votes + rest[i] < quota) return;
    if (i === n) {
      if (found.length >= most) refuseMany(most);
      found.push(members);
      return;
    }
    walk(i + 1, votes + weights[i], [...members, i]);
    walk(i + 1, votes, members);
  };
  walk(0, 0n, []);
  return found;
}

/** The game in which blocking is winning: enough votes that the others cannot reach the quota. */
function blockingGame(game: Game): Game {
  checkGame(game);
  const total = game.weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  return { quota: Number(total - BigInt(game.quota) + 1n), weights: game.weights };
}

/**
 * The minimal blocking coalitions: each can keep the others from winning, and cannot with any member less.
 *
 * @returns coalitions of the heaviest voters first.
 * @throws {TawazunError} `game/weight`, `game/quota`; `coalition/many` if there are more than `most`.
 * @example Two of the three large members of the EEC of 1958 could block, or one of them with a middle one.
 * ```ts
 * import { minimalBlocking } from "tawazun/measure";
 * minimalBlocking({ quota: 12, weights: [4, 4, 4, 2, 2, 1] }).length; //=> 9
 * ```
 */
export function minimalBlocking(game: Game, listing?: Listing): readonly Coalition[] {
  return minimalWinning(blockingGame(game), listing);
}

/**
 * The majorities that are possible without a voter: minimal winning coalitions of the others.
 *
 * @param voter by its place in `weights`.
 * @returns none if nobody can win without the voter.
 * @throws {TawazunError} `game/weight`, `game/quota`; `coalition/many`.
 * @example Who could govern Iraq in 2010 without the list that won the election?
 * ```ts
 * import { winningWithout } from "tawazun/measure";
 * const seats = [91, 89, 70, 43, 8, 8, 6, 4, 4, 2]; // Iraqiya, State of Law, INA, Kurdistan Alliance …
 * winningWithout({ quota: 163, weights: seats }, 0)[0]; //=> [1, 2, 3]
 * ```
 */
export function winningWithout(game: Game, voter: number, listing?: Listing): readonly Coalition[] {
  checkGame(game);
  const weights = game.weights.map((weight, i) => (i === voter ? 0 : weight));
  if (weights.reduce((sum, weight) => sum + BigInt(weight), 0n) < BigInt(game.quota)) return [];
  return minimalWinning({ quota: game.quota, weights }, listing);
}

/** Votes of a coalition. */
function votesOf(game: Game, coalition: Coalition): bigint {
  return coalition.reduce((sum, i) => sum + BigInt(game.weights[i]), 0n);
}

/**
 * The winning coalitions with the fewest voters, or with the fewest votes.
 *
 * @param by what is to be smallest.
 * @returns all that are equally small.
 * @throws {TawazunError} `game/weight`, `game/quota`; `coalition/many`.
 * @see Riker 1962 for fewest votes (the size principle); Leiserson's bargaining proposition for fewest parties.
 * @example
 * ```ts
 * import { smallestWinning } from "tawazun/measure";
 * const game = { quota: 51, weights: [45, 25, 16, 14] };
 * smallestWinning(game, "voters"); //=> [[0, 1], [0, 2], [0, 3]]
 * smallestWinning(game, "votes"); //=> [[1, 2, 3]]
 * ```
 */
export function smallestWinning(game: Game, by: "voters" | "votes"): readonly Coalition[] {
  const minimal = minimalWinning(game);
  const size = (coalition: Coalition): bigint =>
    by === "voters" ? BigInt(coalition.length) : votesOf(game, coalition);
  let least = size(minimal[0]);
  for (const coalition of minimal) if (size(coalition) < least) least = size(coalition);
  return minimal.filter((coalition) => size(coalition) === least);
}
