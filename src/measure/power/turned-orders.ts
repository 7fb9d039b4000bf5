import { countOnce, MOST_FOR_COUNTS, type Reduced, reduced, wayToCount } from "./counts.ts";
import { checkGame, type Game } from "./game.ts";
import type { Halves } from "./halves.ts";
import { type Bounded, overAllChances } from "./many-voters.ts";
import { MOST_FOR_WHOLE_WORTH, orderWorth } from "./order-worth.ts";
import { hasRule, type RuleGame } from "./rule.ts";
import { ruleOrders } from "./rule-tally.ts";
import { swingsBySize } from "./swings-by-size.ts";
import { WEIGHING_ERROR, weighWinning } from "./weigh-winning.ts";

/** Counting by votes and size takes no more additions than this. */
const MOST_STEPS = 2e8;

/**
 * In what part of all orders of the voters each one turns a losing coalition into a winning one.
 *
 * @returns values, and how far off each can be: 0 where it is a ratio of whole numbers, rounded once.
 */
export function turnedOrders(game: Game | RuleGame): Bounded {
  if (hasRule(game)) return ruleOrders(game);
  checkGame(game);
  return turned(reduced(game));
}

/** {@link turnedOrders} for a game that was checked and reduced. */
export function turned(small: Reduced): Bounded {
  const n = small.weights.length;
  const steps = (n * n) / 3;
  const limit = Math.min(small.quota, small.total - small.quota + 1);
  if (n > MOST_FOR_COUNTS || (n > 44 && steps * limit > MOST_STEPS)) return overAllChances(small);
  const way = wayToCount(small, steps);
  return "halves" in way ? byHalves(way.halves, n) : bySizes(small);
}

/** Weighs all winning coalitions, less what each voter would have if it were never needed. */
export function weighOrders(game: Halves, n: number, out: Float64Array): void {
  const worth = orderWorth(n);
  weighWinning(game, worth.winning, out);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += out[i];
  // Σ over winning S of before[|S|]: every order has one pivot, so all voters together get the scale
  const outside = (sum - worth.scale) / n;
  for (let i = 0; i < n; i++) out[i] = (out[i] - outside) / worth.scale;
}

function byHalves(game: Halves, n: number): Bounded {
  const values = new Float64Array(n);
  weighOrders(game, n, values);
  if (n <= MOST_FOR_WHOLE_WORTH) return { values, errors: new Float64Array(n) };
  // each sum is at most 2 Σ 1/k < 9; a dummy is told by its swings, which are counted exactly
  const swings = new Float64Array(n);
  const winning = weighWinning(game, countOnce(game), swings);
  for (let i = 0; i < n; i++) if (2 * swings[i] === winning) values[i] = 0;
  return { values, errors: values.map((value) => (value === 0 ? 0 : 18 * WEIGHING_ERROR)) };
}

function bySizes({ quota, weights }: Reduced): Bounded {
  const n = weights.length;
  const { before, scale } = orderWorth(n);
  const swings = swingsBySize(quota, weights, n);
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let s = 0; s < n; s++) sum += swings[i * n + s] * before[s];
    values[i] = sum / scale;
  }
  return { values, errors: values.map((value) => (n <= MOST_FOR_WHOLE_WORTH ? 0 : n * 2 ** -52 * value)) };
}
