import { agenda } from "./agenda.ts";
import type { EventData } from "./event-data.ts";
import { formula } from "./formula.ts";
import { plan } from "./plan.ts";
import { stage } from "./stage.ts";

/** Moments and pairs for which statistics are wanted, in order of time. */
export interface Pairs {
  readonly time: ArrayLike<number>;
  readonly sender: ArrayLike<number>;
  readonly receiver: ArrayLike<number>;
}

/**
 * The statistics of a formula for given pairs at given times, each from the changes before that time.
 *
 * @returns one row per pair, terms in the formula's order: [r · terms + p].
 * @throws {TawazunError} `formula/…`.
 */
export function statisticRows(data: EventData, text: string, pairs: Pairs): Float64Array {
  const bound = plan(data, formula(text), "pair");
  const now = stage(bound, agenda(bound));
  const size = bound.terms.length;
  const rows = new Float64Array(pairs.time.length * size);
  for (let r = 0; r < pairs.time.length; r++) {
    const time = pairs.time[r];
    if (r === 0 || time !== pairs.time[r - 1]) now.advance(time);
    for (let p = 0; p < size; p++) {
      rows[r * size + p] = now.terms[p].value(pairs.sender[r], pairs.receiver[r], time);
    }
  }
  return rows;
}

/**
 * The clock of eventnet 1.3: times count from the first one, but the first one itself counts 1, so that
 * its events fade one unit less than they should. For comparison with that program only.
 */
export function eventnetClock(times: ArrayLike<number>): Float64Array {
  const first = times.length === 0 ? 0 : times[0];
  return Float64Array.from(times, (time) => (time === first ? 1 : time - first));
}
