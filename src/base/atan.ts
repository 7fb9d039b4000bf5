// See exp.ts for why this is not Math.atan.

/**
 * The arc tangent with the same bits on every machine and in every JavaScript engine.
 *
 * @param x any number; NaN gives NaN.
 * @returns the angle between −π/2 and π/2 whose tangent is x, within 4 units in the last place.
 * @remarks The angle is halved twice by tan(φ/2) = x / (1 + √(1 + x²)); for what is left, at most π/16, the Taylor
 * series to x²³, whose remainder is below 10⁻¹⁸ there.
 * @example
 * ```ts
 * import { atan } from "tawazun/base";
 * Math.abs(4 * atan(1) - Math.PI) < 1e-15; //=> true
 * ```
 */
export function atan(x: number): number {
  if (x < 0) return -atan(-x);
  if (x > 1) return Math.PI / 2 - atan(1 / x);
  let t = x / (1 + Math.sqrt(1 + x * x));
  t = t / (1 + Math.sqrt(1 + t * t));
  const z = t * t;
  let sum = 0;
  for (let k = 23; k >= 3; k -= 2) sum = z * (1 / k - sum);
  return 4 * (t - t * sum);
}

/**
 * The angle of the point (x, y) seen from the origin, counted from the positive x-axis.
 *
 * @returns from −π (exclusive) to π; 0 for the origin itself.
 * @example
 * ```ts
 * import { angleOf } from "tawazun/base";
 * angleOf(-1, 0) === Math.PI; //=> true
 * ```
 */
export function angleOf(x: number, y: number): number {
  if (x === 0 && y === 0) return 0;
  if (Math.abs(y) > Math.abs(x)) {
    const fromY = Math.PI / 2 - atan(x / Math.abs(y));
    return y > 0 ? fromY : -fromY;
  }
  if (x > 0) return atan(y / x);
  return y < 0 ? atan(y / x) - Math.PI : atan(y / x) + Math.PI;
}
