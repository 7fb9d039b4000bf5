import { MOST_FOR_COUNTS, reduced, refuseCount } from "./counts.ts";
import { checkGame, type Game } from "./game.ts";
import type { Bounded } from "./many-voters.ts";
import { minimalCounts, ruleMinimalCounts } from "./minimal-counts.ts";
import { defineIndex } from "./power-index.ts";
import { hasRule, type RuleGame, votersOf } from "./rule.ts";

/** Each voter's share of the sum, each coalition counted by a worth of its size. */
export function shareOfMinimal(game: Game | RuleGame, worth: (size: number) => number): Bounded {
  const n = votersOf(game);
  if (n > MOST_FOR_COUNTS) refuseCount(n, "Join small voters into one.");
  const counts = hasRule(game) ? ruleMinimalCounts(game) : minimalCounts(reduced(checkGame(game)));
  const values = new Float64Array(n);
  let total = 0;
  for (let i = 0; i < n; i++) {
    for (let s = 1; s <= n; s++) values[i] += worth(s) * counts.with[i * (n + 1) + s];
    total += values[i];
  }
  return { values: values.map((value) => value / total), errors: new Float64Array(n) };
}

/**
 * Holler's public good index: the voter's share of all places in minimal winning coalitions.
 *
 * @returns n numbers that sum to 1, in the order of `weights`. A dummy has 0. Not monotonic: a voter may have less
 * than another with fewer votes.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/count` above 53 voters; `power/size`.
 * @see Holler 1982.
 * @example
 * ```ts
 * import { publicGood } from "tawazun/measure";
 * publicGood({ quota: 51, weights: [35, 20, 15, 15, 15] }).map((share) => Math.round(share * 60)); //=> [16, 8, 12, 12, 12]
 * ```
 */
export function publicGood(game: Game | RuleGame): readonly number[] {
  return Array.from(shareOfMinimal(game, () => 1).values);
}

export const publicGoodIndex = defineIndex({
  id: "public-good",
  name: "Holler's public good index",
  sources: [{ ref: "holler1982" }],
  says: "The voter's share of all places in minimal winning coalitions.",
  formula: "mᵢ / Σⱼ mⱼ, mᵢ the minimal winning coalitions with i",
  sumsToOne: true,
  measure: (game) => shareOfMinimal(game, () => 1),
});
