import { exp, log } from "../base/index.ts";
import type { Judged } from "./scores.ts";

/** How forecasts are moved on the scale of log-odds: slope × log-odds, so that yes and no are treated alike. */
export interface Recalibration {
  /** 0…; below 1 where forecasts were surer than they should have been. */
  readonly slope: number;
  /** How many forecasts with a known outcome it was learned from. */
  readonly questions: number;
}

/** No forecast counts as surer than this: as many of two thousand futures as you like are no proof of the model. */
const SUREST = 0.99;

/** Before any record: forecasts are taken as they are, give or take a slope of one. */
const PRIOR = { slope: 1, precision: 1 } as const;

const MOST_STEPS = 100;

/**
 * Learns from a record of forecasts how far to trust further ones of the same forecaster.
 *
 * @param record forecasts 0…1 beside what came true; none gives forecasts as they are.
 * @returns the mode of a logistic regression of outcome on the forecast's log-odds through the origin, under a normal
 * prior about a slope of 1 with standard deviation 1; never below 0, so that no forecast is turned round.
 * @remarks Without an intercept, a question and its opposite are corrected to what adds up to 1. Newton's method, some
 * ten steps of O(record). Forecasts beyond 0.01 and 0.99 count as these.
 * @see Cox 1958 for the regression; Platt 1999 for its use as a correction
 * @example
 * ```ts
 * import { recalibrated, recalibration } from "tawazun/forecast";
 * recalibrated(0.9, recalibration([])); //=> 0.9
 * // nine times sure of yes, and four times right
 * const record = Array.from({ length: 9 }, (_, k) => ({ probability: 0.98, outcome: k < 4 }));
 * recalibrated(0.98, recalibration(record)) < 0.6; //=> true
 * ```
 */
export function recalibration(record: readonly Judged[]): Recalibration {
  const entries = record.map(({ probability, outcome }) => ({
    x: logOdds(probability),
    y: outcome ? 1 : 0,
  }));
  return { slope: Math.max(0, climb(entries)), questions: record.length };
}

/** A forecast as a record says that it should be taken, 0…1. */
export function recalibrated(probability: number, { slope, questions }: Recalibration): number {
  if (questions === 0) return probability;
  return chance(slope * logOdds(probability));
}

function chance(logOdd: number): number {
  return 1 / (1 + exp(-logOdd));
}

function logOdds(probability: number): number {
  const p = Math.min(SUREST, Math.max(1 - SUREST, probability));
  return log(p / (1 - p));
}

/** Climbs to the mode, of which there is one; steps that go down are halved. */
function climb(entries: readonly { readonly x: number; readonly y: number }[]): number {
  let slope: number = PRIOR.slope;
  const height = (b: number): number =>
    entries.reduce(
      (sum, { x, y }) => sum + y * b * x - (b * x > 0 ? b * x + log(1 + exp(-b * x)) : log(1 + exp(b * x))),
      (-PRIOR.precision * (b - PRIOR.slope) * (b - PRIOR.slope)) / 2,
    );
  for (let step = 0; step < MOST_STEPS; step++) {
    let up = -PRIOR.precision * (slope - PRIOR.slope);
    let bend: number = PRIOR.precision;
    for (const { x, y } of entries) {
      const p = chance(slope * x);
      up += (y - p) * x;
      bend += p * (1 - p) * x * x;
    }
    let by = up / bend;
    const now = height(slope);
    for (let halved = 0; halved < 40 && height(slope + by) < now - 1e-12 * Math.abs(now); halved++) by /= 2;
    slope += by;
    if (Math.abs(by) < 1e-12) break;
  }
  return slope;
}
