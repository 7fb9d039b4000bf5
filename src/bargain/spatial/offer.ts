import type { Interpolation } from "./switches.ts";

/** Keeps two who do not care, or cannot win, where they are. */
const LEAST_WEIGHT = 1e-6;

/** A bargain: where each side would stand after it. */
export interface Offer {
  readonly by: number;
  readonly of: number;
  /** Whether nobody moves: `by` and `of` are the same actor. */
  readonly statusQuo: boolean;
  readonly positionBy: Float64Array;
  readonly positionOf: Float64Array;
}

/** One side of a bargain. */
interface Side {
  readonly position: Float64Array;
  readonly salience: Float64Array;
  readonly chance: number;
}

/** Where the two sides of a challenge would meet, each dimension for itself. */
export function meetingPoints(
  rule: Interpolation,
  by: Side,
  of: Side,
): { readonly positionBy: Float64Array; readonly positionOf: Float64Array } {
  const between = rule === "shift" ? shift : interpolate(rule);
  const positionBy = by.position.slice();
  const positionOf = of.position.slice();
  for (let k = 0; k < positionBy.length; k++) {
    const [x, y] = between(
      by.position[k],
      by.salience[k],
      by.chance,
      of.position[k],
      of.salience[k],
      of.chance,
    );
    positionBy[k] = x;
    positionOf[k] = y;
  }
  return { positionBy, positionOf };
}

type Between = (
  xi: number,
  si: number,
  pi: number,
  xj: number,
  sj: number,
  pj: number,
) => readonly [number, number];

/** A mean of the two positions by salience × chance, or their squares; to four decimals. */
const interpolate =
  (rule: "linear" | "squared"): Between =>
  (xi, si, pi, xj, sj, pj) => {
    const wi = rule === "linear" ? si * pi : si * si * (pi * pi);
    const wj = rule === "linear" ? sj * pj : sj * sj * (pj * pj);
    return [
      fourDecimals(((wi + LEAST_WEIGHT) * xi + wj * xj) / (wi + LEAST_WEIGHT + wj)),
      fourDecimals((wi * xi + (LEAST_WEIGHT + wj) * xj) / (wi + LEAST_WEIGHT + wj)),
    ];
  };

/** Only the likely loser moves, the further the likelier its defeat and the less it cares. */
const shift: Between = (xi, si, pi, xj, sj, pj) => {
  const di = Math.max(0, pj - pi);
  const dj = Math.max(0, pi - pj);
  const partI = (di * (sj * sj)) / (di * (sj * sj) + LEAST_WEIGHT + (1 - di) * (si * si));
  const partJ = (dj * (si * si)) / (dj * (si * si) + LEAST_WEIGHT + (1 - dj) * (sj * sj));
  return [xi + partI * (xj - xi), xj + partJ * (xi - xj)];
};

/** Rounds half up at the fourth decimal. */
function fourDecimals(x: number): number {
  return Math.trunc(0.5 + x * 10_000) / 10_000;
}
