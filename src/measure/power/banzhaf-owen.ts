import type { Game } from "./game.ts";
import { unionPivots } from "./union-pivots.ts";
import type { UnionIndex, Unions } from "./unions.ts";

/**
 * The Banzhaf–Owen value: the probability that a voter decides the vote, if every other union and every mate in its own throws a fair coin.
 *
 * @param unions sets of voters who stand together; a voter that none names stands alone.
 * @returns n numbers from 0 to 1, in the order of `weights`; they do not sum to 1. A dummy has 0.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `unions/empty`, `unions/voter`,
 * `unions/twice`; `power/size`.
 * @see Owen 1981.
 * @example Madrid, 2015: PP and Cs together.
 * ```ts
 * import { banzhafOwen } from "tawazun/measure";
 * const madrid2015 = { quota: 65, weights: [48, 37, 27, 17] }; // PP PSOE Podemos Cs
 * banzhafOwen(madrid2015, [[0, 3]]); //=> [0.75, 0, 0, 0.25]
 * ```
 */
export function banzhafOwen(game: Game, unions: Unions): readonly number[] {
  return unionPivots(game, unions, "coin", "coin");
}

export const banzhafOwenIndex: UnionIndex = {
  id: "banzhaf-owen",
  name: "Banzhaf–Owen value",
  sources: [{ ref: "owen1981" }, { ref: "staudacher2022" }],
  says: "The probability that the voter decides the vote, if every other union, and every other member of its own, decides by a fair coin.",
  formula:
    "η / (2ᵐ⁻¹ · 2ᵘ⁻¹), η the sets of other unions with some of i’s u − 1 mates whom i turns; m unions",
  sumsToOne: false,
  of: banzhafOwen,
};
