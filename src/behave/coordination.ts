import { exp, log, TawazunError } from "../base/index.ts";
import { agenda } from "./agenda.ts";
import { absent, mirror } from "./choice.ts";
import type { Likelihood } from "./likelihood.ts";
import type { Plan } from "./plan.ts";
import { stage } from "./stage.ts";

/**
 * The coordination model: which two actors tie a knot that both must want.
 *
 * p(i, j) is the chance that i would choose j; the pair comes about with probability
 * p(i, j) p(j, i) / Σ over pairs of p(k, l) p(l, k).
 *
 * @remarks Not an exponential family: the information is the expected one, Σ P d dᵀ − (Σ P d)(Σ P d)ᵀ.
 * @see Stadtfeld, Hollway & Block 2017.
 */
export function coordinationLikelihood(plan: Plan): Likelihood {
  const { dependent, actors } = plan.data;
  const list = agenda(plan);
  const n = actors.length;
  const size = plan.terms.length;
  const x = new Float64Array(size * n * n); // [p·n·n + i·n + j], less its mean over i's choices
  const p = new Float64Array(n * n);
  const logP = new Float64Array(n * n);
  return {
    names: plan.terms.map((term) => term.name),
    count: dependent.time.length,
    evaluate(coefficients, observe) {
      const now = stage(plan, list);
      const score = new Float64Array(size);
      const information = new Float64Array(size * size);
      const own = new Float64Array(size);
      const mean = new Float64Array(size);
      const second = new Float64Array(size * size);
      let logLikelihood = 0;
      let renewed = Number.NaN;
      let total = 0;
      for (let e = 0; e < dependent.time.length; e++) {
        const time = dependent.time[e];
        const [a, b] = [dependent.sender[e], dependent.receiver[e]];
        now.advance(time);
        const shut = now.open !== undefined && !(now.open[a * n + b] > 0 && now.open[b * n + a] > 0);
        if (shut || now.present[a] === 0 || now.present[b] === 0) absent(e, actors, a, b);
        if (time !== renewed) {
          renewed = time;
          choices(time);
          pairs();
        }
        const part = logP[a * n + b] + logP[b * n + a] - log(total);
        if (!Number.isFinite(part)) {
          throw new TawazunError(
            "fit/impossible",
            `Event ${e + 1} has no chance at all under these coefficients.`,
          );
        }
        logLikelihood += part;
        for (let q = 0; q < size; q++) {
          own[q] = x[(q * n + a) * n + b] + x[(q * n + b) * n + a] - mean[q];
          score[q] += own[q];
          for (let r = 0; r <= q; r++) information[q * size + r] += second[q * size + r] - mean[q] * mean[r];
        }
        observe?.(part, own, e);
      }
      mirror(information, size);
      return { logLikelihood, score, information };

      /** p(i, ·) for every present i, and the statistics less their means. */
      function choices(time: number): void {
        p.fill(0);
        logP.fill(Number.NEGATIVE_INFINITY);
        for (let i = 0; i < n; i++) {
          if (now.present[i] === 0) continue;
          let top = Number.NEGATIVE_INFINITY;
          for (let q = 0; q < size; q++) now.terms[q].row(i, time, x, (q * n + i) * n);
          for (let j = 0; j < n; j++) {
            if (j === i || now.present[j] === 0) continue;
            if (now.open !== undefined && !(now.open[i * n + j] > 0)) continue;
            let eta = 0;
            for (let q = 0; q < size; q++) eta += coefficients[q] * x[(q * n + i) * n + j];
            logP[i * n + j] = eta;
            top = Math.max(top, eta);
          }
          let sum = 0;
          for (let j = 0; j < n; j++) {
            if (logP[i * n + j] === Number.NEGATIVE_INFINITY) continue;
            p[i * n + j] = exp(logP[i * n + j] - top);
            sum += p[i * n + j];
          }
          if (sum === 0) continue;
          const logSum = log(sum) + top;
          for (let j = 0; j < n; j++) {
            p[i * n + j] /= sum;
            logP[i * n + j] -= logSum;
          }
          for (let q = 0; q < size; q++) {
            const from = (q * n + i) * n;
            let expected = 0;
            for (let j = 0; j < n; j++) if (p[i * n + j] > 0) expected += p[i * n + j] * x[from + j];
            for (let j = 0; j < n; j++) x[from + j] -= expected;
          }
        }
      }

      /** Moments of d(i, j) + d(j, i) over pairs. */
      function pairs(): void {
        total = 0;
        mean.fill(0);
        second.fill(0);
        const d = new Float64Array(size);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < i; j++) {
            const w = p[i * n + j] * p[j * n + i];
            if (w === 0) continue;
            total += w;
            for (let q = 0; q < size; q++) {
              d[q] = x[(q * n + i) * n + j] + x[(q * n + j) * n + i];
              const wd = w * d[q];
              mean[q] += wd;
              for (let r = 0; r <= q; r++) second[q * size + r] += wd * d[r];
            }
          }
        }
        for (let q = 0; q < size; q++) mean[q] /= total;
        for (let q = 0; q < size * size; q++) second[q] /= total;
      }
    },
  };
}
