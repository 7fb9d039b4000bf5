import { decisiveness, fromSwings } from "./decisiveness.ts";
import type { Game } from "./game.ts";
import type { Bounded } from "./many-voters.ts";
import { defineIndex } from "./power-index.ts";
import type { RuleGame } from "./rule.ts";

function measure(game: Game | RuleGame): Bounded {
  const all = decisiveness(game);
  return fromSwings(all, (part) => (1 + part / (2 * all.passing)) / 2, 1 / (4 * all.passing));
}

/**
 * König and Bräuninger's inclusiveness: the part of the winning coalitions that include the voter.
 *
 * @returns n numbers from ½ (a dummy) to 1 (a blocker).
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size`.
 * @see König & Bräuninger 1998.
 * @example
 * ```ts
 * import { inclusiveness } from "tawazun/measure";
 * inclusiveness({ quota: 4, weights: [2, 1, 1] }); //=> [1, 1, 1]
 * ```
 */
export function inclusiveness(game: Game | RuleGame): readonly number[] {
  return Array.from(measure(game).values);
}

export const inclusivenessIndex = defineIndex({
  id: "konig-brauninger",
  name: "König–Bräuninger inclusiveness",
  sources: [{ ref: "konig1998" }],
  says: "The part of the winning coalitions that include the voter.",
  formula: "ωᵢ / ω, ωᵢ the winning coalitions with i, ω all that win",
  sumsToOne: false,
  dummiesGet: "half: a winning coalition wins with a dummy and without it",
  measure,
});
