import type { Clock, Learned } from "./learned.ts";

/** Squares that stand for what was not seen yet: the first steps are as short as after so many questions. */
const AT_FIRST = 30;

/**
 * Weights that learn by online Newton steps: along the gradient as seen through all gradients so far, so that
 * statistics that say almost the same do not hold each other up. Costs size² a question.
 *
 * @see Hazan, Agarwal & Kale 2007.
 */
export function newton(size: number, time: Clock): Pick<Learned, "weight" | "mean" | "step" | "settle"> {
  const weight = new Float64Array(size);
  const mean = new Float64Array(size);
  const sum = new Float64Array(size);
  let since = 0;
  /** Inverse of the sum of g gᵀ, kept by the formula of Sherman and Morrison. */
  const inverse = new Float64Array(size * size);
  for (let p = 0; p < size; p++) inverse[p * size + p] = 1 / AT_FIRST;
  const seen = new Float64Array(size);
  function catchUp(): void {
    const questions = time.counted - since;
    if (questions === 0) return;
    since = time.counted;
    for (let p = 0; p < size; p++) sum[p] += weight[p] * questions;
  }
  return {
    weight,
    mean,
    step(from, gradient) {
      catchUp();
      seen.fill(0);
      for (let p = 0; p < size; p++) {
        const g = gradient[from + p];
        if (g === 0) continue;
        for (let q = 0; q < size; q++) seen[q] += g * inverse[p * size + q];
      }
      let scale = 1;
      for (let p = 0; p < size; p++) scale += gradient[from + p] * seen[p];
      for (let p = 0; p < size; p++) {
        const share = seen[p] / scale;
        if (share === 0) continue;
        for (let q = 0; q < size; q++) inverse[p * size + q] -= share * seen[q];
        weight[p] += share;
      }
    },
    settle() {
      catchUp();
      if (time.counted === 0) return;
      for (let p = 0; p < size; p++) mean[p] = sum[p] / time.counted;
    },
  };
}
