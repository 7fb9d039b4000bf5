import { exp, log, TawazunError } from "../../base/index.ts";
import { minimise } from "./minimise.ts";
import { logProbability, logProbabilityGradient } from "./negative-binomial.ts";
import { checkCounts, type FirstMonth, type ViolenceModel } from "./violence-model.ts";

/** A fitted model with how well it fits. */
export interface ViolenceFit {
  readonly model: ViolenceModel;
  /** ln of the factor that a unit of each driver brings, in the order given; empty without drivers. */
  readonly drivers: readonly number[];
  readonly months: number;
  /** Log-likelihood of the counts, without the priors. */
  readonly logLikelihood: number;
  readonly steps: number;
}

/** How strongly the fit is held: every prior is ours, and weak where the months are many. */
export interface ViolencePriors {
  /** Standard deviation of a month's log season factor; 0.15 holds it within about ±30 % without data. */
  readonly season?: number;
  /** Standard deviation of a driver's coefficient: at 0.5 a unit of it brings a factor of 0.6 to 1.6 without data. */
  readonly driver?: number;
}

const PRIORS = {
  // Centre and standard deviation on the scale on which each is fitted.
  branching: [0.85, 1.5], // logit: 0.7 in the middle, 0.11…0.98 within two deviations
  decay: [0, 1.2], // logit: half a month's memory, 0.08…0.92
  size: [1, 1], // log: 2.7, 0.4…20
} as const;
const MOST_BRANCHING = 0.98;
/** log base, logit branching, logit decay, log size, 12 log seasons; the drivers' coefficients follow. */
const SHAPE = 16;

const logistic = (x: number): number => 1 / (1 + exp(-x));

/**
 * Fits the self-exciting count model to months of counts.
 *
 * @param counts whole numbers, one a month, without gaps; 24 months at least.
 * @param firstMonth the calendar month of the first count.
 * @param drivers one row for each driver of the mean; its entry t is what was known of it before month t.
 * @returns the model at the posterior mode; its `excitation` is that after the last month.
 * @throws {TawazunError} `violence/short`, `violence/count`, `violence/zero`, `violence/driver`, `violence/fit`.
 *
 * @remarks Maximum likelihood with weak priors: on the season (a month's factor strays little from 1),
 * and on branching, decay and size. The excitation starts at the mean of the first six months. Quasi-Newton
 * with analytic gradient; some milliseconds for a hundred months.
 *
 * @see Lewis et al. 2012; Hawkes 1971.
 *
 * @example
 * ```ts
 * import { fitViolence } from "tawazun/behave";
 * const steady = Array.from({ length: 60 }, (_, t) => 100 + (t % 3));
 * const { model } = fitViolence(steady, { year: 2007, month: 1 });
 * Math.round(model.base + model.branching * model.excitation); //=> 101
 * ```
 */
