import { exp, log, TawazunError } from "../base/index.ts";
import { agenda } from "./agenda.ts";
import type { Evaluation, Likelihood } from "./likelihood.ts";
import type { Plan } from "./plan.ts";
import { stage } from "./stage.ts";

/**
 * The choice factor: toward whom a given sender acts.
 *
 * log L = Σₑ [η(i, jₑ) − ln Σ over present j ≠ i of exp η(i, j)], η = θ·s.
 *
 * @remarks Statistics are replayed on every evaluation rather than stored, so memory is a few n² numbers
 * however many the events are. Events at one time see the changes before it, not each other.
 * @see Stadtfeld & Block 2017.
 */
export function choiceLikelihood(plan: Plan): Likelihood {
  const { dependent, actors } = plan.data;
  const list = agenda(plan);
  const n = actors.length;
  const size = plan.terms.length;
  const x = new Float64Array(size * n);
  const weights = new Float64Array(n);
  const weighted = new Float64Array(n);
  const mean = new Float64Array(size);
  const own = new Float64Array(size);
  return {
    names: plan.terms.map((term) => term.name),
    count: dependent.time.length,
    value(coefficients) {
      if (coefficients.some((c) => c !== 0)) return replay(coefficients, 1, undefined).logLikelihood;
      // Everybody is as likely as everybody else: no statistic is needed.
      const there = stage({ ...plan, terms: [], sources: [], attributes: [] }, { ...list, count: 0 });
      let logLikelihood = 0;
      let part = 0;
      for (let e = 0; e < dependent.time.length; e++) {
        there.advance(dependent.time[e]);
        if (there.presenceChanged) part = log(there.present.reduce((sum, here) => sum + here, 0) - 1);
        there.presenceChanged = false;
        logLikelihood -= part;
      }
      return logLikelihood;
    },
    evaluate: (coefficients, observe) => replay(coefficients, 1, observe),
    coarse: dependent.time.length < 2000 ? undefined : (coefficients) => replay(coefficients, 12, undefined),
  };

  /** Evaluates every so many-th event alone. */
  function replay(
    coefficients: Float64Array,
    every: number,
    observe: ((logLikelihood: number, score: Float64Array) => void) | undefined,
  ): Evaluation {
    const now = stage(plan, list);
    const score = new Float64Array(size);
    const information = new Float64Array(size * size);
    let logLikelihood = 0;
    for (let e = 0; e < dependent.time.length; e += every) {
      const time = dependent.time[e];
      const i = dependent.sender[e];
      const chosen = dependent.receiver[e];
      now.advance(time);
      if (now.present[i] === 0 || now.present[chosen] === 0) absent(e, actors, i, chosen);
      for (let p = 0; p < size; p++) now.terms[p].row(i, time, x, p * n);
      scaled(weights, x, 0, coefficients[0], n);
      for (let p = 1; p < size; p++) addScaled(weights, x, p * n, coefficients[p], n);
      const total = exponentials(weights, now.present, i, weights[chosen], n);
      const part = -log(total);
      logLikelihood += part;
      const scale = 1 / total;
      for (let p = 0; p < size; p++) {
        mean[p] = product(weighted, weights, x, p * n, n) * scale;
        own[p] = x[p * n + chosen] - mean[p];
        score[p] += own[p];
        for (let q = 0; q <= p; q++) {
          information[p * size + q] += dot(weighted, x, q * n, n) * scale - mean[p] * mean[q];
        }
      }
      observe?.(part, own);
    }
    mirror(information, size);
    return { logLikelihood, score, information };
  }
}

function scaled(into: Float64Array, x: Float64Array, from: number, c: number, n: number): void {
  for (let j = 0; j < n; j++) into[j] = c * x[from + j];
}

function addScaled(into: Float64Array, x: Float64Array, from: number, c: number, n: number): void {
  for (let j = 0; j < n; j++) into[j] += c * x[from + j];
}

/** Turns utilities into weights relative to the chosen one's, 0 for who cannot be chosen; gives their sum. */
function exponentials(eta: Float64Array, present: Uint8Array, i: number, top: number, n: number): number {
  let total = 0;
  for (let j = 0; j < n; j++) {
    const w = j === i || present[j] === 0 ? 0 : exp(eta[j] - top);
    eta[j] = w;
    total += w;
  }
  return total;
}

/** into = w · x, and its sum. Four sums at a time: additions wait for one another otherwise. */
function product(into: Float64Array, w: Float64Array, x: Float64Array, from: number, n: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let j = 0;
  for (; j + 3 < n; j += 4) {
    a += into[j] = w[j] * x[from + j];
    b += into[j + 1] = w[j + 1] * x[from + j + 1];
    c += into[j + 2] = w[j + 2] * x[from + j + 2];
    d += into[j + 3] = w[j + 3] * x[from + j + 3];
  }
  for (; j < n; j++) a += into[j] = w[j] * x[from + j];
  return a + b + (c + d);
}

function dot(w: Float64Array, x: Float64Array, from: number, n: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let j = 0;
  for (; j + 3 < n; j += 4) {
    a += w[j] * x[from + j];
    b += w[j + 1] * x[from + j + 1];
    c += w[j + 2] * x[from + j + 2];
    d += w[j + 3] * x[from + j + 3];
  }
  for (; j < n; j++) a += w[j] * x[from + j];
  return a + b + (c + d);
}

/** Copies the lower half of a square matrix to the upper. */
export function mirror(matrix: Float64Array, size: number): void {
  for (let p = 0; p < size; p++) for (let q = 0; q < p; q++) matrix[q * size + p] = matrix[p * size + q];
}

/** Refuses an event of somebody who is not there. */
export function absent(e: number, actors: readonly string[], i: number, j: number): never {
  throw new TawazunError(
    "events/absent",
    `Event ${e + 1}, by ${actors[i]} toward ${actors[j]}, falls on a time when one of the two is not present.`,
  );
}
