import { exp, log, TawazunError } from "../base/index.ts";
import { agenda } from "./agenda.ts";
import type { Likelihood } from "./likelihood.ts";
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
    evaluate(coefficients, observe) {
      const now = stage(plan, list);
      const score = new Float64Array(size);
      const information = new Float64Array(size * size);
      let logLikelihood = 0;
      for (let e = 0; e < dependent.time.length; e++) {
        const time = dependent.time[e];
        const i = dependent.sender[e];
        const chosen = dependent.receiver[e];
        now.advance(time);
        if (now.present[i] === 0 || now.present[chosen] === 0) absent(e, actors, i, chosen);
        for (let p = 0; p < size; p++) now.terms[p].row(i, time, x, p * n);
        weights.fill(0);
        for (let p = 0; p < size; p++) {
          const c = coefficients[p];
          const from = p * n;
          for (let j = 0; j < n; j++) weights[j] += c * x[from + j];
        }
        const top = weights[chosen];
        let total = 0;
        for (let j = 0; j < n; j++) {
          const w = j === i || now.present[j] === 0 ? 0 : exp(weights[j] - top);
          weights[j] = w;
          total += w;
        }
        const part = -log(total);
        logLikelihood += part;
        const scale = 1 / total;
        for (let p = 0; p < size; p++) {
          const from = p * n;
          let sum = 0;
          for (let j = 0; j < n; j++) {
            const v = weights[j] * x[from + j];
            weighted[j] = v;
            sum += v;
          }
          mean[p] = sum * scale;
          own[p] = x[from + chosen] - mean[p];
          score[p] += own[p];
          for (let q = 0; q <= p; q++) {
            const other = q * n;
            let product = 0;
            for (let j = 0; j < n; j++) product += weighted[j] * x[other + j];
            information[p * size + q] += product * scale - mean[p] * mean[q];
          }
        }
        observe?.(part, own);
      }
      mirror(information, size);
      return { logLikelihood, score, information };
    },
  };
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
