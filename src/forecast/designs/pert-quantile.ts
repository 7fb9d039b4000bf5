import { exp, log } from "../../base/index.ts";

/** Parts of the range at whose ends the distribution function is known; between them it is taken as straight. */
const PARTS = 512;

/**
 * The value below which a PERT distribution on [low, high] lies with a probability: what a design needs, which
 * places points by probability and does not draw them.
 *
 * @returns exact at 0 and 1; between, within about a thousandth of the range.
 * @see Malcolm, Roseboom, Clark & Fazar 1959, and `draw` in the room base, which draws from the same
 */
export function pertQuantile(
  [low, mode, high]: readonly [number, number, number],
  probability: number,
): number {
  if (!(high > low)) return low;
  const part = (mode - low) / (high - low);
  const below = cumulative(part);
  const wanted = probability * below[PARTS];
  let from = 0;
  let to = PARTS;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (below[middle] <= wanted) from = middle;
    else to = middle;
  }
  const rise = below[to] - below[from];
  const x = (from + (rise > 0 ? (wanted - below[from]) / rise : 0)) / PARTS;
  return Math.min(high, low + x * (high - low));
}

const known = new Map<number, Float64Array>();

/** The integral of x^(a−1) (1−x)^(b−1) from 0 to each end, by Simpson's rule, with a = 1 + 4m and b = 5 − 4m. */
function cumulative(part: number): Float64Array {
  const made = known.get(part);
  if (made !== undefined) return made;
  const a = 4 * part;
  const b = 4 - a;
  const power = (x: number, to: number): number => (to === 0 ? 1 : x <= 0 ? 0 : exp(to * log(x)));
  const density = (x: number): number => power(x, a) * power(1 - x, b);
  const below = new Float64Array(PARTS + 1);
  for (let k = 0; k < PARTS; k++) {
    const [left, middle, right] = [k, k + 0.5, k + 1].map((at) => density(at / PARTS));
    below[k + 1] = below[k] + (left + 4 * middle + right) / (6 * PARTS);
  }
  known.set(part, below);
  return below;
}
