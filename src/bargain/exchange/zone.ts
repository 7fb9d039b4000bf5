import type { Exchange } from "./exchange.ts";
import type { Market } from "./market.ts";

/** What two could gain by an exchange, in salience × shift of the outcome. */
export interface ExchangeZone {
  /** If both moved all the way: what each loses on what it supplies and gains on what it demands. */
  readonly loss: { readonly i: number; readonly j: number };
  readonly gain: { readonly i: number; readonly j: number };
  /** The most each can gain without loss to the other. */
  readonly most: { readonly i: number; readonly j: number };
}

/**
 * The bargaining zone of two who might exchange, from where they stand when the round begins. Equal gain is
 * one point of it.
 */
export function exchangeZone(market: Market, { i, j }: Exchange): ExchangeZone {
  const n = market.actors.length;
  const fullShift = ({ actor, supply, first, toward }: Exchange["i"]): number =>
    (Math.abs(toward - first) * market.weight[supply * n + actor]) / market.total[supply];
  const byI = fullShift(i);
  const byJ = fullShift(j);
  const saliences = (side: Exchange["i"]) => ({
    supplied: market.salience[side.supply * n + side.actor],
    demanded: market.salience[side.demand * n + side.actor],
  });
  const si = saliences(i);
  const sj = saliences(j);
  return {
    loss: { i: si.supplied * byI, j: sj.supplied * byJ },
    gain: { i: si.demanded * byJ, j: sj.demanded * byI },
    most: { i: mostFor(si, sj, byJ, byI), j: mostFor(sj, si, byI, byJ) },
  };
}

interface Saliences {
  readonly supplied: number;
  readonly demanded: number;
}

/** The other gives all it can, and is given just enough; or all the own side has, for as much as that is worth. */
function mostFor(own: Saliences, other: Saliences, asked: number, given: number): number {
  const enough = (other.supplied * asked) / other.demanded;
  if (enough <= given) return own.demanded * asked - own.supplied * enough;
  return (own.demanded * other.demanded * given) / other.supplied - own.supplied * given;
}
