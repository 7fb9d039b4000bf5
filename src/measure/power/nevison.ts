import { decisiveness, fromSwings } from "./decisiveness.ts";
import type { Game } from "./game.ts";
import type { Bounded } from "./many-voters.ts";
import { defineIndex } from "./power-index.ts";
import type { RuleGame } from "./rule.ts";

function measure(game: Game | RuleGame): Bounded {
  const all = decisiveness(game);
  return fromSwings(all, (part) => all.passing + part / 2, 3 / 2);
}

/**
 * The Nevison index: the part of the coalitions with the voter that win.
 *
 * @returns n numbers from 0 to 1 (a dictator).
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size`.
 * @see Nevison 1979.
 * @example
 * ```ts
 * import { nevison } from "tawazun/measure";
 * nevison({ quota: 3, weights: [2, 1, 1] }); //=> [0.75, 0.5, 0.5]
 * ```
 */
export function nevison(game: Game | RuleGame): readonly number[] {
  return Array.from(measure(game).values);
}

export const nevisonIndex = defineIndex({
  id: "nevison",
  name: "Nevison index",
  sources: [{ ref: "nevison1979" }],
  says: "The part of the coalitions with the voter that win.",
  formula: "ωᵢ / 2ⁿ⁻¹, ωᵢ the winning coalitions with i, n voters",
  sumsToOne: false,
  dummiesGet: "the part of all coalitions that win: its own vote makes no difference to that",
  measure,
});
