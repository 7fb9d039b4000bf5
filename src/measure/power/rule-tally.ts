// Rules of several parts: one quota with clauses on size by sorted halves, any other by its decision diagram.

import { MOST_FOR_COUNTS, reduced } from "./counts.ts";
import { diagram } from "./diagram.ts";
import { chancesOn, tallyOn } from "./diagram-counts.ts";
import { type Halves, halves, MOST_FOR_HALVES } from "./halves.ts";
import { halvesOfLarge } from "./halves-of-large.ts";
import type { Bounded } from "./many-voters.ts";
import { MOST_FOR_WHOLE_WORTH, orderWorth } from "./order-worth.ts";
import { quadratureFor, relativeError } from "./quadrature.ts";
import { checkRuleGame, type RuleGame } from "./rule.ts";
import { type SizeClause, sizeClause } from "./size-clause.ts";
import type { Counts } from "./swings-by-votes.ts";
import { WEIGHING_ERROR, weighWinning, worthTable } from "./weigh-winning.ts";

/** The clause of a game small enough to be swept over. */
function clauseOf(game: RuleGame): SizeClause | undefined {
  return game.voters <= MOST_FOR_HALVES ? sizeClause(game) : undefined;
}

function halvesOf(clause: SizeClause): Halves {
  const { quota, weights, total } = reduced(clause.game);
  const sort = total > Number.MAX_SAFE_INTEGER ? halvesOfLarge : halves;
  return sort(quota, weights, weights.length);
}

/** Weighs the winning coalitions of a clause: those told by their votes, and those that win by their size. */
function weigh(
  { least, always }: SizeClause,
  game: Halves,
  worth: (size: number) => number,
  out: Float64Array,
): number {
  const n = out.length;
  const { left, right } = game;
  const table = worthTable(left, right, (a, b) => (a + b >= least && a + b < always ? worth(a + b) : 0));
  let sum = weighWinning(game, table, out);
  // C(n − 1, s − 1) coalitions of s voters hold any one of them
  let holding = 1;
  for (let s = 1; s <= n; s++) {
    if (s >= always) {
      for (let i = 0; i < n; i++) out[i] += holding * worth(s);
      sum += ((holding * n) / s) * worth(s);
    }
    holding = (holding * (n - s)) / s;
  }
  return sum;
}

/** Winning coalitions and swings of a rule, exactly. At most 53 voters. */
export function ruleCounts(game: RuleGame): Counts {
  checkRuleGame(game);
  const n = game.voters;
  const clause = clauseOf(game);
  const swings = new Float64Array(n);
  if (clause !== undefined) {
    const winning = weigh(clause, halvesOf(clause), () => 1, swings);
    return { winning, swings: swings.map((count) => 2 * count - winning) };
  }
  const tally = tallyOn(diagram(game));
  for (let i = 0; i < n; i++) for (let s = 0; s < n; s++) swings[i] += tally.swings[i * n + s];
  return { winning: tally.winning.reduce((sum, count) => sum + count, 0), swings };
}

/** Probabilities of passing and of turning the vote by fair coins, for any number of voters. */
export function ruleCoins(game: RuleGame): { readonly passing: number; readonly swinging: Bounded } {
  const { passing, pivots } = chancesOn(diagram(game), 0.5);
  const errors = pivots.map((value) => (value === 0 ? 0 : game.voters * 2 ** -50));
  return { passing, swinging: { values: pivots, errors } };
}

/** The part of all orders that each voter turns under a rule. */
export function ruleOrders(game: RuleGame): Bounded {
  checkRuleGame(game);
  const n = game.voters;
  if (n > MOST_FOR_COUNTS) return overChances(game);
  const { before, scale } = orderWorth(n);
  const values = new Float64Array(n);
  const clause = clauseOf(game);
  if (clause === undefined) {
    const { swings } = tallyOn(diagram(game));
    for (let i = 0; i < n; i++) {
      for (let s = 0; s < n; s++) values[i] += swings[i * n + s] * before[s];
      values[i] /= scale;
    }
    return { values, errors: values.map((value) => (n <= MOST_FOR_WHOLE_WORTH ? 0 : n * 2 ** -52 * value)) };
  }
  weigh(clause, halvesOf(clause), (s) => before[s - 1] + (s < n ? before[s] : 0), values);
  // every order has one pivot: see weighOrders
  const outside = (values.reduce((sum, value) => sum + value, 0) - scale) / n;
  const error = n <= MOST_FOR_WHOLE_WORTH ? 0 : 18 * WEIGHING_ERROR;
  return {
    values: values.map((value) => (value - outside) / scale),
    errors: new Float64Array(n).fill(error),
  };
}

function overChances(game: RuleGame): Bounded {
  const n = game.voters;
  const asked = diagram(game);
  const rule = quadratureFor(n - 1);
  const values = new Float64Array(n);
  rule.nodes.forEach((t, k) => {
    const at = chancesOn(asked, t).pivots;
    const mirrored = 2 * k + 1 === rule.order ? new Float64Array(n) : chancesOn(asked, 1 - t).pivots;
    for (let i = 0; i < n; i++) values[i] += rule.weights[k] * (at[i] + mirrored[i]);
  });
  const relative = relativeError(rule, n - 1);
  return {
    values,
    errors: values.map((value) => (value === 0 ? 0 : relative * value + n * 2 ** -50)),
  };
}