export function fitViolence(
  counts: readonly number[],
  firstMonth: FirstMonth,
  priors: ViolencePriors = {},
  drivers: readonly (readonly number[])[] = [],
): ViolenceFit {
  checkCounts(counts, 24);
  checkDrivers(drivers, counts.length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (mean === 0) {
    throw new TawazunError("violence/zero", "Every month of the series is 0; there is nothing to fit.");
  }
  const months = Int32Array.from(counts, (_, t) => (firstMonth.month - 1 + t) % 12);
  const seasonDeviation = priors.season ?? 0.15;
  const start = new Float64Array(SHAPE + drivers.length);
  start[0] = log(0.3 * mean);
  start[1] = PRIORS.branching[0];
  start[2] = PRIORS.decay[0];
  start[3] = PRIORS.size[0];
  const found = minimise(
    (x, gradient) =>
      posterior(x, gradient, counts, months, mean, seasonDeviation, drivers, priors.driver ?? 0.5),
    start,
    { tolerance: 1e-4 },
  );
  // A slope of ½ is a coefficient that is still some hundredths of its error from the top.
  const slope = found.gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  if (!(slope < 0.5)) {
    throw new TawazunError(
      "violence/fit",
      `The fit to these ${counts.length} months did not settle (slope ${slope.toPrecision(2)} after ${found.steps} steps); look for a month that is out of scale.`,
    );
  }
  const shape = shapeOf(found.x);
  let excitation = initialExcitation(counts);
  let logLikelihood = 0;
  for (let t = 0; t < counts.length; t++) {
    const lambda =
      shape.season[months[t]] *
      driverFactor(found.x, drivers, t) *
      (shape.base + shape.branching * excitation);
    logLikelihood += logProbability(counts[t], lambda, shape.size);
    excitation = shape.decay * excitation + (1 - shape.decay) * counts[t];
  }
  return {
    model: { ...shape, excitation, ceiling: 10 * counts.reduce((a, b) => Math.max(a, b), 1) },
    drivers: Array.from(found.x.subarray(SHAPE)),
    months: counts.length,
    logLikelihood,
    steps: found.steps,
  };
}

/** What drivers at these values multiply a month's mean by, under a fit. */
export function factorOf(fit: ViolenceFit, values: readonly number[]): number {
  const eta = fit.drivers.reduce((sum, coefficient, d) => sum + coefficient * values[d], 0);
  return exp(Math.max(-5, Math.min(5, eta)));
}

/** What the drivers multiply the mean of month t by. */
function driverFactor(x: Float64Array, drivers: readonly (readonly number[])[], t: number): number {
  let eta = 0;
  for (let d = 0; d < drivers.length; d++) eta += x[SHAPE + d] * drivers[d][t];
  return drivers.length === 0 ? 1 : exp(Math.max(-5, Math.min(5, eta)));
}

function checkDrivers(drivers: readonly (readonly number[])[], months: number): void {
  drivers.forEach((row, d) => {
    if (row.length >= months && row.every((value) => Number.isFinite(value))) return;
    throw new TawazunError(
      "violence/driver",
      `Driver ${d + 1} has ${row.length} months, some of which may be no number; ${months} numbers are needed, one for each count.`,
    );
  });
}

/** Mean of the first six months: what stands in for the months before the series. */
function initialExcitation(counts: readonly number[]): number {
  const first = counts.slice(0, 6);
  return first.reduce((sum, count) => sum + count, 0) / first.length;
}

/** Parameters from the unbounded scale: log base, logit branching, logit decay, log size, 12 log seasons. */
function shapeOf(x: Float64Array): Omit<ViolenceModel, "excitation" | "ceiling"> {
  const logs = Array.from(x.subarray(4, SHAPE));
  const centre = logs.reduce((sum, value) => sum + value, 0) / 12;
  return {
    // The season's mean belongs to base and branching alike; what the prior leaves of it is taken out.
    base: exp(x[0] + centre),
    branching: MOST_BRANCHING * logistic(x[1]) * exp(centre),
    decay: logistic(x[2]),
    size: exp(x[3]),
    season: logs.map((value) => exp(value - centre)),
  };
}

/** Minus the log posterior, with its gradient. */
function posterior(
  x: Float64Array,
  gradient: Float64Array,
  counts: readonly number[],
  months: Int32Array,
  mean: number,
  seasonDeviation: number,
  drivers: readonly (readonly number[])[],
  driverDeviation: number,
): number {
  const base = exp(x[0]);
  const share = logistic(x[1]);
  const branching = MOST_BRANCHING * share;
  const decay = logistic(x[2]);
  const size = exp(x[3]);
  gradient.fill(0);
  let value = 0;
  let excitation = initialExcitation(counts);
  let slope = 0; // of the excitation by decay
  for (let t = 0; t < counts.length; t++) {
    const month = 4 + months[t];
    const season = exp(x[month]) * driverFactor(x, drivers, t);
    const inner = base + branching * excitation;
    const lambda = season * inner;
    value -= logProbability(counts[t], lambda, size);
    const by = logProbabilityGradient(counts[t], lambda, size);
    gradient[0] -= by.mean * season * base;
    gradient[1] -= by.mean * season * branching * (1 - share) * excitation;
    gradient[2] -= by.mean * season * branching * slope * decay * (1 - decay);
    gradient[3] -= by.size * size;
    gradient[month] -= by.mean * lambda;
    for (let d = 0; d < drivers.length; d++) gradient[SHAPE + d] -= by.mean * lambda * drivers[d][t];
    slope = excitation - counts[t] + decay * slope;
    excitation = decay * excitation + (1 - decay) * counts[t];
  }
  const prior = (k: number, centre: number, deviation: number): void => {
    const z = (x[k] - centre) / deviation;
    value += 0.5 * z * z;
    gradient[k] += z / deviation;
  };
  prior(0, log(0.3 * mean), 2);
  prior(1, ...PRIORS.branching);
  prior(2, ...PRIORS.decay);
  prior(3, ...PRIORS.size);
  for (let k = 4; k < SHAPE; k++) prior(k, 0, seasonDeviation);
  for (let d = 0; d < drivers.length; d++) prior(SHAPE + d, 0, driverDeviation);
  return value;
}
