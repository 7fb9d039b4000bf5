import { counts, MOST_FOR_COUNTS, refuseCount } from "./counts.ts";
import type { Game } from "./game.ts";
import { hasRule, type RuleGame } from "./rule.ts";
import { ruleCounts } from "./rule-tally.ts";
import type { Counts } from "./swings-by-votes.ts";

/**
 * The number of swings of each voter: the winning coalitions that would lose without that voter.
 *
 * @param game [q; w₁, …, wₙ], or any rule, with at most 53 voters.
 * @returns n whole numbers, in the order of `weights`. A dummy has 0.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/count` above 53 voters
 * (see {@link exactSwings}); `power/size` if no exact method is in reach.
 * @remarks Exact. Sorted halves where the weights are large or the voters few, else dynamic programming over
 * votes; `swings.test.ts` counts the coalitions one by one and must agree.
 * @see Banzhaf 1965; Felsenthal & Machover 1998, chapter 3.
 * @example The Council of the EEC, 1958: Luxembourg has a vote and no power.
 * ```ts
 * import { swings } from "tawazun/measure";
 * const eec1958 = { quota: 12, weights: [4, 4, 4, 2, 2, 1] }; // DE FR IT NL BE LU
 * swings(eec1958); //=> [10, 10, 10, 6, 6, 0]
 * ```
 */
export function swings(game: Game | RuleGame): readonly number[] {
  return Array.from(countsOf(game).swings);
}

/**
 * How many coalitions win.
 *
 * @throws {TawazunError} as {@link swings}.
 * @example
 * ```ts
 * import { winningCount } from "tawazun/measure";
 * winningCount({ quota: 12, weights: [4, 4, 4, 2, 2, 1] }); //=> 14
 * ```
 */
export function winningCount(game: Game | RuleGame): number {
  return countsOf(game).winning;
}

function countsOf(game: Game | RuleGame): Counts {
  if (!hasRule(game)) return counts(game);
  if (game.voters > MOST_FOR_COUNTS) refuseCount(game.voters);
  return ruleCounts(game);
}
