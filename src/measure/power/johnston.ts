import { MOST_FOR_COUNTS, reduced, refuseCount } from "./counts.ts";
import { checkGame, type Game } from "./game.ts";
import { criticalCounts, ruleCriticalCounts } from "./johnston-counts.ts";
import type { Bounded } from "./many-voters.ts";
import { defineIndex } from "./power-index.ts";
import { hasRule, type RuleGame, votersOf } from "./rule.ts";

function measure(game: Game | RuleGame): Bounded {
  const n = votersOf(game);
  if (n > MOST_FOR_COUNTS) refuseCount(n, "Join small voters into one.");
  const counts = hasRule(game) ? ruleCriticalCounts(game) : criticalCounts(reduced(checkGame(game)));
  const values = new Float64Array(n);
  let vulnerable = 0;
  for (let i = 0; i < n; i++) {
    for (let c = 1; c <= n; c++) values[i] += counts[i * (n + 1) + c] / c;
    vulnerable += values[i];
  }
  return { values: values.map((value) => value / vulnerable), errors: new Float64Array(n) };
}

/**
 * The Johnston index: each winning coalition with critical members counts once, divided evenly among these.
 *
 * @returns n numbers that sum to 1, in the order of `weights`. A dummy has 0.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/count` above 53 voters; `power/size`.
 * @remarks All coalitions for few voters, dynamic programming over votes else; the counts are exact.
 * @see Johnston 1978.
 * @example
 * ```ts
 * import { johnston } from "tawazun/measure";
 * johnston({ quota: 6, weights: [5, 1, 1, 1] }).map((share) => Math.round(share * 14)); //=> [11, 1, 1, 1]
 * ```
 */
export function johnston(game: Game | RuleGame): readonly number[] {
  return Array.from(measure(game).values);
}

export const johnstonIndex = defineIndex({
  id: "johnston",
  name: "Johnston index",
  sources: [{ ref: "johnston1978" }],
  says: "The voter's share if each coalition that some member could bring down counts once, divided evenly among those.",
  formula: "χᵢ / Σⱼ χⱼ, χᵢ = Σ 1 / κ over the coalitions that i can bring down; κ members of each can",
  sumsToOne: true,
  measure,
});
