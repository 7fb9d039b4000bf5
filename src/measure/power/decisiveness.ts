import { counts, MOST_FOR_COUNTS, reduced } from "./counts.ts";
import { checkGame, type Game } from "./game.ts";
import { type Bounded, fairCoin } from "./many-voters.ts";
import { hasRule, type RuleGame, votersOf } from "./rule.ts";
import { ruleCoins, ruleCounts } from "./rule-tally.ts";

/** How often a motion passes, and each voter decides it, if everybody votes by a fair coin. */
export interface Decisiveness {
  /** Part of all coalitions that win. */
  readonly passing: number;
  /** Part of all coalitions that lose; kept beside the other, because 1 less a small number forgets it. */
  readonly failing: number;
  /** Part of the coalitions of the others that each voter turns into winning ones. */
  readonly swinging: Bounded;
}

/**
 * Winning coalitions and swings as parts of all coalitions: counted exactly for up to 53 voters, as a distribution of
 * votes above.
 *
 * @see Dubey & Shapley 1979.
 */
export function decisiveness(game: Game | RuleGame): Decisiveness {
  const n = votersOf(game);
  if (hasRule(game) && n > MOST_FOR_COUNTS) {
    const { passing, swinging } = ruleCoins(game);
    return { passing, failing: 1 - passing, swinging };
  }
  if (!hasRule(game) && n > MOST_FOR_COUNTS) {
    checkGame(game);
    const { passing, failing, values, errors } = fairCoin(reduced(game));
    return { passing, failing, swinging: { values, errors } };
  }
  const { winning, swings } = hasRule(game) ? ruleCounts(game) : counts(game);
  return {
    passing: winning / 2 ** n,
    failing: (2 ** n - winning) / 2 ** n,
    swinging: { values: swings.map((count) => count / 2 ** (n - 1)), errors: new Float64Array(n) },
  };
}

/**
 * Each voter's number from its swings.
 *
 * @param slope how fast the number grows with the part of swings, for the error that follows.
 */
export function fromSwings(
  { swinging }: Decisiveness,
  number: (part: number) => number,
  slope: number,
): Bounded {
  return {
    values: swinging.values.map(number),
    errors: swinging.errors.map((error) => (error === 0 ? 0 : (error + 2 ** -50) * slope)),
  };
}
