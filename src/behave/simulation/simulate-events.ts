import { placed, TawazunError } from "../../base/index.ts";
import type { EventData } from "../event-data.ts";
import { checkFeeds, type FedNetwork, usualFeeds, withEvents } from "./feeds.ts";
import { type BehaviourModel, type Factors, factorsOf, isTimed } from "./model.ts";
import { eventDraws, type NextEvent, runsAway } from "./next-event.ts";
import { simulatedWorld } from "./world.ts";

/** What {@link simulateEvents} is asked. */
export interface SimulationOptions {
  readonly seed: string;
  /** Which of the runs that a seed gives; default 0. */
  readonly run?: number;
  /** How many events; at least one of this, `until` and `times` is needed. */
  readonly events?: number;
  /** No event comes after it. */
  readonly until?: number;
  /**
   * What fed networks hold up to this time is the past, and the clock starts then. Where absent, they start
   * empty and the clock starts with the data.
   */
  readonly from?: number;
  /** Whether the estimates are used, or a draw around them (Laplace's approximation), another for each run. */
  readonly draws?: "estimates" | "laplace";
  /** For models that do not say when: the time between events; default 1. */
  readonly step?: number;
  /** For models that do not say when: the times of the events, in order; equal ones do not see each other. */
  readonly times?: ArrayLike<number>;
  /** The networks that events feed; by default as {@link usualFeeds} says. */
  readonly feeds?: readonly FedNetwork[];
}

/** Simulated events in columns: they can be explained as the `dependent` of {@link EventData}. */
export interface SimulatedEvents {
  readonly count: number;
  readonly actors: readonly string[];
  readonly time: Float64Array;
  readonly sender: Int32Array;
  readonly receiver: Int32Array;
  /** With a type model. */
  readonly type?: Uint16Array;
  readonly types?: readonly string[];
  /** Why it ended: as asked, or because nobody could act any more. */
  readonly ended: "events" | "until" | "still";
  readonly seed: string;
  readonly run: number;
}

/** Events beyond which a run without a set number is refused: it runs away. */
const MOST = 50_000_000;

/**
 * Draws events from fitted models of behaviour: who acts, when, toward whom and in which way; each event
 * changes the statistics of those after it.
 *
 * @param models one fit, or one of each: who (`rate`, `rate-timed`), toward whom (`choice`), in which way
 * (`type`); or of pairs (`rem`, `rem-timed`, `rem-sampled`, `coordination`). A question without a model is
 * answered evenly. Coefficients may be given by hand.
 * @param data actors, presence, attributes, opportunities and networks that events do not feed; what changes
 * in them over time changes in the simulation too.
 * @returns events in order of time. The same seed and run give the same bytes.
 * @throws {TawazunError} `simulate/…`, `formula/…`.
 *
 * @remarks Statistics are kept up as in the fit; a waiting time is exponential. Where a statistic changes
 * with time alone, times are drawn by thinning, exactly. Every draw is keyed by run, event and purpose.
 *
 * @see Butts 2008 and Stadtfeld & Block 2017 for the models; Ogata 1981 for thinning.
 *
 * @example Whom one has acted toward before is much the likelier target.
 * ```ts
 * import { simulateEvents } from "tawazun/behave";
 * const list = { time: [], sender: [], receiver: [], value: [] };
 * const data = {
 *   actors: ["A", "B", "C"],
 *   networks: { all: { directed: true, changes: "increment", list } },
 *   attributes: {},
 *   dependent: list,
 *   network: "all",
 * } as const;
 * const habit = { kind: "choice", formula: "inertia", terms: [{ name: "inertia", coefficient: 3 }] } as const;
 * const events = simulateEvents(habit, data, { seed: "habit", events: 100 });
 * events.count; //=> 100
 * ```
 */
