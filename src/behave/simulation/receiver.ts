import { choosable, utilities } from "../choice.ts";
import { exponentials } from "../exponentials.ts";
import type { LiveTerm } from "../live-term.ts";
import type { Stage } from "../stage.ts";

/** Draws toward whom a sender acts: the receiver's number, −1 if there is nobody. */
export type DrawReceiver = (sender: number, time: number, uniform: number) => number;

/** The choice factor at work; without terms everybody is as likely as everybody else. */
export function receiverDraw(
  now: Stage,
  terms: readonly LiveTerm[],
  coefficients: Float64Array,
): DrawReceiver {
  const { n } = now;
  const size = terms.length;
  const x = new Float64Array(size * n);
  const weights = new Float64Array(n);
  const mask = new Uint8Array(n);
  return (sender, time, uniform) => {
    if (choosable(now, sender, mask) === 0) return -1;
    for (let p = 0; p < size; p++) terms[p].row(sender, time, x, p * n);
    if (size === 0) weights.fill(0);
    else utilities(weights, x, 0, coefficients, n);
    let top = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < n; j++) if (mask[j] === 1 && weights[j] > top) top = weights[j];
    let left = uniform * exponentials(weights, mask, top, n);
    let last = -1;
    for (let j = 0; j < n; j++) {
      if (weights[j] === 0) continue;
      last = j;
      left -= weights[j];
      if (left < 0) break;
    }
    return last;
  };
}

/** Draws in which way an event comes: the number of its type. */
export type DrawType = (sender: number, receiver: number, time: number, uniform: number) => number;

/** The type factor at work. */
export function typeDraw(terms: readonly LiveTerm[], kinds: number, coefficients: Float64Array): DrawType {
  const size = terms.length;
  const eta = new Float64Array(kinds);
  const mask = new Uint8Array(kinds).fill(1);
  return (sender, receiver, time, uniform) => {
    eta.fill(0);
    for (let t = 0; t < size; t++) {
      const value = terms[t].value(sender, receiver, time);
      for (let k = 1; k < kinds; k++) eta[k] += coefficients[(k - 1) * size + t] * value;
    }
    let top = 0;
    for (let k = 1; k < kinds; k++) top = Math.max(top, eta[k]);
    let left = uniform * exponentials(eta, mask, top, kinds);
    for (let k = 0; k < kinds; k++) {
      left -= eta[k];
      if (left < 0) return k;
    }
    return kinds - 1;
  };
}
