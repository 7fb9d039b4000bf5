import { log, TawazunError } from "../base/index.ts";
import { agenda } from "./agenda.ts";
import { exponentials } from "./exponentials.ts";
import type { Evaluation, Likelihood } from "./likelihood.ts";
import type { Plan } from "./plan.ts";
import { type Stage, stage } from "./stage.ts";

/** Events of which a start is sought before all are looked at, at most. */
const COARSE = 2000;

/**
 * The choice factor: toward whom a given sender acts.
 *
 * log L = Σₑ [η(i, jₑ) − ln Σ over present j ≠ i of exp η(i, j)], η = θ·s.
 *
 * @remarks Statistics are replayed on every evaluation rather than stored, so memory is a few n² numbers
 * however many the events are; only those of an even part of the events, from which climbing starts, are
 * kept. Events at one time see the changes before it, not each other.
 * @see Stadtfeld & Block 2017.
 */
export function choiceLikelihood(plan: Plan): Likelihood {
  const { dependent, actors } = plan.data;
  const list = agenda(plan);
  const n = actors.length;
  const size = plan.terms.length;
  const events = dependent.time.length;
  const every = Math.max(12, Math.ceil(events / COARSE));
  let kept: Kept | undefined;
  return {
    names: plan.terms.map((term) => term.name),
    count: events,
    value(coefficients) {
      if (coefficients.some((c) => c !== 0)) return replay(coefficients, undefined).logLikelihood;
      // Everybody is as likely as everybody else: no statistic is needed.
      const without = plan.opportunities === undefined;
      const there = stage(
        { ...plan, terms: [], ...(without ? { sources: [] } : {}), attributes: [] },
        without ? { ...list, count: 0 } : list,
      );
      const mask = new Uint8Array(n);
      let logLikelihood = 0;
      for (let e = 0; e < events; e++) {
        there.advance(dependent.time[e]);
        logLikelihood -= log(choosable(there, dependent.sender[e], mask));
      }
      return logLikelihood;
    },
    evaluate: replay,
    coarse: events < COARSE ? undefined : some,
  };

  function replay(coefficients: Float64Array, observe: Observe | undefined): Evaluation {
    const now = stage(plan, list);
    const sums = tally(size, n);
    const x = new Float64Array(size * n);
    const mask = new Uint8Array(n);
    for (let e = 0; e < events; e++) {
      gather(now, e, x, 0, mask);
      const part = sums.add(coefficients, x, 0, mask, 0, dependent.receiver[e]);
      observe?.(part, sums.own, e);
    }
    return sums.evaluation();
  }

  /** Evaluates every so many-th event alone. */
  function some(coefficients: Float64Array): Evaluation {
    kept ??= keep();
    const sums = tally(size, n);
    for (let k = 0; k < kept.chosen.length; k++) {
      sums.add(coefficients, kept.x, k * size * n, kept.masks, k * n, kept.chosen[k]);
    }
    return sums.evaluation();
  }

  function keep(): Kept {
    const count = Math.ceil(events / every);
    const made = {
      x: new Float64Array(count * size * n),
      masks: new Uint8Array(count * n),
      chosen: new Int32Array(count),
    };
    const now = stage(plan, list);
    const mask = new Uint8Array(n);
    for (let k = 0; k < count; k++) {
      gather(now, k * every, made.x, k * size * n, mask);
      made.masks.set(mask, k * n);
      made.chosen[k] = dependent.receiver[k * every];
    }
    return made;
  }

  /** Goes to an event and reads the statistics of its sender toward all, and who could be chosen. */
  function gather(now: Stage, e: number, into: Float64Array, from: number, mask: Uint8Array): void {
    const time = dependent.time[e];
    const i = dependent.sender[e];
    now.advance(time);
    choosable(now, i, mask);
    if (now.present[i] === 0 || mask[dependent.receiver[e]] === 0)
      absent(e, actors, i, dependent.receiver[e]);
    for (let p = 0; p < size; p++) now.terms[p].row(i, time, into, from + p * n);
  }
}

/** Statistics of some events: [k·terms·n + p·n + j]. */
interface Kept {
  readonly x: Float64Array;
  readonly masks: Uint8Array;
  readonly chosen: Int32Array;
}

type Observe = Parameters<Likelihood["evaluate"]>[1];

/** Marks who can be chosen by a sender: those present, not itself, to whom there is an opportunity; their number. */
export function choosable({ n, present, open }: Stage, sender: number, mask: Uint8Array): number {
  let count = 0;
  for (let j = 0; j < n; j++) {
    const may = j !== sender && present[j] === 1 && (open === undefined || open[sender * n + j] > 0);
    mask[j] = may ? 1 : 0;
    if (may) count += 1;
  }
  return count;
}

/** Adds up log-likelihood, score and information over choices among n. */
function tally(size: number, n: number) {
  const weights = new Float64Array(n);
  const weighted = new Float64Array(n);
  const mask = new Uint8Array(n);
  const mean = new Float64Array(size);
  const own = new Float64Array(size);
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  let logLikelihood = 0;
  return {
    /** The score of the last choice. */
    own,
    add(
      c: Float64Array,
      x: Float64Array,
      from: number,
      masks: Uint8Array,
      at: number,
      chosen: number,
    ): number {
      utilities(weights, x, from, c, n);
      for (let j = 0; j < n; j++) mask[j] = masks[at + j];
      const total = exponentials(weights, mask, weights[chosen], n);
      const part = -log(total);
      logLikelihood += part;
      const scale = 1 / total;
      for (let p = 0; p < size; p++) {
        const row = from + p * n;
        mean[p] = product(weighted, weights, x, row, n) * scale;
        own[p] = x[row + chosen] - mean[p];
        score[p] += own[p];
        for (let q = 0; q <= p; q++) {
          information[p * size + q] += dot(weighted, x, from + q * n, n) * scale - mean[p] * mean[q];
        }
      }
      return part;
    },
    evaluation(): Evaluation {
      mirror(information, size);
      return { logLikelihood, score, information };
    },
  };
}

/** η = θ·s of everybody. */
export function utilities(
  into: Float64Array,
  x: Float64Array,
  from: number,
  c: ArrayLike<number>,
  n: number,
): void {
  scaled(into, x, from, c[0], n);
  for (let p = 1; p < c.length; p++) addScaled(into, x, from + p * n, c[p], n);
}

function scaled(into: Float64Array, x: Float64Array, from: number, c: number, n: number): void {
  for (let j = 0; j < n; j++) into[j] = c * x[from + j];
}

function addScaled(into: Float64Array, x: Float64Array, from: number, c: number, n: number): void {
  for (let j = 0; j < n; j++) into[j] += c * x[from + j];
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
    `Event ${e + 1}, by ${actors[i]} toward ${actors[j]}, falls on a time when one of the two is not present, or the first has no opportunity to act toward the second.`,
  );
}
