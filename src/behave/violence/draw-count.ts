import { exp, log, polarNormal } from "../../base/index.ts";
import { logGamma } from "./log-gamma.ts";

/** Anything that gives uniform numbers 0 ≤ u < 1. */
export interface UniformSource {
  uniform(): number;
}

/**
 * A gamma draw with scale 1, of any shape above 0.
 *
 * @see Marsaglia & Tsang 2000, with their section 6 for shapes below 1.
 */
export function drawGamma(shape: number, luck: UniformSource): number {
  if (shape < 1) return drawGamma(shape + 1, luck) * exp(log(1 - luck.uniform()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = polarNormal(luck);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (log(1 - luck.uniform()) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
  }
}

/**
 * A Poisson draw.
 *
 * @remarks Multiplication of uniforms below a mean of 10, transformed rejection above.
 * @see Hörmann 1993, algorithm PTRS.
 */
export function drawPoisson(mean: number, luck: UniformSource): number {
  if (mean < 10) {
    const limit = exp(-mean);
    let product = luck.uniform();
    let count = 0;
    while (product > limit) {
      product *= luck.uniform();
      count += 1;
    }
    return count;
  }
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  const logMean = log(mean);
  for (;;) {
    const u = luck.uniform() - 0.5;
    const v = 1 - luck.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log((v * inverseAlpha) / (a / (us * us) + b)) <= k * logMean - mean - logGamma(k + 1)) return k;
  }
}

/**
 * A negative binomial draw: Poisson whose mean is a gamma draw.
 *
 * @param mean λ ≥ 0.
 * @param size r > 0; variance λ + λ²/r.
 * @example
 * ```ts
 * import { seeded } from "tawazun/base";
 * import { drawCount } from "tawazun/behave";
 * drawCount(0, 2, seeded("a")); //=> 0
 * ```
 */
export function drawCount(mean: number, size: number, luck: UniformSource): number {
  if (mean <= 0) return 0;
  return drawPoisson((drawGamma(size, luck) * mean) / size, luck);
}
