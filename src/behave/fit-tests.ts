import { exp, log, type Random, TawazunError } from "../base/index.ts";
import type { EventFit } from "./fit-events.ts";
import { cholesky } from "./linear.ts";
import { logGamma } from "./violence/index.ts";

/** A test of a statistical hypothesis. */
export interface Test {
  readonly statistic: number;
  /** Degrees of freedom of its χ² distribution. */
  readonly freedom: number;
  /** Chance of a statistic at least as large if the hypothesis holds. */
  readonly p: number;
}

/**
 * Whether the further terms of one fit earn their place over another that lacks them.
 *
 * @throws {TawazunError} `fit/nested` unless the smaller is part of the larger and both saw the same events.
 */
export function likelihoodRatio(smaller: EventFit, larger: EventFit): Test {
  const names = new Set(larger.terms.map((term) => term.name));
  const nested = smaller.terms.every((term) => names.has(term.name));
  const freedom = larger.terms.length - smaller.terms.length;
  if (!nested || freedom < 1 || smaller.kind !== larger.kind || smaller.events !== larger.events) {
    throw new TawazunError(
      "fit/nested",
      `A likelihood-ratio test compares a model with one that has all its terms and more, on the same events: ${smaller.formula} is not part of ${larger.formula}.`,
    );
  }
  const statistic = Math.max(0, 2 * (larger.logLikelihood - smaller.logLikelihood));
  return { statistic, freedom, p: chiSquareTail(statistic, freedom) };
}

/** Whether some terms are all 0: Wald's test. */
export function wald(fit: EventFit, names: readonly string[]): Test {
  const which = names.map((name) => {
    const at = fit.terms.findIndex((term) => term.name === name);
    if (at < 0) throw new TawazunError("fit/term", `The fit has no term "${name}".`);
    return at;
  });
  const size = which.length;
  const part = Float64Array.from(
    { length: size * size },
    (_, c) => fit.covariance[which[Math.floor(c / size)]][which[c % size]],
  );
  const factor = cholesky(part, size);
  if (factor.kind === "dependent") {
    throw new TawazunError("fit/collinear", `The terms ${names.join(", ")} cannot be tested together.`);
  }
  // ‖L⁻¹ b‖²
  let statistic = 0;
  const y = new Float64Array(size);
  for (let p = 0; p < size; p++) {
    let sum = fit.terms[which[p]].coefficient;
    for (let k = 0; k < p; k++) sum -= factor.lower[p * size + k] * y[k];
    y[p] = sum / factor.lower[p * size + p];
    statistic += y[p] * y[p];
  }
  return { statistic, freedom: size, p: chiSquareTail(statistic, size) };
}

/**
 * Coefficients as they may be, given the fit: a draw from the normal distribution around the estimates
 * (Laplace's approximation), for use in simulation.
 */
export function drawCoefficients(
  fit: {
    readonly terms: readonly { readonly name: string; readonly coefficient: number }[];
    readonly covariance: EventFit["covariance"];
  },
  luck: Random,
): readonly number[] {
  const size = fit.terms.length;
  const factor = cholesky(Float64Array.from(fit.covariance.flat()), size, 1e-14);
  if (factor.kind === "dependent") {
    throw new TawazunError(
      "fit/collinear",
      `${fit.terms[factor.row].name} cannot be drawn apart from the terms before it.`,
    );
  }
  const z = Array.from({ length: size }, () => luck.normal());
  return fit.terms.map(({ coefficient }, p) => {
    let value = coefficient;
    for (let k = 0; k <= p; k++) value += factor.lower[p * size + k] * z[k];
    return value;
  });
}

/**
 * P(χ² with so many degrees of freedom ≥ x).
 *
 * @remarks The incomplete gamma function by its series below the mean and by its continued fraction above.
 */
export function chiSquareTail(x: number, freedom: number): number {
  if (!(x > 0)) return 1;
  const a = freedom / 2;
  const z = x / 2;
  const front = exp(a * log(z) - z - logGamma(a));
  if (z < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; k < 1000 && term > sum * 1e-17; k++) {
      term *= z / (a + k);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  // Lentz's continued fraction.
  let b = z + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 1000; k++) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return front * h;
}
