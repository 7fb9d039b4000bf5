import { type Day, TawazunError } from "../base/index.ts";
import { ownCopy } from "./own-copy.ts";
import { timeOrder } from "./time-order.ts";

/** Stands in the column `target` where an event has none. */
export const noTarget = -1;

/**
 * Events in time order, one typed array a column; actors and types are interned.
 *
 * @remarks 24 bytes an event: ten million take 240 MB, and at most 700 MB while they are put in order.
 * Events may come in any order; rows with equal times keep the order in which they were added.
 */
export interface EventLog {
  readonly count: number;
  /** Names; the columns hold indices into them. */
  readonly actors: readonly string[];
  readonly types: readonly string[];
  readonly fronts: readonly string[];
  /** Days since 1970-01-01. */
  readonly time: Float64Array;
  readonly source: Int32Array;
  /** {@link noTarget} where there is none. */
  readonly target: Int32Array;
  readonly type: Uint16Array;
  /** Goldstein scale, −10…+10. */
  readonly intensity: Float32Array;
  /** Index into `fronts`, plus 1; 0 where no front is named. */
  readonly front: Uint8Array;
  /** 0…1, in steps of 1/255. */
  readonly certainty: Uint8Array;
}

/** One event as a record: what {@link logOf} takes and {@link eventAt} gives. */
export interface EventRecord {
  readonly time: Day;
  readonly source: string;
  readonly target?: string;
  readonly type: string;
  readonly intensity: number;
  readonly front?: string;
  readonly certainty?: number;
}

/** A log in the making: columns that grow, and names that are numbered as they come. */
export interface LogBuilder {
  add(event: EventRecord): void;
  /** The log of what was added so far; the builder may go on. */
  log(): EventLog;
  readonly count: number;
}

/** Numbers for names, in the order in which they first come. */
function interner(known: readonly string[]): { readonly names: string[]; of(name: string): number } {
  const names = [...known];
  const numbers = new Map(names.map((name, i) => [name, i]));
  return {
    names,
    of(name) {
      const number = numbers.get(name);
      if (number !== undefined) return number;
      const own = ownCopy(name);
      numbers.set(own, names.length);
      names.push(own);
      return names.length - 1;
    },
  };
}

/**
 * Starts an event log.
 *
 * @param known names whose numbers are fixed in advance, such as the actors of a case in its order.
 */
export function logBuilder(
  known: { readonly actors?: readonly string[]; readonly types?: readonly string[] } = {},
): LogBuilder {
  const actors = interner(known.actors ?? []);
  const types = interner(known.types ?? []);
  const fronts = interner([]);
  let size = 256;
  let count = 0;
  let time = new Float64Array(size);
  let source = new Int32Array(size);
  let target = new Int32Array(size);
  let type = new Uint16Array(size);
  let intensity = new Float32Array(size);
  let front = new Uint8Array(size);
  let certainty = new Uint8Array(size);
  function grow(): void {
    size = Math.ceil(size * 1.6);
    const longer = <A extends { set(from: A): void }>(made: A, from: A): A => {
      made.set(from);
      return made;
    };
    time = longer(new Float64Array(size), time);
    source = longer(new Int32Array(size), source);
    target = longer(new Int32Array(size), target);
    type = longer(new Uint16Array(size), type);
    intensity = longer(new Float32Array(size), intensity);
    front = longer(new Uint8Array(size), front);
    certainty = longer(new Uint8Array(size), certainty);
  }
  return {
    add(event) {
      if (!Number.isFinite(event.time) || !Number.isFinite(event.intensity)) {
        throw new TawazunError(
          "event/number",
          `The event of ${event.source} has time ${event.time} and intensity ${event.intensity}; both must be numbers.`,
        );
      }
      const kind = types.of(event.type);
      const place = event.front === undefined ? 0 : fronts.of(event.front) + 1;
      if (kind > 65_535 || place > 255) {
        throw new TawazunError(
          "event/names",
          "A log tells at most 65,536 types and 255 fronts apart; is this the right column?",
        );
      }
      if (count === size) grow();
      time[count] = event.time;
      source[count] = actors.of(event.source);
      target[count] = event.target === undefined ? noTarget : actors.of(event.target);
      type[count] = kind;
      intensity[count] = event.intensity;
      front[count] = place;
      certainty[count] = Math.round((event.certainty ?? 1) * 255);
      count += 1;
    },
    log() {
      // Views of the columns, not copies: what is added later stands behind their ends.
      return inOrder({
        count,
        actors: [...actors.names],
        types: [...types.names],
        fronts: [...fronts.names],
        time: time.subarray(0, count),
        source: source.subarray(0, count),
        target: target.subarray(0, count),
        type: type.subarray(0, count),
        intensity: intensity.subarray(0, count),
        front: front.subarray(0, count),
        certainty: certainty.subarray(0, count),
      });
    },
    get count() {
      return count;
    },
  };
}

/** The log sorted by time, stable; itself if it is so already. */
function inOrder(log: EventLog): EventLog {
  const order = timeOrder(log.time);
  return order === undefined ? log : rows(log, order);
}

/** The log with only the given rows, in the given order. Names keep their numbers. */
export function rows(log: EventLog, which: ArrayLike<number>): EventLog {
  const n = which.length;
  const take = <A extends Float64Array | Int32Array | Uint16Array | Float32Array | Uint8Array>(
    made: A,
    from: A,
  ): A => {
    for (let r = 0; r < n; r++) made[r] = from[which[r]];
    return made;
  };
  return {
    count: n,
    actors: log.actors,
    types: log.types,
    fronts: log.fronts,
    time: take(new Float64Array(n), log.time),
    source: take(new Int32Array(n), log.source),
    target: take(new Int32Array(n), log.target),
    type: take(new Uint16Array(n), log.type),
    intensity: take(new Float32Array(n), log.intensity),
    front: take(new Uint8Array(n), log.front),
    certainty: take(new Uint8Array(n), log.certainty),
  };
}

/**
 * A log of some events.
 *
 * @param known names whose numbers are fixed in advance.
 * @returns the events in time order; equal times keep the given order.
 * @example
 * ```ts
 * import { eventAt, logOf } from "tawazun/events";
 * const log = logOf([
 *   { time: 20, source: "maliki", target: "allawi", type: "ACCUSE", intensity: -2 },
 *   { time: 10, source: "sadr", target: "maliki", type: "CONSULT", intensity: 1 },
 * ]);
 * log.actors; //=> ["maliki", "allawi", "sadr"]
 * eventAt(log, 0).source; //=> "sadr"
 * ```
 */
export function logOf(
  events: Iterable<EventRecord>,
  known: { readonly actors?: readonly string[]; readonly types?: readonly string[] } = {},
): EventLog {
  const builder = logBuilder(known);
  for (const event of events) builder.add(event);
  return builder.log();
}

/** Event number e of a log, as a record. */
export function eventAt(log: EventLog, e: number): EventRecord {
  if (!Number.isInteger(e) || e < 0 || e >= log.count) {
    throw new TawazunError("event/row", `The log has ${log.count} events; there is no number ${e}.`);
  }
  return {
    time: log.time[e],
    source: log.actors[log.source[e]],
    ...(log.target[e] === noTarget ? {} : { target: log.actors[log.target[e]] }),
    type: log.types[log.type[e]],
    intensity: log.intensity[e],
    ...(log.front[e] === 0 ? {} : { front: log.fronts[log.front[e] - 1] }),
    certainty: log.certainty[e] / 255,
  };
}
