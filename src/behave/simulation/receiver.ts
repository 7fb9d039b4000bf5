import { choosable } from "../choice.ts";
import { utilities } from "../choice-sums.ts";
import { exponentials } from "../exponentials.ts";
import type { LiveTerm } from "../live-term.ts";
import type { Stage } from "../stage.ts";

/** Weights of alternatives, worked out anew for each question, and their sum. */
export interface Weights {
  readonly weights: Float64Array;
  /** The sum; 0 if there is no alternative. */
  weigh(sender: number, receiver: number, time: number): number;
}

/** How likely each receiver is for a sender, up to a factor; without terms all are equally likely. */
export function receiverWeights(now: Stage, terms: readonly LiveTerm[], coefficients: Float64Array): Weights {
  const { n } = now;
  const size = terms.length;
  const x = new Float64Array(size * n);
  const weights = new Float64Array(n);
  const mask = new Uint8Array(n);
  return {
    weights,
    weigh(sender, _receiver, time) {
      if (choosable(now, sender, mask) === 0) {
        weights.fill(0);
        return 0;
      }
      for (let p = 0; p < size; p++) terms[p].row(sender, time, x, p * n);
      if (size === 0) weights.fill(0);
      else utilities(weights, x, 0, coefficients, n);
      let top = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < n; j++) if (mask[j] === 1 && weights[j] > top) top = weights[j];
      return exponentials(weights, mask, 0, top, n);
    },
  };
}

/** How likely each type is for a pair, up to a factor. */
export function typeWeights(terms: readonly LiveTerm[], kinds: number, coefficients: Float64Array): Weights {
  const size = terms.length;
  const weights = new Float64Array(kinds);
  const mask = new Uint8Array(kinds).fill(1);
  return {
    weights,
    weigh(sender, receiver, time) {
      weights.fill(0);
      for (let t = 0; t < size; t++) {
        const value = terms[t].value(sender, receiver, time);
        for (let k = 1; k < kinds; k++) weights[k] += coefficients[(k - 1) * size + t] * value;
      }
      let top = 0;
      for (let k = 1; k < kinds; k++) top = Math.max(top, weights[k]);
      return exponentials(weights, mask, 0, top, kinds);
    },
  };
}

/** The first weight at which the sum passes a place; the last that weighs at all if rounding left none; −1 if none does. */
export function drawn(weights: Float64Array, place: number): number {
  let left = place;
  let last = -1;
  for (let k = 0; k < weights.length; k++) {
    if (weights[k] === 0) continue;
    last = k;
    left -= weights[k];
    if (left < 0) break;
  }
  return last;
}