export function simulateEvents(
  models: BehaviourModel | readonly BehaviourModel[],
  data: EventData,
  options: SimulationOptions,
): SimulatedEvents {
  const { seed, run = 0, until = Number.POSITIVE_INFINITY } = options;
  const factors = factorsOf("kind" in models ? [models] : models);
  const limit = wanted(options, factors);
  const feeds = options.feeds ?? usualFeeds(data);
  checkFeeds(data, feeds);
  const { now, parts, late, start } = simulatedWorld(factors, data, feeds, options);
  const draw = eventDraws(now, parts, placed(seed), run);
  const timed = isTimed(factors);
  const { step = 1, times } = options;
  const columns = growing(Math.min(limit, 1024));
  const event = { time: start, sender: 0, receiver: 0, type: 0 };
  let ended: SimulatedEvents["ended"] = "events";
  if (timed) draw.move(start, true);
  for (let e = 0; e < limit && ended === "events"; e++) {
    const time = times === undefined ? start + (e + 1) * step : times[e];
    const outcome = timed
      ? draw.timed(e, event, until)
      : time > until
        ? "until"
        : draw.untimed(e, event, time);
    if (outcome !== "event") ended = outcome;
    else {
      columns.add(event);
      late.event(event.time, event.sender, event.receiver, event.type);
      if (timed) draw.move(event.time, true);
    }
    if (e === MOST) runsAway(event.time);
  }
  const { types } = data.dependent;
  return {
    ...columns.done(factors.type !== undefined),
    ...(factors.type === undefined || types === undefined ? {} : { types }),
    actors: data.actors,
    ended,
    seed,
    run,
  };
}

/**
 * Data in which simulated events stand in place of the observed ones: to fit them, or to look at them as
 * one looks at data.
 *
 * @param options those that the events were drawn with.
 */
export function dataOfSimulation(
  events: SimulatedEvents,
  data: EventData,
  options: Pick<SimulationOptions, "feeds" | "from"> = {},
): EventData {
  const { time, sender, receiver, type, types } = events;
  const dependent = {
    time,
    sender,
    receiver,
    ...(type === undefined ? {} : { type }),
    ...(types === undefined ? {} : { types }),
  };
  return withEvents(data, dependent, options.feeds ?? usualFeeds(data), options.from);
}

/** How many events at most. */
function wanted({ events, until, times, step = 1 }: SimulationOptions, factors: Factors): number {
  const timed = isTimed(factors);
  if (events === undefined && until === undefined && times === undefined) {
    throw new TawazunError("simulate/end", "Say where the simulation ends: give `events` or `until`.");
  }
  if (events !== undefined && !(Number.isInteger(events) && events >= 0)) {
    throw new TawazunError("simulate/end", `The number of events is ${events}; it must be 0 or more.`);
  }
  if (until !== undefined && Number.isNaN(until)) {
    throw new TawazunError("simulate/end", "The time after which no event comes is not a number.");
  }
  if (times !== undefined && timed) {
    throw new TawazunError(
      "simulate/times",
      "A model with waiting times says itself when events come; leave out `times`.",
    );
  }
  if (!(step > 0))
    throw new TawazunError("simulate/step", `The time between events is ${step}; it must be above 0.`);
  for (let e = 1; e < (times?.length ?? 0); e++) {
    if (times !== undefined && !(times[e] >= times[e - 1])) {
      throw new TawazunError(
        "simulate/times",
        `Time ${e + 1} (${times[e]}) comes before time ${e} (${times[e - 1]}).`,
      );
    }
  }
  return Math.min(events ?? Number.POSITIVE_INFINITY, times?.length ?? Number.POSITIVE_INFINITY);
}

function growing(room: number): {
  add(event: NextEvent): void;
  done(typed: boolean): Pick<SimulatedEvents, "count" | "time" | "sender" | "receiver" | "type">;
} {
  let time = new Float64Array(room);
  let sender = new Int32Array(room);
  let receiver = new Int32Array(room);
  let type = new Uint16Array(room);
  let count = 0;
  const longer = <A extends { set(from: A): void }>(made: A, from: A): A => {
    made.set(from);
    return made;
  };
  return {
    add(event) {
      if (count === time.length) {
        const size = 2 * count + 16;
        time = longer(new Float64Array(size), time);
        sender = longer(new Int32Array(size), sender);
        receiver = longer(new Int32Array(size), receiver);
        type = longer(new Uint16Array(size), type);
      }
      time[count] = event.time;
      sender[count] = event.sender;
      receiver[count] = event.receiver;
      type[count] = event.type;
      count += 1;
    },
    done: (typed) => ({
      count,
      time: time.slice(0, count),
      sender: sender.slice(0, count),
      receiver: receiver.slice(0, count),
      ...(typed ? { type: type.slice(0, count) } : {}),
    }),
  };
}
