import type { Market } from "./market.ts";
import { type ExchangeRound, type ExchangeRules, exchangeRound } from "./round.ts";

/**
 * Rounds of exchange. After each, whoever has moved starts the next one part of the way: a tenth of the
 * move, and four tenths times (1 − salience) more.
 *
 * @param options.rounds from 1 on.
 * @see Stokman & Van Oosten 1994; `docs/why/bargaining.md`, exchange, equation 6.
 */
export function playExchange(
  market: Market,
  options: { readonly rounds: number } & ExchangeRules,
): readonly ExchangeRound[] {
  const rounds: ExchangeRound[] = [];
  let now = market;
  for (let r = 0; r < options.rounds; r++) {
    const round = exchangeRound(now, options);
    rounds.push(round);
    now = { ...now, position: nextPositions(now, round) };
  }
  return rounds;
}

/** Where everyone stands when the next round begins. */
export function nextPositions(market: Market, round: ExchangeRound): Float64Array {
  const n = market.actors.length;
  const next = market.position.slice();
  for (const { i, j } of round.realised) {
    for (const { supply, actor } of [i, j]) {
      const at = supply * n + actor;
      const eased = (1 - market.salience[at]) * 0.4;
      next[at] = eased * round.votes[at] + 0.1 * round.votes[at] + (1 - (eased + 0.1)) * market.position[at];
    }
  }
  return next;
}
