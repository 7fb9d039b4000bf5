import { exp, log } from "../../base/index.ts";
import { weightedMean } from "../../measure/index.ts";
import type { BargainingProblem } from "../problem.ts";

/** How much each property of a point speaks for it, in the logit of its being the settlement. */
export interface FocalCoefficients {
  /** Exponent of capability in the compromise mean: below 1, great powers count for less than their size. */
  readonly capabilityExponent: number;
  /** Per whole scale of distance from that mean. */
  readonly closeness: number;
  /** For a point on which an actor stands. */
  readonly taken: number;
  /** For a tenth of the scale. */
  readonly round: number;
  /** For the middle of the scale. */
  readonly halfway: number;
}

/** A point that a settlement may fall on. */
export interface FocalPoint {
  readonly position: number;
  /** In the order closeness, taken, round, halfway. */
  readonly properties: readonly [number, number, number, number];
}

/** Parts of the scale that are points whether or not anyone stands there. */
const PARTS = 20;

/**
 * The points a settlement may fall on, rising: the twentieths of the scale and the positions of actors, none
 * outside what positions span. Who has no salience has no say.
 */
export function focalPoints(problem: BargainingProblem, capabilityExponent: number): FocalPoint[] {
  const [low, high] = problem.range;
  const width = high - low;
  const actors = problem.actors.filter((actor) => actor.salience > 0 && actor.capability > 0);
  const positions = actors.map((actor) => actor.position);
  const mean = weightedMean(
    positions,
    actors.map(({ capability, salience }) => exp(capabilityExponent * log(capability)) * salience),
  );
  const least = Math.min(...positions);
  const most = Math.max(...positions);
  const grid = Array.from({ length: PARTS + 1 }, (_, k) => low + (k * width) / PARTS);
  const points = [...positions, ...grid].filter((x) => x >= least && x <= most).sort((a, b) => a - b);
  const same = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-9 * width;
  const distinct = points.filter((x, k) => k === 0 || !same(x, points[k - 1]));
  return distinct.map((x) => {
    const tenth = ((x - low) / width) * 10;
    return {
      position: x,
      properties: [
        -Math.abs(x - mean) / width,
        positions.some((other) => same(other, x)) ? 1 : 0,
        Math.abs(tenth - Math.round(tenth)) <= 1e-8 ? 1 : 0,
        same(x, low + width / 2) ? 1 : 0,
      ],
    };
  });
}

/** The probability of each point. */
export function focalProbabilities(
  points: readonly FocalPoint[],
  { closeness, taken, round, halfway }: FocalCoefficients,
): number[] {
  const logits = points.map(
    ({ properties: [d, t, r, h] }) => closeness * d + taken * t + round * r + halfway * h,
  );
  const most = Math.max(...logits);
  const odds = logits.map((logit) => exp(logit - most));
  const total = odds.reduce((sum, o) => sum + o, 0);
  return odds.map((o) => o / total);
}

/** The first point at which the running sum of probabilities reaches a level. */
export function quantile(
  points: readonly FocalPoint[],
  probabilities: readonly number[],
  level: number,
): number {
  let sum = 0;
  for (let k = 0; k < points.length; k++) {
    sum += probabilities[k];
    if (sum >= level - 1e-12) return points[k].position;
  }
  return points[points.length - 1].position;
}
