import { decisiveness, fromSwings } from "./decisiveness.ts";
import type { Game } from "./game.ts";
import type { Bounded } from "./many-voters.ts";
import { defineIndex } from "./power-index.ts";
import type { RuleGame } from "./rule.ts";

/**
 * Coleman's power of a collectivity to act: the part of all coalitions that win.
 *
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size`.
 * @see Coleman 1971.
 * @example Fourteen of the 64 coalitions of the Six could pass a motion.
 * ```ts
 * import { powerToAct } from "tawazun/measure";
 * powerToAct({ quota: 12, weights: [4, 4, 4, 2, 2, 1] }); //=> 0.21875
 * ```
 */
export function powerToAct(game: Game | RuleGame): number {
  return decisiveness(game).passing;
}

// a number for each voter: swings over winning, or over losing coalitions
function prevent(game: Game | RuleGame): Bounded {
  const all = decisiveness(game);
  return fromSwings(all, (part) => part / (2 * all.passing), 1 / (2 * all.passing));
}

function initiate(game: Game | RuleGame): Bounded {
  const all = decisiveness(game);
  return fromSwings(all, (part) => part / (2 * all.failing), 1 / (2 * all.failing));
}

/**
 * Coleman's power to prevent action: the part of the winning coalitions that would lose without the voter.
 *
 * @returns n numbers from 0 (a dummy) to 1 (a blocker).
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size`.
 * @see Coleman 1971.
 * @example
 * ```ts
 * import { powerToPrevent } from "tawazun/measure";
 * powerToPrevent({ quota: 3, weights: [2, 1, 1] }).map((part) => part * 3); //=> [3, 1, 1]
 * ```
 */
export function powerToPrevent(game: Game | RuleGame): readonly number[] {
  return Array.from(prevent(game).values);
}

/**
 * Coleman's power to initiate action: the part of the losing coalitions that would win with the voter.
 *
 * @returns n numbers from 0 (a dummy) to 1 (a dictator).
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size`.
 * @see Coleman 1971.
 * @example
 * ```ts
 * import { powerToInitiate } from "tawazun/measure";
 * powerToInitiate({ quota: 3, weights: [2, 1, 1] }).map((part) => part * 5); //=> [3, 1, 1]
 * ```
 */
export function powerToInitiate(game: Game | RuleGame): readonly number[] {
  return Array.from(initiate(game).values);
}

export const powerToPreventIndex = defineIndex({
  id: "coleman-prevent",
  name: "Coleman's power to prevent action",
  sources: [{ ref: "coleman1971" }],
  says: "The part of the winning coalitions that would lose without the voter.",
  formula: "ηᵢ / ω, ηᵢ the coalitions that win with i and lose without, ω all that win",
  sumsToOne: false,
  measure: prevent,
});

export const powerToInitiateIndex = defineIndex({
  id: "coleman-initiate",
  name: "Coleman's power to initiate action",
  sources: [{ ref: "coleman1971" }],
  says: "The part of the losing coalitions that would win with the voter.",
  formula: "ηᵢ / λ, ηᵢ the coalitions that win with i and lose without, λ all that lose",
  sumsToOne: false,
  measure: initiate,
});
