import { log } from "../base/index.ts";
import { exponentials } from "./exponentials.ts";
import { type Moments, moments, momentsOf } from "./moments.ts";

/** Log-likelihood, score and information added up over choices among n. Plain data: see {@link addChoice}. */
export interface ChoiceSums {
  readonly n: number;
  readonly weights: Float64Array;
  readonly moments: Moments;
  readonly mean: Float64Array;
  /** The score of the last choice. */
  readonly own: Float64Array;
  readonly score: Float64Array;
  /** Lower half. */
  readonly information: Float64Array;
  logLikelihood: number;
}

/** Sums of no choice yet. */
export function choiceSums(size: number, n: number): ChoiceSums {
  return {
    n,
    weights: new Float64Array(n),
    moments: moments(size),
    mean: new Float64Array(size),
    own: new Float64Array(size),
    score: new Float64Array(size),
    information: new Float64Array(size * size),
    logLikelihood: 0,
  };
}

/**
 * Adds a choice; gives its log-likelihood.
 *
 * @param x statistics of all alternatives, term after term, from `from` on.
 * @param masks 1 for who could be chosen, from `at` on.
 * @remarks No closure: the engine compiles a closure anew for every evaluation that makes one.
 */
export function addChoice(
  sums: ChoiceSums,
  c: Float64Array,
  x: Float64Array,
  from: number,
  masks: Uint8Array,
  at: number,
  chosen: number,
): number {
  const { n, weights, mean, own, score, information } = sums;
  const { first, second } = sums.moments;
  const size = c.length;
  utilities(weights, x, from, c, n);
  const total = exponentials(weights, masks, at, weights[chosen], n);
  const part = -log(total);
  sums.logLikelihood += part;
  const scale = 1 / total;
  momentsOf(sums.moments, weights, x, from, n);
  for (let p = 0; p < size; p++) {
    mean[p] = first[p] * scale;
    own[p] = x[from + p * n + chosen] - mean[p];
    score[p] += own[p];
    for (let q = 0; q <= p; q++) {
      information[p * size + q] += second[p * size + q] * scale - mean[p] * mean[q];
    }
  }
  return part;
}

/** η = θ·s of everybody. */
export function utilities(
  into: Float64Array,
  x: Float64Array,
  from: number,
  c: ArrayLike<number>,
  n: number,
): void {
  scaled(into, x, from, c[0], n);
  for (let p = 1; p < c.length; p++) addScaled(into, x, from + p * n, c[p], n);
}

function scaled(into: Float64Array, x: Float64Array, from: number, c: number, n: number): void {
  for (let j = 0; j < n; j++) into[j] = c * x[from + j];
}

function addScaled(into: Float64Array, x: Float64Array, from: number, c: number, n: number): void {
  for (let j = 0; j < n; j++) into[j] += c * x[from + j];
}
