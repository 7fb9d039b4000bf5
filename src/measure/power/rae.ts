import { decisiveness, fromSwings } from "./decisiveness.ts";
import type { Game } from "./game.ts";
import type { Bounded } from "./many-voters.ts";
import { defineIndex } from "./power-index.ts";
import type { RuleGame } from "./rule.ts";

function measure(game: Game | RuleGame): Bounded {
  return fromSwings(decisiveness(game), (part) => (1 + part) / 2, 1 / 2);
}

/**
 * The Rae index: the probability that the outcome agrees with the voter, if all vote by a fair coin.
 *
 * @returns n numbers from ½ (a dummy) to 1 (a dictator).
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size`.
 * @see Rae 1969; Dubey & Shapley 1979 for the formula ½ + ½ β′.
 * @example
 * ```ts
 * import { rae } from "tawazun/measure";
 * rae({ quota: 3, weights: [2, 1, 1] }); //=> [0.875, 0.625, 0.625]
 * ```
 */
export function rae(game: Game | RuleGame): readonly number[] {
  return Array.from(measure(game).values);
}

export const raeIndex = defineIndex({
  id: "rae",
  name: "Rae index",
  sources: [{ ref: "rae1969" }],
  says: "The probability that the outcome is as the voter wants, if all vote by a fair coin.",
  formula: "½ + ηᵢ / 2ⁿ, ηᵢ the coalitions that win with i and lose without, n voters",
  sumsToOne: false,
  dummiesGet: "half: an outcome is as wanted half of the time even for those who never decide it",
  measure,
});
