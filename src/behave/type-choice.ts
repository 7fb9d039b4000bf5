import { exp, log, TawazunError } from "../base/index.ts";
import { agenda } from "./agenda.ts";
import { mirror } from "./choice.ts";
import type { Likelihood } from "./likelihood.ts";
import type { Plan } from "./plan.ts";
import { stage } from "./stage.ts";

/**
 * The type factor: of which kind an event is, given who acts toward whom.
 *
 * P(k) ∝ exp(θₖ·y(i, j)), with θ of the first kind 0. Coefficients are named `kind: term`; with two kinds
 * that is a logistic regression of the second against the first.
 *
 * @see Lerner et al. 2013.
 */
export function typeLikelihood(plan: Plan): Likelihood {
  const { dependent } = plan.data;
  const { type, types } = dependent;
  if (type === undefined || types === undefined || types.length < 2) {
    throw new TawazunError("fit/types", "The events have no types to be explained; two or more are needed.");
  }
  types.forEach((name, k) => {
    if (Array.from(type).includes(k)) return;
    throw new TawazunError(
      "fit/types",
      `No event is ${name}, so nothing can be said of when events are; leave the type out.`,
    );
  });
  const now = stage(plan, agenda(plan));
  const terms = plan.terms.length;
  const events = dependent.time.length;
  const rows = new Float64Array(events * terms);
  for (let e = 0; e < events; e++) {
    const time = dependent.time[e];
    if (e === 0 || time !== dependent.time[e - 1]) now.advance(time);
    for (let p = 0; p < terms; p++) {
      rows[e * terms + p] = now.terms[p].value(dependent.sender[e], dependent.receiver[e], time);
    }
  }
  const kinds = types.length;
  const size = (kinds - 1) * terms;
  const p = new Float64Array(kinds);
  return {
    names: types.slice(1).flatMap((kind) => plan.terms.map((term) => `${kind}: ${term.name}`)),
    count: events,
    evaluate(coefficients, observe) {
      const score = new Float64Array(size);
      const information = new Float64Array(size * size);
      const own = new Float64Array(size);
      let logLikelihood = 0;
      for (let e = 0; e < events; e++) {
        const at = e * terms;
        let top = 0;
        p[0] = 0;
        for (let k = 1; k < kinds; k++) {
          let eta = 0;
          for (let t = 0; t < terms; t++) eta += coefficients[(k - 1) * terms + t] * rows[at + t];
          p[k] = eta;
          top = Math.max(top, eta);
        }
        const chosen = p[type[e]];
        let total = 0;
        for (let k = 0; k < kinds; k++) {
          p[k] = exp(p[k] - top);
          total += p[k];
        }
        const part = chosen - top - log(total);
        logLikelihood += part;
        for (let k = 1; k < kinds; k++) {
          const pk = p[k] / total;
          const surprise = (type[e] === k ? 1 : 0) - pk;
          for (let t = 0; t < terms; t++) {
            const a = (k - 1) * terms + t;
            own[a] = surprise * rows[at + t];
            score[a] += own[a];
            for (let l = 1; l <= k; l++) {
              const weight = pk * ((k === l ? 1 : 0) - p[l] / total) * rows[at + t];
              for (let u = 0; u < terms; u++) {
                const b = (l - 1) * terms + u;
                if (b <= a) information[a * size + b] += weight * rows[at + u];
              }
            }
          }
        }
        observe?.(part, own, e);
      }
      mirror(information, size);
      return { logLikelihood, score, information };
    },
  };
}
