import { choosable } from "../choice.ts";
import { utilities } from "../choice-sums.ts";
import { exponentials } from "../exponentials.ts";
import type { LiveTerm } from "../live-term.ts";
import type { Stage } from "../stage.ts";

/** Chances, up to a factor, that each pair agrees: [i·n + j] for j < i, p(i, j) p(j, i); their sum. */
export function agreements(
  now: Stage,
  terms: readonly LiveTerm[],
  coefficients: Float64Array,
  time: number,
  into: Float64Array,
): number {
  const { n } = now;
  const x = new Float64Array(terms.length * n);
  const eta = new Float64Array(n);
  const mask = new Uint8Array(n);
  into.fill(0);
  for (let i = 0; i < n; i++) {
    if (now.present[i] === 0 || choosable(now, i, mask) === 0) continue;
    for (let p = 0; p < terms.length; p++) terms[p].row(i, time, x, p * n);
    utilities(eta, x, 0, coefficients, n);
    let top = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < n; j++) if (mask[j] === 1) top = Math.max(top, eta[j]);
    const sum = exponentials(eta, mask, 0, top, n);
    for (let j = 0; j < n; j++) into[i * n + j] = eta[j] / sum;
  }
  let total = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      into[i * n + j] *= into[j * n + i];
      into[j * n + i] = 0;
      total += into[i * n + j];
    }
  }
  return total;
}
