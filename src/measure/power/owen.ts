import type { Game } from "./game.ts";
import { unionPivots } from "./union-pivots.ts";
import type { UnionIndex, Unions } from "./unions.ts";

/**
 * The Owen value: the part of all orders in which a voter turns the vote, among the orders that keep every union together.
 *
 * @param unions sets of voters who stand together; a voter that none names stands alone.
 * @returns n numbers that sum to 1, in the order of `weights`. A dummy has 0.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `unions/empty`, `unions/voter`,
 * `unions/twice`; `power/size`.
 * @see Owen 1977.
 * @example Madrid, 2015: PP and Cs together.
 * ```ts
 * import { owen } from "tawazun/measure";
 * const madrid2015 = { quota: 65, weights: [48, 37, 27, 17] }; // PP PSOE Podemos Cs
 * owen(madrid2015, [[0, 3]]).map((share) => Math.round(share * 3)); //=> [2, 0, 0, 1]
 * ```
 */
export function owen(game: Game, unions: Unions): readonly number[] {
  return unionPivots(game, unions, "order", "order");
}

export const owenIndex: UnionIndex = {
  id: "owen",
  name: "Owen value",
  sources: [{ ref: "owen1977" }, { ref: "staudacher2022" }],
  says: "The part of all orders in which the voter turns the vote, if unions stay together in the order and so do not mix.",
  formula:
    "Σ h! (m − h − 1)! / m! · t! (u − t − 1)! / u! over sets of h of the other unions and t of i’s u − 1 mates whom i turns; m unions",
  sumsToOne: true,
  of: owen,
};
