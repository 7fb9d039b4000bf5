import { exp, log } from "../../base/index.ts";
import { digamma, logGamma } from "./log-gamma.ts";

// A count with mean λ and size r: variance λ + λ²/r. Small r is a wide spread; r → ∞ is Poisson.

/** ln P(count), mean above 0, size above 0. */
export function logProbability(count: number, mean: number, size: number): number {
  const binomial = logGamma(count + size) - logGamma(size) - logGamma(count + 1);
  return binomial + size * log(size / (size + mean)) + (count === 0 ? 0 : count * log(mean / (size + mean)));
}

/** Derivatives of {@link logProbability} by mean and by size. */
export function logProbabilityGradient(
  count: number,
  mean: number,
  size: number,
): { readonly mean: number; readonly size: number } {
  return {
    mean: count / mean - (count + size) / (mean + size),
    size:
      digamma(count + size) - digamma(size) + log(size / (size + mean)) + 1 - (size + count) / (size + mean),
  };
}

/**
 * The continuous ranked probability score of a negative binomial forecast of a count: lower is better,
 * in the unit of the count; for a sure forecast it is the absolute error.
 *
 * @remarks Σₖ (F(k) − 1{k ≥ count})², summed until the tail is below 10⁻¹⁰.
 * @see Czado, Gneiting & Held 2009, section 3.
 */
export function crps(count: number, mean: number, size: number): number {
  const ratio = mean / (size + mean);
  // Starts where the chance of anything less is below 10⁻¹⁸ or so: at 0 itself if the mean is small.
  let k = Math.floor(mean);
  const stride = Math.max(1, Math.floor(Math.sqrt(mean + (mean * mean) / size) / 4));
  while (k > 0 && logProbability(k, mean, size) > -45) k = Math.max(0, k - stride);
  let probability = exp(logProbability(k, mean, size));
  let below = probability;
  let sum = Math.max(0, k - count);
  for (; below < 1 - 1e-10 || k < count; k++) {
    const miss = below - (k >= count ? 1 : 0);
    sum += miss * miss;
    probability *= (ratio * (k + size)) / (k + 1);
    below = Math.min(1, below + probability);
    if (k > count && k > mean && probability < 1e-14) break;
  }
  return sum;
}

/**
 * The same score of a sample of the forecast.
 *
 * @see Gneiting & Raftery 2007, equation 21: mean |X − y| − ½ mean |X − X′|.
 */
export function crpsOfSample(count: number, sample: readonly number[]): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const n = sorted.length;
  let miss = 0;
  let spread = 0;
  for (let k = 0; k < n; k++) {
    miss += Math.abs(sorted[k] - count);
    spread += (2 * k + 1 - n) * sorted[k];
  }
  return miss / n - spread / (n * n);
}
