import { log } from "./log.ts";
import type { Random } from "./random.ts";

/** A number, or what is known of one: `[low, mode, high]`. */
export type Quantity = number | readonly [low: number, mode: number, high: number];

/** The most likely value. */
export function mode(quantity: Quantity): number {
  return typeof quantity === "number" ? quantity : quantity[1];
}

/** Whether a range is given. */
export function isUncertain(quantity: Quantity): boolean {
  return typeof quantity !== "number" && quantity[0] < quantity[2];
}

/**
 * A draw of what a quantity may be: a number is itself, a range is a PERT distribution.
 *
 * @remarks PERT is a beta distribution on [low, high] with shape parameters
 * 1 + 4 (mode − low)/(high − low) and 1 + 4 (high − mode)/(high − low), drawn as a ratio of gammas.
 * @see Malcolm, Roseboom, Clark & Fazar 1959; Vose 2008 for the shape 4.
 */
export function draw(quantity: Quantity, random: Random): number {
  if (typeof quantity === "number") return quantity;
  const [low, middle, high] = quantity;
  if (!(low < high)) return middle;
  const a = gamma(1 + (4 * (middle - low)) / (high - low), random);
  const b = gamma(1 + (4 * (high - middle)) / (high - low), random);
  return low + ((high - low) * a) / (a + b);
}

/**
 * A gamma draw with scale 1.
 *
 * @param shape 1 or more.
 * @see Marsaglia & Tsang 2000.
 */
export function gamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const t = 1 + c * x;
    if (t <= 0) continue;
    const v = t * t * t;
    if (log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
  }
}
