import { election } from "./election.ts";
import type { Setting } from "./setting.ts";
import type { RiskRange, RiskView, SpatialSwitches } from "./switches.ts";

/** How far apart everyone stands, and what risks each takes, in one turn. */
export interface Outlook {
  /** Distance from the ideal of i to the position of j, by i's saliences, at `j × actors + i`. */
  readonly distance: Float64Array;
  /** Risk attitude of each, by position alone: positive is risk averse. */
  readonly risk: Float64Array;
}

/**
 * The distance from an actor's ideal to a point, by its saliences: √(Σ (s Δ)² / Σ s²).
 *
 * @remarks One dimension too goes through the root: KTAB's ties hang on the bits it leaves.
 */
export function distanceTo(
  { dimensions: d, salience }: Setting,
  ideals: Float64Array,
  actor: number,
  point: Float64Array,
  from = 0,
): number {
  let squares = 0;
  let weights = 0;
  for (let k = 0, a = actor * d, b = from; k < d; k++, a++, b++) {
    const step = (ideals[a] - point[b]) * salience[a];
    squares += step * step;
    weights += salience[a] * salience[a];
  }
  return Math.sqrt(squares / weights);
}

/** Utility of a point at a distance, 0…1; `risk` bends it: positive is concave. */
export function utility(distance: number, risk: number): number {
  return distance <= 1 ? (1 - distance) * (1 + distance * risk) : (1 - distance) * (1 + risk);
}

/** The outlook from positions and ideals. */
export function outlookOf(
  setting: Setting,
  positions: Float64Array,
  ideals: Float64Array,
  switches: SpatialSwitches,
): Outlook {
  const { actors: n, dimensions: d } = setting;
  const distance = new Float64Array(n * n);
  const neutral: Float64Array[] = [];
  for (let j = 0; j < n; j++) {
    const column = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      distance[j * n + i] = distanceTo(setting, ideals, i, positions, j * d);
      column[i] = 1 - distance[j * n + i];
    }
    neutral.push(column);
  }
  const standing = election(neutral, setting.capability, switches);
  return { distance, risk: riskAttitudes(standing, switches.riskRange) };
}

/**
 * Risk attitudes: whoever's position is likeliest to prevail has most to lose.
 *
 * @remarks If all positions are equally likely, everyone is risk neutral; KTAB divides by zero there.
 */
function riskAttitudes(standing: Float64Array, range: RiskRange): Float64Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const p of standing) {
    low = Math.min(low, p);
    high = Math.max(high, p);
  }
  if (!(high > low)) return new Float64Array(standing.length);
  switch (range) {
    case "averse":
      return standing.map((p) => (p - low) / (high - low));
    case "middle":
      return standing.map((p) => (3 * p - (high + 2 * low)) / (2 * (high - low)));
    case "symmetric":
      return standing.map((p) => (2 * p - high - low) / (high - low));
  }
}

/** The risk attitude that an observer ascribes to another, from both of theirs. */
export function ascribedRisk(view: RiskView, observer: number, other: number): number {
  switch (view) {
    case "own":
      return observer;
    case "one-third":
      return (2 * observer + other) / 3;
    case "half":
      return (observer + other) / 2;
    case "two-thirds":
      return (observer + 2 * other) / 3;
    case "theirs":
      return other;
  }
}
