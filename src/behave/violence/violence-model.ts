import { TawazunError } from "../../base/index.ts";

/**
 * How deaths or incidents follow one another, month by month: a discrete Hawkes process with a season and
 * with negative-binomial spread.
 *
 * λ(t) = season(month) · driver(t) · (base + branching · excitation(t)), where the excitation is the
 * exponentially weighted mean of past counts, Σₛ (1 − decay) · decayˢ⁻¹ · count(t − s).
 *
 * Plain data: it goes through JSON unchanged.
 *
 * @see Hawkes 1971; Lewis et al. 2012 for civilian deaths in Iraq.
 */
export interface ViolenceModel {
  /** Counts a month that would come without any past, above 0. */
  readonly base: number;
  /** 0…1: how many further counts one count brings in all: the branching share. */
  readonly branching: number;
  /** 0…1: part of the memory that is left after a month. */
  readonly decay: number;
  /** Negative-binomial size r above 0: the variance of a month is λ + λ²/r. */
  readonly size: number;
  /** Twelve factors, January first; their geometric mean is 1. */
  readonly season: readonly number[];
  /** The excitation after the last month that was fitted: where a simulation starts. */
  readonly excitation: number;
  /** No λ goes above it: ten times the largest count ever seen. A guard for simulations, ours. */
  readonly ceiling: number;
}

/**
 * The expected count of a month: the lean step of a simulation's hot loop.
 *
 * @param excitation as kept by {@link nextExcitation}.
 * @param month 0 for January … 11 for December.
 * @param driver factor by which the politics of the moment multiply it; 1 changes nothing.
 * @returns λ, above 0 and at most the model's ceiling.
 * @example
 * ```ts
 * import { expectedCount, nextExcitation } from "tawazun/behave";
 * const model = { base: 20, branching: 0.8, decay: 0.5, size: 3, season: Array(12).fill(1), excitation: 100, ceiling: 5000 };
 * expectedCount(model, model.excitation, 0, 1); //=> 100
 * nextExcitation(model, model.excitation, 200); //=> 150
 * ```
 */
export function expectedCount(
  model: ViolenceModel,
  excitation: number,
  month: number,
  driver: number,
): number {
  return Math.min(model.ceiling, model.season[month] * driver * (model.base + model.branching * excitation));
}

/** The excitation after a month in which so many were counted. */
export function nextExcitation(model: ViolenceModel, excitation: number, count: number): number {
  return model.decay * excitation + (1 - model.decay) * count;
}

/** Mean of a month's count in the long run, without drivers and season: base / (1 − branching). */
export function longRunMean(model: ViolenceModel): number {
  return model.base / (1 - model.branching);
}

/** A month of the calendar: the first of a series. */
export interface FirstMonth {
  readonly year: number;
  /** From 1. */
  readonly month: number;
}

/** Refuses what is not a series of counts. */
export function checkCounts(counts: readonly number[], least: number): void {
  if (counts.length < least) {
    throw new TawazunError(
      "violence/short",
      `The series has ${counts.length} months; at least ${least} are needed.`,
    );
  }
  counts.forEach((count, t) => {
    if (!Number.isInteger(count) || count < 0) {
      throw new TawazunError(
        "violence/count",
        `Month ${t + 1} of the series is ${count}; a count is a whole number, 0 or more.`,
      );
    }
  });
}
