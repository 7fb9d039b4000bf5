import { log } from "../../base/index.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * ln Γ(x) for x > 0, to about 13 digits.
 *
 * @remarks Stirling's series at x ≥ 10, reached by Γ(x) = Γ(x + 1) / x.
 */
export function logGamma(x: number): number {
  let shift = 1;
  let z = x;
  while (z < 10) {
    shift *= z;
    z += 1;
  }
  const w = 1 / (z * z);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / z;
  return (z - 0.5) * log(z) - z + HALF_LOG_TWO_PI + series - (shift === 1 ? 0 : log(shift));
}

/** The derivative of ln Γ at x > 0, to about 13 digits. */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 10) {
    shift += 1 / z;
    z += 1;
  }
  const w = 1 / (z * z);
  return log(z) - 0.5 / z - w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w * (1 / 240 - w / 132)))) - shift;
}
