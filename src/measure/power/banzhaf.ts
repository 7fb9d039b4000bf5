import { decisiveness, fromSwings } from "./decisiveness.ts";
import type { Game } from "./game.ts";
import type { Bounded } from "./many-voters.ts";
import { defineIndex } from "./power-index.ts";
import type { RuleGame } from "./rule.ts";

/** Each voter's part of all swings, with the error that follows from those of the parts. */
function shareOfSwings(game: Game | RuleGame): Bounded {
  const { swinging } = decisiveness(game);
  const total = swinging.values.reduce((sum, value) => sum + value, 0);
  const error = swinging.errors.reduce((sum, value) => sum + value, 0) / total;
  return {
    values: swinging.values.map((value) => value / total),
    errors: swinging.errors.map((own, i) => own / total + (swinging.values[i] / total) * error),
  };
}

/**
 * The normalised Banzhaf index: each voter's share of all swings.
 *
 * @returns n numbers that sum to 1, in the order of `weights`. A dummy has 0.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size` if no exact method is in
 * reach.
 * @remarks What some programs call "normalised" is {@link banzhafAbsolute}. For comparing voters within one game; only
 * the absolute index compares games. The raw one is {@link swings}.
 * @see Banzhaf 1965; Felsenthal & Machover 1998, chapter 3.
 * @example
 * ```ts
 * import { banzhaf } from "tawazun/measure";
 * banzhaf({ quota: 51, weights: [50, 49, 1] }); //=> [0.6, 0.2, 0.2]
 * ```
 */
export function banzhaf(game: Game | RuleGame): readonly number[] {
  return Array.from(shareOfSwings(game).values);
}

/**
 * The absolute Banzhaf index: the probability that a voter decides the vote if all others vote by a fair coin.
 *
 * @returns n numbers from 0 to 1; they do not sum to 1.
 * @throws {TawazunError} as {@link banzhaf}.
 * @see Penrose 1946, p. 53; Dubey & Shapley 1979.
 * @example
 * ```ts
 * import { banzhafAbsolute } from "tawazun/measure";
 * banzhafAbsolute({ quota: 5, weights: [3, 2, 2, 1] }); //=> [0.625, 0.375, 0.375, 0.125]
 * ```
 */
export function banzhafAbsolute(game: Game | RuleGame): readonly number[] {
  return Array.from(decisiveness(game).swinging.values);
}

export const banzhafIndex = defineIndex({
  id: "banzhaf",
  name: "Banzhaf index, normalised",
  sources: [{ ref: "banzhaf1965" }, { ref: "felsenthal1998", at: "chapter 3" }],
  says: "The voter's share of all swings: of all cases in which a winning coalition would lose without one of its voters.",
  formula: "βᵢ = ηᵢ / Σⱼ ηⱼ, ηᵢ the coalitions that win with i and lose without",
  sumsToOne: true,
  measure: shareOfSwings,
});

export const banzhafAbsoluteIndex = defineIndex({
  id: "banzhaf-absolute",
  name: "Banzhaf index, absolute",
  sources: [{ ref: "penrose1946", at: "p. 53" }, { ref: "dubey1979" }],
  says: "The probability that the voter decides the vote if all others vote by a fair coin.",
  formula: "βᵢ = ηᵢ / 2ⁿ⁻¹, ηᵢ the coalitions that win with i and lose without, n voters",
  sumsToOne: false,
  measure: (game) => fromSwings(decisiveness(game), (part) => part, 1),
});
