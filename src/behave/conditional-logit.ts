import { log } from "../base/index.ts";
import { mirror } from "./choice.ts";
import { quickExp } from "./exponentials.ts";
import type { Likelihood } from "./likelihood.ts";

/** Sets of alternatives of which one was chosen: rows of statistics, set after set. */
export interface ChoiceSets {
  readonly names: readonly string[];
  /** [row · terms + p]. */
  readonly rows: Float64Array;
  /** Where each set begins, and at the end the number of rows; the first row of a set was chosen. */
  readonly begins: ArrayLike<number>;
}

/** log L = Σ over sets of [η(chosen) − ln Σ exp η]. */
export function conditionalLogit({ names, rows, begins }: ChoiceSets): Likelihood {
  const size = names.length;
  const sets = begins.length - 1;
  return {
    names,
    count: sets,
    evaluate(coefficients, observe) {
      const score = new Float64Array(size);
      const information = new Float64Array(size * size);
      const own = new Float64Array(size);
      const first = new Float64Array(size);
      const second = new Float64Array(size * size);
      let logLikelihood = 0;
      for (let s = 0; s < sets; s++) {
        const from = begins[s];
        const length = begins[s + 1] - from;
        let chosen = 0;
        for (let p = 0; p < size; p++) chosen += coefficients[p] * rows[from * size + p];
        let total = 0;
        first.fill(0);
        second.fill(0);
        for (let k = 0; k < length; k++) {
          const at = (from + k) * size;
          let eta = 0;
          for (let p = 0; p < size; p++) eta += coefficients[p] * rows[at + p];
          const w = quickExp(eta - chosen);
          total += w;
          for (let p = 0; p < size; p++) {
            const wx = w * rows[at + p];
            first[p] += wx;
            for (let q = 0; q <= p; q++) second[p * size + q] += wx * rows[at + q];
          }
        }
        const part = -log(total);
        logLikelihood += part;
        for (let p = 0; p < size; p++) {
          const mean = first[p] / total;
          own[p] = rows[from * size + p] - mean;
          score[p] += own[p];
          for (let q = 0; q <= p; q++) {
            information[p * size + q] += second[p * size + q] / total - (mean * first[q]) / total;
          }
        }
        observe?.(part, own, s);
      }
      mirror(information, size);
      return { logLikelihood, score, information };
    },
  };
}
