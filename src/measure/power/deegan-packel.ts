import type { Game } from "./game.ts";
import { defineIndex } from "./power-index.ts";
import { shareOfMinimal } from "./public-good.ts";
import type { RuleGame } from "./rule.ts";

/**
 * The Deegan–Packel index: every minimal winning coalition is equally likely, and its members share alike.
 *
 * @returns n numbers that sum to 1, in the order of `weights`. A dummy has 0. Not monotonic in the weights.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/count` above 53 voters; `power/size`.
 * @see Deegan & Packel 1978.
 * @example
 * ```ts
 * import { deeganPackel } from "tawazun/measure";
 * deeganPackel({ quota: 51, weights: [35, 20, 15, 15, 15] }).map((share) => Math.round(share * 60)); //=> [18, 9, 11, 11, 11]
 * ```
 */
export function deeganPackel(game: Game | RuleGame): readonly number[] {
  return Array.from(shareOfMinimal(game, (size) => 1 / size).values);
}

export const deeganPackelIndex = defineIndex({
  id: "deegan-packel",
  name: "Deegan–Packel index",
  sources: [{ ref: "deegan1978" }],
  says: "The voter's expected share if every minimal winning coalition is equally likely and its members share alike.",
  formula: "(1 / m) Σ 1 / s over the minimal winning coalitions with i; m of them in all, s members",
  sumsToOne: true,
  measure: (game) => shareOfMinimal(game, (size) => 1 / size),
});
