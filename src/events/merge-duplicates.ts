import { type EventLog, rows } from "./event-log.ts";

/** A log in which each event stands once, and how often it was reported. */
export interface Merged {
  readonly log: EventLog;
  /** For each event of the log the number of rows that it stands for. */
  readonly reports: Uint32Array;
}

/**
 * Counts an event once that several reports tell of.
 *
 * Two rows are one event if they have the same day, source, target, type and front. It stands where
 * the first report stood, has the mean of their intensities, and the highest of their certainties: reports
 * copy one another, so that ten are not taken for ten witnesses.
 *
 * @example
 * ```ts
 * import { logOf, mergeDuplicates } from "tawazun/events";
 * const row = { time: 10, source: "sadr", target: "maliki", type: "ACCUSE" };
 * const { log, reports } = mergeDuplicates(logOf([{ ...row, intensity: -2 }, { ...row, intensity: -4 }]));
 * log.intensity[0]; //=> -3
 * reports[0]; //=> 2
 * ```
 */
export function mergeDuplicates(log: EventLog): Merged {
  const kept = new Uint32Array(log.count);
  const reports = new Uint32Array(log.count);
  const sums = new Float64Array(log.count);
  const certainty = new Uint8Array(log.count);
  let count = 0;
  let today = Number.NaN;
  let seen = new Map<string, number>();
  for (let e = 0; e < log.count; e++) {
    const day = Math.floor(log.time[e]);
    if (day !== today) {
      today = day;
      seen = new Map();
    }
    const key = `${log.source[e]} ${log.target[e]} ${log.type[e]} ${log.front[e]}`;
    const known = seen.get(key);
    const at = known ?? count++;
    if (known === undefined) {
      seen.set(key, at);
      kept[at] = e;
    }
    reports[at] += 1;
    sums[at] += log.intensity[e];
    certainty[at] = Math.max(certainty[at], log.certainty[e]);
  }
  const first = rows(log, kept.subarray(0, count));
  return {
    log: {
      ...first,
      intensity: Float32Array.from(sums.subarray(0, count), (sum, at) => sum / reports[at]),
      certainty: certainty.slice(0, count),
    },
    reports: reports.slice(0, count),
  };
}
