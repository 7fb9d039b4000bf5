import { type Random, TawazunError } from "../base/index.ts";
import { agenda } from "./agenda.ts";
import { absent } from "./choice.ts";
import { conditionalLogit } from "./conditional-logit.ts";
import type { Likelihood } from "./likelihood.ts";
import type { Plan } from "./plan.ts";
import { stage } from "./stage.ts";

/**
 * The relational-event model on a sample of the pairs that might have come instead: for each event its own
 * pair and `controls` others, drawn evenly and without repetition from all present pairs.
 *
 * @remarks As the controls are drawn evenly, the likelihood of the observed pair within its set needs no
 * correction; estimates are those of the full risk set but for sampling error, which falls as controls grow.
 * Statistics are worked out for the drawn pairs alone.
 * @see Lerner & Lomi 2020.
 */
export function sampledLikelihood(plan: Plan, controls: number, luck: Random): Likelihood {
  const { dependent, actors } = plan.data;
  const n = actors.length;
  if (!Number.isInteger(controls) || controls < 1) {
    throw new TawazunError("fit/controls", `The number of controls is ${controls}; it must be 1 or more.`);
  }
  const now = stage(plan, agenda(plan));
  const size = plan.terms.length;
  const events = dependent.time.length;
  const rows = new Float64Array(events * (controls + 1) * size);
  const begins = new Float64Array(events + 1);
  const drawn = new Int32Array(controls + 1);
  let there: number[] = [];
  let pairs = 0;
  let row = 0;
  for (let e = 0; e < events; e++) {
    const time = dependent.time[e];
    const [i, j] = [dependent.sender[e], dependent.receiver[e]];
    now.advance(time);
    if (now.presenceChanged) {
      there = Array.from({ length: n }, (_, k) => k).filter((k) => now.present[k] === 1);
      pairs = count(there, n, now.open);
      now.presenceChanged = false;
    }
    const { open } = now;
    if (now.present[i] === 0 || now.present[j] === 0 || (open !== undefined && !(open[i * n + j] > 0))) {
      absent(e, actors, i, j);
    }

    const wanted = Math.min(controls, pairs - 1);
    drawn[0] = i * n + j;
    for (let k = 1; k <= wanted; ) {
      const s = there[luck.integer(there.length)];
      const r = there[luck.integer(there.length)];
      if (s === r || (open !== undefined && !(open[s * n + r] > 0))) continue;
      const pair = s * n + r;
      let known = false;
      for (let d = 0; d < k && !known; d++) known = drawn[d] === pair;
      if (!known) drawn[k++] = pair;
    }
    for (let k = 0; k <= wanted; k++) {
      const s = Math.floor(drawn[k] / n);
      const r = drawn[k] - s * n;
      for (let p = 0; p < size; p++) rows[row * size + p] = now.terms[p].value(s, r, time);
      row += 1;
    }
    begins[e + 1] = row;
  }
  return conditionalLogit({
    names: plan.terms.map((term) => term.name),
    rows: rows.subarray(0, row * size),
    begins,
  });
}

/** How many ordered pairs of those present may come. */
function count(there: readonly number[], n: number, open: Float64Array | undefined): number {
  if (open === undefined) return there.length * (there.length - 1);
  let pairs = 0;
  for (const i of there) for (const j of there) if (i !== j && open[i * n + j] > 0) pairs += 1;
  return pairs;
}
