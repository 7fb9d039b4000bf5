import { exp, log } from "../base/index.ts";
import type { Judged } from "./scores.ts";

/** How forecasts are moved on the scale of log-odds: intercept + slope × log-odds. */
export interface Recalibration {
  /** Log-odds; above 0 where a yes came true more often than was forecast. */
  readonly intercept: number;
  /** 0…; below 1 where forecasts were surer than they should have been. */
  readonly slope: number;
  /** How many forecasts with a known outcome it was learned from. */
  readonly questions: number;
}

/** No forecast counts as surer than this: as many of two thousand futures as you like are no proof of the model. */
const SUREST = 0.99;

/** Before any record: forecasts are taken as they are, give or take one of log-odds, and a slope of one. */
const PRIOR = { intercept: 0, slope: 1, precision: 1 } as const;

const MOST_STEPS = 100;

/**
 * Learns from a record of forecasts how far to trust further ones of the same forecaster.
 *
 * @param record forecasts 0…1 beside what came true; none gives forecasts as they are.
 * @returns the mode of a logistic regression of outcome on the forecast's log-odds, under a normal prior about
 * (0, 1) with standard deviation 1 each; the slope never below 0, so that no forecast is turned round.
 * @remarks Newton's method, some ten steps of O(record). Forecasts beyond 0.01 and 0.99 count as these.
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
  const free = climb(entries, false);
  const { intercept, slope } = free.slope < 0 ? climb(entries, true) : free;
  return { intercept, slope, questions: record.length };
}

/** A forecast as a record says that it should be taken, 0…1. */
export function recalibrated(probability: number, { intercept, slope, questions }: Recalibration): number {
  if (questions === 0) return probability;
  return chance(intercept + slope * logOdds(probability));
}

function chance(logOdd: number): number {
  return 1 / (1 + exp(-logOdd));
}

function logOdds(probability: number): number {
  const p = Math.min(SUREST, Math.max(1 - SUREST, probability));
  return log(p / (1 - p));
}

/** Climbs to the mode; with `flat` the slope stays 0. Steps that go down are halved. */
function climb(
  entries: readonly { readonly x: number; readonly y: number }[],
  flat: boolean,
): { readonly intercept: number; readonly slope: number } {
  let intercept: number = PRIOR.intercept;
  let slope: number = flat ? 0 : PRIOR.slope;
  const height = (a: number, b: number): number => {
    let sum =
      (-PRIOR.precision *
        ((a - PRIOR.intercept) * (a - PRIOR.intercept) + (b - PRIOR.slope) * (b - PRIOR.slope))) /
      2;
    for (const { x, y } of entries) {
      const z = a + b * x;
      sum += y * z - (z > 0 ? z + log(1 + exp(-z)) : log(1 + exp(z)));
    }
    return sum;
  };
  for (let step = 0; step < MOST_STEPS; step++) {
    let [up, upSlope] = [
      -PRIOR.precision * (intercept - PRIOR.intercept),
      -PRIOR.precision * (slope - PRIOR.slope),
    ];
    let [aa, ab, bb] = [PRIOR.precision as number, 0, PRIOR.precision as number];
    for (const { x, y } of entries) {
      const p = chance(intercept + slope * x);
      up += y - p;
      upSlope += (y - p) * x;
      aa += p * (1 - p);
      ab += p * (1 - p) * x;
      bb += p * (1 - p) * x * x;
    }
    const size = aa * bb - ab * ab;
    let [da, db] = flat ? [up / aa, 0] : [(bb * up - ab * upSlope) / size, (aa * upSlope - ab * up) / size];
    const now = height(intercept, slope);
    for (
      let halved = 0;
      halved < 40 && height(intercept + da, slope + db) < now - 1e-12 * Math.abs(now);
      halved++
    ) {
      da /= 2;
      db /= 2;
    }
    intercept += da;
    slope += db;
    if (Math.abs(da) + Math.abs(db) < 1e-12) break;
  }
  return { intercept, slope };
}
