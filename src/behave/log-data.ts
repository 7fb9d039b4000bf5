import { TawazunError } from "../base/index.ts";
import { type EventLog, noTarget } from "../events/index.ts";
import { eventWeight } from "./defaults.ts";
import type { Attribute, EventData, Network } from "./event-data.ts";
import type { Prior } from "./newton.ts";

/** How a log is turned into what models are fitted to. */
export interface LogOptions {
  /** What an event adds to a tie: 1, or its weight by Goldstein intensity, |intensity| / 5. Default: weight. */
  readonly counts?: "one" | "weight";
  /** Only these events are to be explained; all count as past. Default: every event with a target. */
  readonly explain?: (e: number) => boolean;
  /** What actors are, by attribute: a text is told apart by name, a number by size. */
  readonly attributes?: { readonly [name: string]: readonly (string | number | undefined)[] };
  /** Leaves out actors that are in no event. */
  readonly onlySeen?: boolean;
}

/**
 * An event log made ready for {@link fitEvents}.
 *
 * @returns networks `all`, `cooperative` and `conflictual` (by the sign of the intensity), one per event
 * type in lower case, and each of them once more per front, such as `conflictual@foreign`. The events to be
 * explained are of type `cooperative` or `conflictual`. Times are days.
 * @throws {TawazunError} `events/none` if no event is left to be explained.
 * @example
 * ```ts
 * import { logOf } from "tawazun/events";
 * import { dataOfLog } from "tawazun/behave";
 * const log = logOf([
 *   { time: 1, source: "maliki", target: "allawi", type: "ACCUSE", intensity: -2, front: "domestic" },
 *   { time: 2, source: "sadr", target: "maliki", type: "CONSULT", intensity: 1 },
 * ]);
 * Object.keys(dataOfLog(log).networks);
 * //=> ["all", "cooperative", "conflictual", "accuse", "consult", "all@domestic", "conflictual@domestic", "accuse@domestic"]
 * ```
 */
export function dataOfLog(log: EventLog, options: LogOptions = {}): EventData {
  const { counts = "weight", explain = () => true, onlySeen = false } = options;
  const pairs: number[] = [];
  for (let e = 0; e < log.count; e++) {
    if (log.target[e] !== noTarget && log.target[e] !== log.source[e]) pairs.push(e);
  }
  const explained = pairs.filter((e) => explain(e));
  if (explained.length === 0) {
    throw new TawazunError(
      "events/none",
      "No event of the log has a source and another actor as its target.",
    );
  }
  const seen = new Set(pairs.flatMap((e) => [log.source[e], log.target[e]]));
  const kept = log.actors.map((_, i) => i).filter((i) => !onlySeen || seen.has(i));
  const number = new Map(kept.map((i, k) => [i, k]));
  const of = (i: number): number => number.get(i) ?? 0;
  const network = (which: readonly number[]): Network => ({
    directed: true,
    changes: "increment",
    list: {
      time: which.map((e) => log.time[e]),
      sender: which.map((e) => of(log.source[e])),
      receiver: which.map((e) => of(log.target[e])),
      value: which.map((e) => (counts === "one" ? 1 : Math.max(0.1, eventWeight(log.intensity[e])))),
    },
  });
  const hostile = (e: number): boolean => log.intensity[e] < 0;
  const kinds: readonly (readonly [string, (e: number) => boolean])[] = [
    ["all", () => true],
    ["cooperative", (e) => !hostile(e)],
    ["conflictual", hostile],
    ...log.types.map((type, k): [string, (e: number) => boolean] => [
      type.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_"),
      (e) => log.type[e] === k,
    ]),
  ];
  const networks: { [name: string]: Network } = {};
  const add = (name: string, which: readonly number[]): void => {
    if (which.length > 0 || name === "all" || name === "cooperative" || name === "conflictual") {
      networks[name] = network(which);
    }
  };
  for (const [name, holds] of kinds) add(name, pairs.filter(holds));
  log.fronts.forEach((front, f) => {
    for (const [name, holds] of kinds) {
      const which = pairs.filter((e) => holds(e) && log.front[e] === f + 1);
      if (which.length > 0) networks[`${name}@${front}`] = network(which);
    }
  });
  return {
    actors: kept.map((i) => log.actors[i]),
    networks,
    attributes: Object.fromEntries(
      Object.entries(options.attributes ?? {}).map(([name, values]) => [
        name,
        attribute(kept.map((i) => values[i])),
      ]),
    ),
    dependent: {
      time: explained.map((e) => log.time[e]),
      sender: explained.map((e) => of(log.source[e])),
      receiver: explained.map((e) => of(log.target[e])),
      type: explained.map((e) => (hostile(e) ? 1 : 0)),
      types: ["cooperative", "conflictual"],
    },
    network: "all",
    signed: ["cooperative", "conflictual"],
  };
}

/** Texts are numbered as they come; who has none is like nobody else. */
function attribute(values: readonly (string | number | undefined)[]): Attribute {
  const names = new Map<string, number>();
  let next = 1;
  return {
    initial: values.map((value) => {
      if (typeof value === "number") return value;
      if (value === undefined) return next++;
      const known = names.get(value);
      if (known !== undefined) return known;
      names.set(value, next);
      return next++;
    }),
  };
}

/**
 * The prior that holds coefficients when events are few: normal around 0, one wide enough to leave alone
 * what some dozens of events can tell. Ours: 1.5 lets the odds differ up to twentyfold.
 *
 * @returns nothing from 200 events on.
 */
export function weakPrior(events: number): Prior | undefined {
  return events >= 200 ? undefined : { mean: 0, deviation: 1.5 };
}
