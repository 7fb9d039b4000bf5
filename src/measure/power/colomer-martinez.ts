import { TawazunError } from "../../base/index.ts";
import { reduced } from "./counts.ts";
import { checkGame, type Game } from "./game.ts";
import { walkGame } from "./minimal-walk.ts";
import { eachCritical } from "./winning-table.ts";

// Not in the catalogue: they read the weights themselves, so that two descriptions of one game get different numbers.

const MOST_VOTERS = 24;

function check(game: Game): void {
  checkGame(game);
  if (game.weights.length > MOST_VOTERS) {
    throw new TawazunError(
      "power/size",
      `${game.weights.length} voters form too many coalitions to look at one by one: at most ${MOST_VOTERS}.`,
    );
  }
}

/** Divides a coalition's worth of 1 among voters in proportion to their votes. */
function divide(voters: readonly number[], weights: readonly number[], shares: Float64Array): void {
  const votes = voters.reduce((sum, i) => sum + weights[i], 0);
  for (const i of voters) shares[i] += weights[i] / votes;
}

const normalised = (shares: Float64Array, coalitions: number): readonly number[] =>
  Array.from(shares, (share) => share / coalitions);

/**
 * The Colomer–Martínez index: every minimal winning coalition is equally likely, and its members share by their votes.
 *
 * @returns n numbers that sum to 1, in the order of `weights`.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size` above 24 voters.
 * @see Colomer & Martínez 1995.
 * @example
 * ```ts
 * import { colomerMartinez } from "tawazun/measure";
 * colomerMartinez({ quota: 4, weights: [3, 2, 1] }).map((share) => Math.round(share * 40)); //=> [27, 8, 5]
 * ```
 */
export function colomerMartinez(game: Game): readonly number[] {
  check(game);
  const shares = new Float64Array(game.weights.length);
  let coalitions = 0;
  walkGame(reduced(game), (voters) => {
    coalitions++;
    divide(voters, game.weights, shares);
  });
  return normalised(shares, coalitions);
}

/**
 * The Johnston–Colomer–Martínez index: every winning coalition that some member could bring down is equally likely, and
 * those members share by their votes.
 *
 * @returns n numbers that sum to 1, in the order of `weights`.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size` above 24 voters.
 * @see Johnston 1978 and Colomer & Martínez 1995, put together.
 * @example
 * ```ts
 * import { johnstonColomerMartinez } from "tawazun/measure";
 * johnstonColomerMartinez({ quota: 4, weights: [3, 2, 1] }).map((share) => Math.round(share * 60)); //=> [47, 8, 5]
 * ```
 */
export function johnstonColomerMartinez(game: Game): readonly number[] {
  check(game);
  const shares = new Float64Array(game.weights.length);
  let coalitions = 0;
  eachCritical({ voters: game.weights.length, rule: game }, (_, critical) => {
    if (critical === 0) return;
    coalitions++;
    const voters = game.weights.map((_weight, i) => i).filter((i) => critical & (1 << i));
    divide(voters, game.weights, shares);
  });
  return normalised(shares, coalitions);
}
