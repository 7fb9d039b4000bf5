import { decisiveness, fromSwings } from "./decisiveness.ts";
import type { Game } from "./game.ts";
import type { Bounded } from "./many-voters.ts";
import { defineIndex } from "./power-index.ts";
import type { RuleGame } from "./rule.ts";

function measure(game: Game | RuleGame): Bounded {
  const all = decisiveness(game);
  const places = all.swinging.values.map((part) => all.passing + part / 2);
  const total = places.reduce((sum, next) => sum + next, 0);
  return fromSwings(all, (part) => (all.passing + part / 2) / total, 3 / total);
}

/**
 * The public help index θ: the voter's share of all places in winning coalitions.
 *
 * @returns n numbers that sum to 1.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size`.
 * @see Bertini, Gambarelli & Stach 2008.
 * @example
 * ```ts
 * import { publicHelp } from "tawazun/measure";
 * publicHelp({ quota: 3, weights: [2, 1, 1] }).map((share) => share * 7); //=> [3, 2, 2]
 * ```
 */
export function publicHelp(game: Game | RuleGame): readonly number[] {
  return Array.from(measure(game).values);
}

export const publicHelpIndex = defineIndex({
  id: "public-help",
  name: "Public help index θ",
  sources: [{ ref: "bertini2008" }],
  says: "The voter's share of all places in winning coalitions.",
  formula: "ωᵢ / Σⱼ ωⱼ, ωᵢ the winning coalitions with i",
  sumsToOne: true,
  dummiesGet: "its places in winning coalitions count, needed or not: the index values help that goes to all",
  measure,
});
