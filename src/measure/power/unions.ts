import { type Source, TawazunError } from "../../base/index.ts";
import { checkGame, type Game } from "./game.ts";

/**
 * A-priori unions: sets of voters who negotiate as one. A voter that no union names stands alone.
 *
 * @example Voters 0 and 3 together; 1 and 2 each alone.
 * ```ts
 * import type { Unions } from "tawazun/measure";
 * const unions: Unions = [[0, 3]];
 * ```
 */
export type Unions = readonly (readonly number[])[];

/** An index for games with a-priori unions. */
export interface UnionIndex {
  /** Kebab-case and stable. */
  readonly id: string;
  readonly name: string;
  readonly sources: readonly Source[];
  /** What the number is, in one sentence for an analyst. */
  readonly says: string;
  /** The same in symbols, each of which is told. */
  readonly formula: string;
  readonly sumsToOne: boolean;
  /** Numbers from 0 to 1 in the order of the weights, exact. */
  readonly of: (game: Game, unions: Unions) => readonly number[];
}

/**
 * Every voter in exactly one union: those given, then each other voter alone.
 *
 * @throws {TawazunError} `game/weight`, `game/quota`; `unions/empty`, `unions/voter`, `unions/twice`.
 */
export function partition(game: Game, unions: Unions): readonly (readonly number[])[] {
  checkGame(game);
  const n = game.weights.length;
  const seen = new Set<number>();
  unions.forEach((union, k) => {
    if (union.length === 0) {
      throw new TawazunError("unions/empty", `Union ${k + 1} has no voter; leave it out.`);
    }
    for (const voter of union) {
      if (!Number.isInteger(voter) || voter < 0 || voter >= n) {
        throw new TawazunError(
          "unions/voter",
          `Union ${k + 1} names voter ${voter}; the voters are counted from 0 to ${n - 1}.`,
        );
      }
      if (seen.has(voter)) {
        throw new TawazunError("unions/twice", `Voter ${voter} is named twice; a voter is in one union.`);
      }
      seen.add(voter);
    }
  });
  const alone = game.weights.map((_, i) => i).filter((i) => !seen.has(i));
  return [...unions, ...alone.map((i) => [i])];
}
