import { TawazunError } from "../base/index.ts";

/** Changes of a network in order of time: columns of equal length. */
export interface TieChanges {
  readonly time: ArrayLike<number>;
  readonly sender: ArrayLike<number>;
  readonly receiver: ArrayLike<number>;
  /** Added to the tie, or put in its place; NaN counts as nothing (0). */
  readonly value: ArrayLike<number>;
}

/** Ties among actors and how they change. */
export interface Network {
  readonly directed: boolean;
  /** Whether a change adds to the tie or replaces it. */
  readonly changes: "increment" | "replace";
  readonly list: TieChanges;
  /** Ties before the first change, [i·n + j]; not seen by terms with a window or a half-life. */
  readonly initial?: ArrayLike<number>;
}

/** A number of each actor and how it changes. NaN is missing: the mean of the others stands in. */
export interface Attribute {
  readonly initial: ArrayLike<number>;
  readonly list?: TraitChanges;
}

/** Changes of an attribute or of presence (1 or 0) in order of time. */
export interface TraitChanges {
  readonly time: ArrayLike<number>;
  readonly actor: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** The events to be explained, in order of time; actors are numbers from 0. */
export interface Dependent {
  readonly time: ArrayLike<number>;
  readonly sender: ArrayLike<number>;
  readonly receiver: ArrayLike<number>;
  /** For the type factor: which of `types` each event is. */
  readonly type?: ArrayLike<number>;
  readonly types?: readonly string[];
}

/** What a behaviour model is fitted to. Times are in any one unit; half-lives and windows in the same. */
export interface EventData {
  readonly actors: readonly string[];
  readonly networks: { readonly [name: string]: Network };
  readonly attributes: { readonly [name: string]: Attribute };
  /** Who is there; everybody always, where it is absent. */
  readonly presence?: Attribute;
  readonly dependent: Dependent;
  /**
   * When the events to be explained were watched, for models that say when: earlier changes are the past,
   * and no event until `to` counts too. Where absent, from the first change or event to the last.
   */
  readonly observed?: { readonly from?: number; readonly to?: number };
  /** The network a term is taken of when it names none. */
  readonly network: string;
  /** The network of opportunities: i can act toward j only while that tie is above 0; anybody can toward anybody where absent. */
  readonly opportunities?: string;
  /** The networks of friendship and hostility of the signed triads that name none. */
  readonly signed?: readonly [cooperative: string, conflictual: string];
}

/**
 * Refuses data that no model can be fitted to.
 *
 * @throws {TawazunError} `events/none`, `events/observed`, `events/type`, `events/order`, `events/actor`, `events/self`, `events/actors`.
 */
export function checkEvents(data: EventData): void {
  const { actors, dependent } = data;
  const n = actors.length;
  const count = dependent.time.length;
  if (n < 2) {
    throw new TawazunError(
      "events/actors",
      `There ${n === 1 ? "is one actor" : "are no actors"}; a model needs two or more.`,
    );
  }
  if (count === 0) throw new TawazunError("events/none", "There are no events to explain.");
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = data.observed ?? {};
  if (!(from <= to) || dependent.time[0] < from || dependent.time[count - 1] > to) {
    throw new TawazunError(
      "events/observed",
      `The events run from ${dependent.time[0]} to ${dependent.time[count - 1]}; they are said to be observed from ${from} to ${to}.`,
    );
  }
  for (let e = 0; e < count; e++) {
    const [i, j, t] = [dependent.sender[e], dependent.receiver[e], dependent.time[e]];
    if (!Number.isFinite(t)) throw new TawazunError("events/order", `Event ${e + 1} has the time ${t}.`);
    if (e > 0 && t < dependent.time[e - 1]) {
      throw new TawazunError(
        "events/order",
        `Event ${e + 1} (time ${t}) comes before event ${e} (time ${dependent.time[e - 1]}); sort the events by time.`,
      );
    }
    for (const actor of [i, j]) {
      if (!Number.isInteger(actor) || actor < 0 || actor >= n) {
        throw new TawazunError(
          "events/actor",
          `Event ${e + 1} names actor ${actor}; there are ${n}, from 0.`,
        );
      }
    }
    if (i === j) {
      throw new TawazunError(
        "events/self",
        `In event ${e + 1} ${actors[i]} acts upon itself; leave such events out.`,
      );
    }
  }
  const { type, types = [] } = dependent;
  for (let e = 0; e < (type?.length ?? 0); e++) {
    const k = type?.[e] ?? 0;
    if (!Number.isInteger(k) || k < 0 || k >= types.length) {
      throw new TawazunError(
        "events/type",
        `Event ${e + 1} is of type ${k}; there are ${types.length}, from 0.`,
      );
    }
  }
}
