import { type Exchange, type ExchangeSide, LEAST } from "./exchange.ts";
import type { Market } from "./market.ts";

/** Outcome shifts on the issues that i and j supply, and what i gains by them. */
interface Shifts {
  readonly byI: number;
  readonly byJ: number;
}

/**
 * An exchange with the terms on which both sides gain the same: one moves all the way, the other as far
 * as is worth it; neither so far that the outcome passes the one who asked for it.
 *
 * @param stays whether a mover is held back if the outcome already stands where the other wants it.
 * @see Stokman & Van Oosten 1994; `docs/why/bargaining.md`, exchange, equations 1–5.
 */
export function withTerms(market: Market, exchange: Exchange, stays: boolean): Exchange {
  const { i, j } = exchange;
  const roomI = Math.abs(i.toward - i.start);
  const roomJ = Math.abs(j.toward - j.start);
  // j moves all the way, unless i would have to move further than it can
  let byJ = shift(market, j, roomJ);
  let byI = byJ * rate(market, exchange, "j");
  let moveI = reach(market, i, byI);
  let moveJ = roomJ;
  if (moveI > roomI) {
    byI = shift(market, i, roomI);
    byJ = byI * rate(market, exchange, "i");
    moveI = roomI;
    moveJ = reach(market, j, byJ);
  }
  const agreed = settled(market, exchange, moveI, moveJ, { byI, byJ });
  if (!agreed.valid) return agreed;
  return withinReach(market, withinReach(market, agreed, "i", stays), "j", stays);
}

/** How far an outcome shifts if a side moves so far. */
function shift({ weight, total, actors }: Market, { actor, supply }: ExchangeSide, move: number): number {
  return (move * weight[supply * actors.length + actor]) / total[supply];
}

/** How far a side must move to shift an outcome so far. */
function reach({ weight, total, actors }: Market, { actor, supply }: ExchangeSide, by: number): number {
  return (by * total[supply]) / weight[supply * actors.length + actor];
}

/** The shift that makes gains equal, per unit of the shift that `from` supplies. */
function rate({ salience, actors }: Market, { i, j }: Exchange, from: "i" | "j"): number {
  const n = actors.length;
  const given = from === "i" ? i.supply : j.supply;
  const asked = from === "i" ? j.supply : i.supply;
  return (
    (salience[given * n + j.actor] + salience[given * n + i.actor]) /
    (salience[asked * n + j.actor] + salience[asked * n + i.actor])
  );
}

/** The exchange with both moves made, toward the other side, and what it is worth. */
function settled(
  market: Market,
  exchange: Exchange,
  moveI: number,
  moveJ: number,
  { byI, byJ }: Shifts,
): Exchange {
  const { salience, actors } = market;
  const n = actors.length;
  const i = moved(exchange.i, moveI);
  const j = moved(exchange.j, moveJ);
  const gain = Math.abs(byI * salience[i.supply * n + i.actor] - byJ * salience[i.demand * n + i.actor]);
  return { ...exchange, i, j, gain, valid: gain >= LEAST && mayMove(i) && mayMove(j) };
}

function moved(side: ExchangeSide, distance: number): ExchangeSide {
  const move = side.start > side.toward ? -distance : distance;
  return { ...side, move, vote: side.start + move };
}

/**
 * Whether a side's plan holds: a real move within the scale, in the direction of what it planned before.
 *
 * @remarks Upward plans may sum to at most 100; for downward ones the reference program sets no limit.
 */
function mayMove({ kept, move, vote }: ExchangeSide): boolean {
  if (!(Math.abs(move) > LEAST && Math.abs(move) <= 100 + LEAST)) return false;
  if (vote < -LEAST || vote > 100 + LEAST) return false;
  return (kept === 0 || kept > 0 === move > 0) && kept + move <= 100 + LEAST;
}

/** The exchange with one side's move shortened if the outcome would pass the one who asked for it. */
function withinReach(market: Market, exchange: Exchange, name: "i" | "j", stays: boolean): Exchange {
  const { weight, total, position, actors } = market;
  const n = actors.length;
  const mover = exchange[name];
  const { obtained } = exchange;
  const d = mover.supply;
  const target = mover.toward;
  const place = d * n + mover.actor;
  // Σ w (target − x), divided only at the end: the outcome itself is never rounded
  let before = 0;
  let after = 0;
  let missing = 0;
  for (let at = d * n; at < d * n + n; at++) {
    const got = obtained.size === 0 ? undefined : obtained.get(at);
    if (at === place) {
      before += weight[at] * (target - mover.start);
      after += weight[at] * (target - mover.vote);
      missing += weight[at] * (target - (got ?? mover.start));
      continue;
    }
    const part = weight[at] * (target - (got ?? position[at]));
    before += part;
    after += part;
    missing += part;
  }
  // an outcome that is where the other wants it cannot be improved by this
  if (stays && Math.abs(before) <= LEAST * total[d]) return { ...exchange, valid: false };
  if (before > 0 === after > 0 || after === 0) return exchange;
  const move = Math.abs(missing) / weight[place];
  const given = shift(market, mover, move);
  const asked = given * rate(market, exchange, name);
  const shortened: Exchange = { ...exchange, [name]: { ...mover, shortened: true } };
  const back = reach(market, exchange[name === "i" ? "j" : "i"], asked);
  return name === "i"
    ? settled(market, shortened, move, back, { byI: given, byJ: asked })
    : settled(market, shortened, back, move, { byI: asked, byJ: given });
}
