import { log, TawazunError } from "../base/index.ts";
import { agenda } from "./agenda.ts";
import { addChoice, type ChoiceSums, choiceSums } from "./choice-sums.ts";
import type { Evaluation, Likelihood } from "./likelihood.ts";
import type { Plan } from "./plan.ts";
import { type Stage, stage } from "./stage.ts";

/** Bytes up to which statistics are kept between evaluations rather than worked out for each. */
const KEPT = 100_000_000;

/** Events of which a start is sought before all are looked at, at most. */
const COARSE = 2000;

/**
 * The choice factor: toward whom a given sender acts.
 *
 * log L = Σₑ [η(i, jₑ) − ln Σ over present j ≠ i of exp η(i, j)], η = θ·s.
 *
 * @remarks Statistics are kept between evaluations up to 100 MB; of more events they are replayed on each, so
 * memory stays bounded however many these are, and only those of an even part of the events, from which
 * climbing starts, are kept. Events at one time see the changes before it, not each other.
 * @see Stadtfeld & Block 2017.
 */
export function choiceLikelihood(plan: Plan): Likelihood {
  const { dependent, actors } = plan.data;
  const list = agenda(plan);
  const n = actors.length;
  const size = plan.terms.length;
  const events = dependent.time.length;
  const every = Math.max(12, Math.ceil(events / COARSE));
  const whole = events * size * n * 8 <= KEPT;
  let all: Kept | undefined;
  let some: Kept | undefined;
  return {
    names: plan.terms.map((term) => term.name),
    count: events,
    value(coefficients) {
      if (coefficients.some((c) => c !== 0)) return evaluate(coefficients).logLikelihood;
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
    evaluate,
    coarse:
      events < COARSE
        ? undefined
        : (coefficients) => {
            if (whole) {
              all ??= keep(1);
              return read(all, every, coefficients, undefined);
            }
            some ??= keep(every);
            return read(some, 1, coefficients, undefined);
          },
  };

  function evaluate(coefficients: Float64Array, observe?: Observe): Evaluation {
    if (!whole) return replay(coefficients, observe);
    all ??= keep(1);
    return read(all, 1, coefficients, observe);
  }

  /** Goes through the events, working out statistics on the way. */
  function replay(coefficients: Float64Array, observe: Observe): Evaluation {
    const now = stage(plan, list);
    const sums = choiceSums(size, n);
    const x = new Float64Array(size * n);
    const mask = new Uint8Array(n);
    for (let e = 0; e < events; e++) {
      gather(now, e, x, 0, mask, 0);
      const part = addChoice(sums, coefficients, x, 0, mask, 0, dependent.receiver[e]);
      observe?.(part, sums.own, e);
    }
    return evaluated(sums);
  }

  /** Works out the statistics of every so many-th event. */
  function keep(step: number): Kept {
    const count = Math.ceil(events / step);
    const made = {
      count,
      x: new Float64Array(count * size * n),
      masks: new Uint8Array(count * n),
      chosen: new Int32Array(count),
    };
    const now = stage(plan, list);
    for (let k = 0; k < count; k++) {
      gather(now, k * step, made.x, k * size * n, made.masks, k * n);
      made.chosen[k] = dependent.receiver[k * step];
    }
    return made;
  }

  /** Goes to an event and reads the statistics of its sender toward all, and who could be chosen. */
  function gather(
    now: Stage,
    e: number,
    into: Float64Array,
    from: number,
    masks: Uint8Array,
    at: number,
  ): void {
    const time = dependent.time[e];
    const i = dependent.sender[e];
    now.advance(time);
    const j = dependent.receiver[e];
    choosable(now, i, masks, at);
    if (now.present[i] === 0 || masks[at + j] === 0) absent(e, actors, i, j);
    for (let p = 0; p < size; p++) now.terms[p].row(i, time, into, from + p * n);
  }
}

/** Evaluates every so many-th of the events kept. */
function read(
  { count, x, masks, chosen }: Kept,
  step: number,
  c: Float64Array,
  observe: Observe,
): Evaluation {
  const n = masks.length / Math.max(1, count);
  const sums = choiceSums(c.length, n);
  for (let k = 0; k < count; k += step) {
    const part = addChoice(sums, c, x, k * c.length * n, masks, k * n, chosen[k]);
    observe?.(part, sums.own, k);
  }
  return evaluated(sums);
}

function evaluated({ logLikelihood, score, information }: ChoiceSums): Evaluation {
  mirror(information, score.length);
  return { logLikelihood, score, information };
}

/** Statistics of some events: [k·terms·n + p·n + j]. */
interface Kept {
  readonly count: number;
  readonly x: Float64Array;
  readonly masks: Uint8Array;
  readonly chosen: Int32Array;
}

type Observe = Parameters<Likelihood["evaluate"]>[1];

/** Marks who can be chosen by a sender: those present, not itself, to whom there is an opportunity; their number. */
export function choosable({ n, present, open }: Stage, sender: number, mask: Uint8Array, at = 0): number {
  let count = 0;
  for (let j = 0; j < n; j++) {
    const may = j !== sender && present[j] === 1 && (open === undefined || open[sender * n + j] > 0);
    mask[at + j] = may ? 1 : 0;
    if (may) count += 1;
  }
  return count;
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
