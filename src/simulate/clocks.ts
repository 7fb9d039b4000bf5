/**
 * The clocks of all movers, and which of them rings next.
 *
 * Each clock has a hazard to use up and a rate at which it does so; the rest is reckoned only when the rate
 * changes, so that time passes at no cost. The next to ring is found by a knockout: a change is played up
 * the tree, log₂ of the number of clocks; the first of two that ring at once goes on.
 *
 * @see Anderson 2007, the modified next reaction method
 */
export interface Clocks {
  /** Gives a clock a new hazard to use up; it stands still until its rate is set. */
  start(clock: number, hazard: number, now: number): void;
  /** Sets the rate of a clock from now on, per day; 0 stops it. */
  pace(clock: number, rate: number, now: number): void;
  /** Sets the rates of all clocks: cheaper than one after another. */
  paceAll(rateOf: (clock: number) => number, now: number): void;
  /** The clock that rings next; any, if none will. */
  first(): number;
  /** When it rings; Infinity if none will. */
  time(): number;
}

export function clocksOf(count: number): Clocks {
  let leaves = 1;
  while (leaves < count) leaves *= 2;
  const hazard = new Float64Array(leaves);
  const since = new Float64Array(leaves);
  const rate = new Float64Array(leaves);
  const ring = new Float64Array(leaves).fill(Number.POSITIVE_INFINITY);
  /** Winners of the knockout: the root at 1, the children of m at 2m and 2m + 1, the clocks from `leaves` on. */
  const winner = Int32Array.from({ length: 2 * leaves }, (_, at) => Math.max(0, at - leaves));

  function set(clock: number, next: number, now: number): void {
    hazard[clock] = Math.max(0, hazard[clock] - rate[clock] * (now - since[clock]));
    since[clock] = now;
    rate[clock] = next;
    ring[clock] = next > 0 ? now + hazard[clock] / next : Number.POSITIVE_INFINITY;
  }

  function decide(at: number): void {
    const left = winner[2 * at];
    const right = winner[2 * at + 1];
    winner[at] = ring[left] <= ring[right] ? left : right;
  }

  for (let at = leaves - 1; at > 0; at--) decide(at);

  return {
    start(clock, next, now) {
      hazard[clock] = next;
      since[clock] = now;
      rate[clock] = 0;
    },
    pace(clock, next, now) {
      set(clock, next, now);
      for (let at = (clock + leaves) >> 1; at > 0; at >>= 1) decide(at);
    },
    paceAll(rateOf, now) {
      for (let clock = 0; clock < count; clock++) set(clock, rateOf(clock), now);
      for (let at = leaves - 1; at > 0; at--) decide(at);
    },
    first: () => winner[1],
    time: () => ring[winner[1]],
  };
}
