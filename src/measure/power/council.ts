import { TawazunError } from "../../base/index.ts";
import type { RuleGame } from "./rule.ts";

/**
 * The qualified majority of the Council of the European Union since the Treaty of Lisbon: 55 % of the members with
 * 65 % of the population; a blocking minority needs at least four members.
 *
 * @param populations of the members, as whole numbers: persons, not rounded.
 * @throws {TawazunError} `council/members` for fewer than five members; `game/weight` for populations that are not
 * whole numbers.
 * @remarks Both thresholds are rounded up as whole numbers, so that no share is lost to floating point.
 * @see Treaty on European Union, article 16 (4).
 * @example Twenty-seven members of one million: fifteen are enough for the members' part, eighteen for the population's.
 * ```ts
 * import { qualifiedMajority } from "tawazun/measure";
 * qualifiedMajority(new Array(27).fill(1_000_000)).rule;
 * //=> { any: [{ all: [{ quota: 17550000, weights: new Array(27).fill(1_000_000) }, { least: 15 }] }, { least: 24 }] }
 * ```
 */
export function qualifiedMajority(populations: readonly number[]): RuleGame {
  const n = populations.length;
  if (n < 5) {
    throw new TawazunError(
      "council/members",
      `There are ${n} members; the rule speaks of blocking minorities of four.`,
    );
  }
  const total = populations.reduce((sum, population) => sum + population, 0);
  const part = (percent: number, of: number): number =>
    Number.isSafeInteger(100 * of)
      ? Math.ceil((percent * of) / 100)
      : Number((BigInt(percent) * BigInt(of) + 99n) / 100n);
  return {
    voters: n,
    rule: {
      any: [
        { all: [{ quota: part(65, total), weights: populations }, { least: part(55, n) }] },
        { least: n - 3 },
      ],
    },
  };
}
