import { TawazunError } from "../../base/index.ts";
import { checkGame, type Game } from "../power/index.ts";
import type { Coalition } from "./coalition.ts";

/**
 * The minimal connected winning coalitions: neighbours on one scale who win together, and lose without either end.
 *
 * @param positions of the voters on any scale. Voters at one position stand in the order of `weights`.
 * @returns coalitions from the low end of the scale to the high one; each names its voters in rising order.
 * @throws {TawazunError} `game/weight`, `game/quota`; `coalition/positions` if there is not one finite position a voter.
 * @remarks Voters without votes are left out: they connect nobody.
 * @see Axelrod 1970, chapter 8.
 * @example
 * ```ts
 * import { minimalConnected } from "tawazun/measure";
 * minimalConnected({ quota: 51, weights: [30, 25, 26, 19] }, [1, 5, 3, 9]); //=> [[0, 2], [1, 2]]
 * ```
 */
export function minimalConnected(game: Game, positions: readonly number[]): readonly Coalition[] {
  checkGame(game);
  if (positions.length !== game.weights.length || !positions.every(Number.isFinite)) {
    throw new TawazunError(
      "coalition/positions",
      `There are ${game.weights.length} voters and ${positions.filter(Number.isFinite).length} positions; give each voter a number.`,
    );
  }
  const order = positions
    .map((_, i) => i)
    .filter((i) => game.weights[i] > 0)
    .sort((a, b) => positions[a] - positions[b] || a - b);
  const quota = BigInt(game.quota);
  const found: Coalition[] = [];
  let votes = 0n;
  let low = 0;
  for (let high = 0; high < order.length; high++) {
    votes += BigInt(game.weights[order[high]]);
    if (votes < quota) continue;
    // drop what the low end can spare; what is left loses without either end, if it lost without the high one
    const before = votes - BigInt(game.weights[order[high]]);
    let spared = 0n;
    while (votes - spared - BigInt(game.weights[order[low]]) >= quota) {
      spared += BigInt(game.weights[order[low]]);
      low++;
    }
    votes -= spared;
    if (before - spared < quota) found.push(order.slice(low, high + 1).sort((a, b) => a - b));
  }
  return found;
}
