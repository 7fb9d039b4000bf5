import type { Game } from "./game.ts";
import { unionPivots } from "./union-pivots.ts";
import type { UnionIndex, Unions } from "./unions.ts";

/**
 * The symmetric coalitional Banzhaf value: unions decide by fair coins, and their members join one by one in any order.
 *
 * @param unions sets of voters who stand together; a voter that none names stands alone.
 * @returns n numbers from 0 to 1, in the order of `weights`; the members of a union sum to its Banzhaf power. A dummy has 0.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `unions/empty`, `unions/voter`,
 * `unions/twice`; `power/size`.
 * @see Alonso-Meijide & Fiestras-Janeiro 2002.
 * @example Madrid, 2015: PP and Cs together.
 * ```ts
 * import { symmetricCoalitionalBanzhaf } from "tawazun/measure";
 * const madrid2015 = { quota: 65, weights: [48, 37, 27, 17] }; // PP PSOE Podemos Cs
 * symmetricCoalitionalBanzhaf(madrid2015, [[1, 2, 3]]).map((x) => Math.round(x * 3)); //=> [0, 1, 1, 1]
 * ```
 */
export function symmetricCoalitionalBanzhaf(game: Game, unions: Unions): readonly number[] {
  return unionPivots(game, unions, "coin", "order");
}

export const symmetricCoalitionalBanzhafIndex: UnionIndex = {
  id: "symmetric-coalitional-banzhaf",
  name: "Symmetric coalitional Banzhaf value",
  sources: [{ ref: "alonso2002" }, { ref: "staudacher2022" }],
  says: "The union's Banzhaf power, divided among its members by the orders in which each turns the vote.",
  formula:
    "Σ 1 / 2ᵐ⁻¹ · t! (u − t − 1)! / u! over sets of other unions and t of i’s u − 1 mates whom i turns; m unions",
  sumsToOne: false,
  of: symmetricCoalitionalBanzhaf,
};
