import { TawazunError } from "../../base/index.ts";

/**
 * A weighted voting game, [q; w₁, …, wₙ]: a coalition wins if its votes reach the quota.
 *
 * @remarks Whole numbers: votes, seats, persons. Nothing is rounded, so full populations may stand here.
 * @see Felsenthal & Machover 1998, section 2.3.
 * @example The Council of the EEC, 1958.
 * ```ts
 * import { checkGame, type Game } from "tawazun/measure";
 * const eec1958: Game = { quota: 12, weights: [4, 4, 4, 2, 2, 1] }; // DE FR IT NL BE LU
 * checkGame(eec1958); //=> eec1958
 * ```
 */
export interface Game {
  /** Votes needed to win, from 1 to the sum of the weights. */
  readonly quota: number;
  /** Votes of each voter. */
  readonly weights: readonly number[];
}

/**
 * The game itself, if it is one.
 *
 * @returns the same object, so that a check can stand in an expression.
 * @throws {TawazunError} `game/weight` if there is no voter, or a weight is negative, fractional, above 2⁵³
 * or no number; `game/quota` if the quota is not a whole number from 1 to the sum of the weights.
 */
export function checkGame(game: Game): Game {
  if (game.weights.length === 0) {
    throw new TawazunError("game/weight", "There are no voters; give at least one weight.");
  }
  let total = 0n;
  let small = 0;
  game.weights.forEach((weight, i) => {
    if (!Number.isSafeInteger(weight) || weight < 0) {
      const advice = Number.isFinite(weight)
        ? weight < 0 || Number.isInteger(weight)
          ? "a weight is a whole number from 0 to 2⁵³ − 1"
          : "a weight is a whole number; multiply all weights and the quota by the same factor"
        : "a weight is a number";
      throw new TawazunError("game/weight", `The weight of voter ${i + 1} is ${weight}; ${advice}.`);
    }
    small += weight;
    if (small > Number.MAX_SAFE_INTEGER) {
      total += BigInt(small - weight) + BigInt(weight);
      small = 0;
    }
  });
  total += BigInt(small);
  if (total === 0n) {
    throw new TawazunError("game/weight", "All weights are 0: no coalition could reach a quota.");
  }
  if (!Number.isInteger(game.quota) || game.quota < 1 || BigInt(game.quota) > total) {
    throw new TawazunError(
      "game/quota",
      `The quota is ${game.quota}; with ${total} votes in all it must be a whole number from 1 to ${total}.`,
    );
  }
  return game;
}

/**
 * The smallest quota that is more than half of the votes.
 *
 * @example
 * ```ts
 * import { majority } from "tawazun/measure";
 * majority([163, 162]); //=> 163
 * ```
 */
export function majority(weights: readonly number[]): number {
  return Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 2) + 1;
}
