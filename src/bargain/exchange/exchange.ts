import { type Market, outcomeOf } from "./market.ts";

/** Moves and gains smaller than this are none. */
export const LEAST = 1e-10;

/** One side of an exchange: it moves on the issue it supplies, toward the other, for the issue it demands. */
export interface ExchangeSide {
  readonly actor: number;
  readonly supply: number;
  readonly demand: number;
  /** Where it stands on its supply issue now; a realised exchange changes it. */
  readonly start: number;
  /** Where it stood when the round began. */
  readonly first: number;
  /** Where the other side stood on this side's supply issue when the round began. */
  readonly toward: number;
  /** The sum of what it planned before it went on from another exchange; all of one sign, 0 if none. */
  readonly kept: number;
  /** What it plans now, with a sign. */
  readonly move: number;
  /** Where it would vote on its supply issue. */
  readonly vote: number;
  /** Whether the move was shortened so that the outcome stops where the other side stands. */
  readonly shortened: boolean;
}

/** Two actors who would each move toward the other on the issue they care relatively less for. */
export interface Exchange {
  /** Place in the order of candidates; decides ties. */
  readonly order: number;
  readonly i: ExchangeSide;
  readonly j: ExchangeSide;
  /** What each side gains: salience × shift of the outcome. */
  readonly gain: number;
  readonly valid: boolean;
  /** Votes that a demander has already got from others on an issue: market place → position. */
  readonly obtained: ReadonlyMap<number, number>;
}

/** Who may exchange with whom: pairs that stand on opposite sides of the outcome on both of two issues. */
export function candidates(market: Market): Exchange[] {
  const { issues, actors, present, position } = market;
  const n = actors.length;
  const outcome = issues.map((_, d) => outcomeOf(market, d));
  const isLeft = (d: number, a: number): boolean => position[d * n + a] <= outcome[d];
  const found: Exchange[] = [];
  for (let p = 0; p < issues.length; p++) {
    for (let q = p + 1; q < issues.length; q++) {
      // right of both, left of p, left of q, left of both
      const corners: number[][] = [[], [], [], []];
      for (let a = 0; a < n; a++) {
        if (!present[p * n + a] || !present[q * n + a]) continue;
        corners[(isLeft(p, a) ? 1 : 0) + (isLeft(q, a) ? 2 : 0)].push(a);
      }
      for (const [ones, others] of [
        [corners[0], corners[3]],
        [corners[1], corners[2]],
      ]) {
        for (const a of ones) for (const b of others) found.push(pair(market, a, b, p, q, found.length));
      }
    }
  }
  return found;
}

/** An exchange without terms yet: of two actors, i is the one who cares relatively more for p. */
function pair(
  { actors, salience, position }: Market,
  a: number,
  b: number,
  p: number,
  q: number,
  order: number,
): Exchange {
  const n = actors.length;
  // multiplied out, and with room for rounding, so that equal ratios are not swapped
  const swap = salience[p * n + a] * salience[q * n + b] < salience[p * n + b] * salience[q * n + a] - 1e-12;
  const [i, j] = swap ? [b, a] : [a, b];
  const side = (actor: number, other: number, supply: number, demand: number): ExchangeSide => ({
    actor,
    supply,
    demand,
    start: position[supply * n + actor],
    first: position[supply * n + actor],
    toward: position[supply * n + other],
    kept: 0,
    move: 0,
    vote: position[supply * n + actor],
    shortened: false,
  });
  return {
    order,
    i: side(i, j, q, p),
    j: side(j, i, p, q),
    gain: 0,
    valid: false,
    obtained: new Map(),
  };
}
