import { TawazunError } from "../../base/index.ts";
import type { Game } from "../power/index.ts";

/** A set of voters acting on one decision: their places in `weights`, rising. */
export type Coalition = readonly number[];

/** Votes of a coalition, of any length. */
function votes({ weights }: Game, coalition: Coalition): bigint {
  let sum = 0n;
  const seen = new Set<number>();
  for (const voter of coalition) {
    if (!Number.isInteger(voter) || voter < 0 || voter >= weights.length || seen.has(voter)) {
      throw new TawazunError(
        "coalition/voter",
        `A coalition names each voter once, by its place from 0 to ${weights.length - 1}; ${voter} ${seen.has(voter) ? "stands twice" : "is none"}.`,
      );
    }
    seen.add(voter);
    sum += BigInt(weights[voter]);
  }
  return sum;
}

/**
 * Whether a coalition reaches the quota.
 *
 * @throws {TawazunError} `coalition/voter` if a voter is named twice or does not exist.
 * @example
 * ```ts
 * import { isWinning } from "tawazun/measure";
 * isWinning({ quota: 12, weights: [4, 4, 4, 2, 2, 1] }, [0, 1, 3, 4]); //=> true
 * ```
 */
export function isWinning(game: Game, coalition: Coalition): boolean {
  return votes(game, coalition) >= BigInt(game.quota);
}

/**
 * Whether a coalition can keep the others from reaching the quota.
 *
 * @throws {TawazunError} `coalition/voter`.
 * @example Two of the three large members of the EEC of 1958 together could block.
 * ```ts
 * import { isBlocking } from "tawazun/measure";
 * isBlocking({ quota: 12, weights: [4, 4, 4, 2, 2, 1] }, [0, 1]); //=> true
 * ```
 */
export function isBlocking(game: Game, coalition: Coalition): boolean {
  const total = game.weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  return total - votes(game, coalition) < BigInt(game.quota);
}

/**
 * The members without whom a winning coalition would lose.
 *
 * @returns voters, rising; none if the coalition loses, or can spare each member.
 * @throws {TawazunError} `coalition/voter`.
 * @example
 * ```ts
 * import { critical } from "tawazun/measure";
 * critical({ quota: 12, weights: [4, 4, 4, 2, 2, 1] }, [0, 1, 2, 5]); //=> [0, 1, 2]
 * ```
 */
export function critical(game: Game, coalition: Coalition): Coalition {
  const quota = BigInt(game.quota);
  const sum = votes(game, coalition);
  if (sum < quota) return [];
  return coalition.filter((voter) => sum - BigInt(game.weights[voter]) < quota).sort((a, b) => a - b);
}
