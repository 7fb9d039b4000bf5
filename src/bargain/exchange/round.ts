import { candidates, type Exchange, type ExchangeSide } from "./exchange.ts";
import { type Market, outcomeOf } from "./market.ts";
import { withTerms } from "./terms.ts";

/** Gains that differ by no more than this are equal. */
const TIE = 1e-9;
/** In place of a gain: made, or no longer valid. */
const CLOSED = -1;

/** One round of exchanges. */
export interface ExchangeRound {
  /** Every pair that could exchange when the round began, valid or not, in order. */
  readonly candidates: readonly Exchange[];
  /** Those that were made, in order. */
  readonly realised: readonly Exchange[];
  /** How many of the choices were between equal gains. */
  readonly ties: number;
  /** Positions voted for, 0…100, laid out as in the market. */
  readonly votes: Float64Array;
  /** The outcome of each issue, 0…100. */
  readonly outcomes: readonly number[];
}

/** Which of several equally good exchanges is made; by default the first in the order of candidates. */
export type TieRule = (tied: readonly Exchange[], step: number) => Exchange;

/** What a round leaves open. */
export interface ExchangeRules {
  /** Default: the first in the order of candidates. */
  readonly tie?: TieRule;
  /**
   * Whether a mover is held back when the outcome already stands where the demander wants it. By default it
   * is; in the reference program a rounding error in the 28th decimal decides.
   */
  readonly arrived?: "stays" | "moves";
}

const firstOfTied: TieRule = (tied) => tied[0];

/**
 * A round: the exchange with the highest gain is made, those it touches are worked out again, and so on
 * until none is left.
 *
 * @remarks Exact ties are common, and what follows depends on how they are broken. Here gains within
 * 1e-9 tie, and the candidate that comes first wins: issue pairs in the order of issues, in each the
 * pairs right and left of both outcomes before the crossed ones, actors in their order.
 */
export function exchangeRound(market: Market, rules: ExchangeRules = {}): ExchangeRound {
  const rule = rules.tie ?? firstOfTied;
  const stays = rules.arrived !== "moves";
  const all = candidates(market).map((exchange) => withTerms(market, exchange, stays));
  const open = all.slice();
  const gains = Float64Array.from(all, ({ valid, gain }) => (valid ? gain : CLOSED));
  const concerned = byActor(market, all);
  const realised: Exchange[] = [];
  const votes = market.position.slice();
  let ties = 0;
  for (;;) {
    const tied = best(gains);
    if (tied.length === 0) break;
    if (tied.length > 1) ties += 1;
    const made = rule(
      tied.map((order) => open[order]),
      realised.length,
    );
    realised.push(made);
    gains[made.order] = CLOSED;
    for (const side of [made.i, made.j]) votes[placeOf(market, side)] = side.vote;
    const touch = (order: number): void => {
      if (gains[order] === CLOSED || !isTouched(open[order], made)) return;
      open[order] = again(market, open[order], made, stays);
      gains[order] = open[order].valid ? open[order].gain : CLOSED;
    };
    concerned[made.i.actor].forEach(touch);
    for (const order of concerned[made.j.actor]) {
      const { i, j } = open[order];
      if (i.actor !== made.i.actor && j.actor !== made.i.actor) touch(order);
    }
  }
  return {
    candidates: all,
    realised,
    ties,
    votes,
    outcomes: market.issues.map((_, d) => outcomeOf(market, d, votes)),
  };
}

function placeOf(market: Market, { supply, actor }: ExchangeSide): number {
  return supply * market.actors.length + actor;
}

/** The orders of the exchanges with the highest gain, rising; none if all are closed. */
function best(gains: Float64Array): number[] {
  let most = CLOSED;
  for (let order = 0; order < gains.length; order++) if (gains[order] > most) most = gains[order];
  const tied: number[] = [];
  if (most === CLOSED) return tied;
  for (let order = 0; order < gains.length; order++) if (gains[order] >= most - TIE) tied.push(order);
  return tied;
}

/** Of each actor, the orders of the exchanges it would take part in. */
function byActor(market: Market, all: readonly Exchange[]): number[][] {
  const orders: number[][] = market.actors.map(() => []);
  for (const { i, j, order } of all) {
    orders[i.actor].push(order);
    orders[j.actor].push(order);
  }
  return orders;
}

/** Whether one of an exchange's actors has moved on its supply issue, or got something on its demand issue. */
function isTouched({ i, j }: Exchange, made: Exchange): boolean {
  return isParty(i, made.i) || isParty(i, made.j) || isParty(j, made.i) || isParty(j, made.j);
}

function isParty(side: ExchangeSide, other: ExchangeSide): boolean {
  return side.actor === other.actor && (side.supply === other.supply || side.demand === other.demand);
}

/** A touched exchange worked out again: from where its sides stand now, with what its demanders have got. */
function again(market: Market, exchange: Exchange, made: Exchange, stays: boolean): Exchange {
  const i = wentOn(exchange.i, made);
  const j = wentOn(exchange.j, made);
  const obtained = obtainedAfter(market, exchange, made);
  return withTerms(market, { ...exchange, i, j, obtained }, stays);
}

/**
 * The side from its new place, if it moved on its supply issue in the exchange that was made.
 *
 * @remarks Its own earlier plan stays in its history, and the move that was made is not added: so does the
 * reference program, and the limits on moves depend on it.
 */
function wentOn(side: ExchangeSide, made: Exchange): ExchangeSide {
  for (const mover of [made.i, made.j]) {
    if (mover.actor === side.actor && mover.supply === side.supply) {
      return { ...side, start: mover.vote, kept: side.kept + side.move };
    }
  }
  return side;
}

/** What the demanders of an exchange have got from others by now. */
function obtainedAfter(market: Market, exchange: Exchange, made: Exchange): ReadonlyMap<number, number> {
  let obtained: Map<number, number> | undefined;
  for (const asker of [made.i, made.j]) {
    if (!asksLike(exchange.i, asker) && !asksLike(exchange.j, asker)) continue;
    const giver = asker === made.i ? made.j : made.i;
    obtained ??= new Map(exchange.obtained);
    const at = placeOf(market, giver);
    obtained.set(at, nearer(giver, obtained.get(at)));
  }
  return obtained ?? exchange.obtained;
}

function asksLike(side: ExchangeSide, asker: ExchangeSide): boolean {
  return side.actor === asker.actor && side.demand === asker.demand;
}

/** Of two votes by one giver, the one nearer to where it started counts. */
function nearer({ first, vote }: ExchangeSide, before: number | undefined): number {
  if (before === undefined) return vote;
  return first <= before ? Math.min(before, vote) : Math.max(before, vote);
}
