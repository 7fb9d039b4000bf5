import { didYouMean, TawazunError } from "../base/index.ts";
import type { EventData } from "./event-data.ts";
import type { OptionValue, Term } from "./formula.ts";
import { type Statistic, statisticOf } from "./statistics/index.ts";
import type { Fading } from "./tie-state.ts";
import { type Transform, transformOf } from "./transform.ts";

/** Which kind of units a model chooses among: senders, or pairs. */
export type Unit = "sender" | "pair";

/** The ties that a term reads: a network as seen through a window or with fading. */
export interface TieSource {
  readonly network: string;
  readonly bothWays: boolean;
  readonly window?: number;
  readonly fading?: Fading;
}

/** A term made ready: its statistic, and which tie sources and attributes it reads, by number. */
export interface PlannedTerm {
  readonly name: string;
  readonly statistic: Statistic;
  readonly sources: readonly number[];
  readonly traits: readonly number[];
  readonly weighted: boolean;
  readonly order: "any" | "sequential" | "consecutive";
  /** For values per actor: whether they enter by the sender or the receiver. */
  readonly side: "ego" | "alter";
  readonly transform?: Transform;
  /** Set to 0 where the default network has a tie; the number of the source that says so. */
  readonly unlessTied?: number;
}

/** A formula bound to data. */
export interface Plan {
  readonly data: EventData;
  readonly terms: readonly PlannedTerm[];
  readonly sources: readonly TieSource[];
  readonly attributes: readonly string[];
  /** The source that says who can act toward whom, if the data have one. */
  readonly opportunities?: number;
}

const OPTIONS: { readonly [name: string]: string } = {
  h: "halfLife",
  half_life: "halfLife",
  floor: "floor",
  window: "window",
  weighted: "weighted",
  transform: "transform",
  transformer_fn: "transform",
  type: "side",
  side: "side",
  ignore_repetitions: "unlessTied",
  order: "order",
  history: "order",
};

/**
 * Binds the terms of a formula to data.
 *
 * @param shared what other plans on the same data read already: sources and attributes are added to it.
 * @throws {TawazunError} `statistic/name`, `formula/…` for what the data or the statistic do not have.
 */
export function plan(
  data: EventData,
  terms: readonly Term[],
  unit: Unit,
  shared: { readonly sources: TieSource[]; readonly attributes: string[] } = { sources: [], attributes: [] },
): Plan {
  const { sources, attributes } = shared;
  const numberOf = <T>(list: T[], item: T): number => {
    const key = JSON.stringify(item);
    const found = list.findIndex((other) => JSON.stringify(other) === key);
    return found >= 0 ? found : list.push(item) - 1;
  };
  const planned = terms.map((term): PlannedTerm => {
    const statistic = statisticOf(term.statistic);
    const options = optionsOf(term);
    const { networks, traits } = named(data, term, statistic);
    const halfLife = number(term, options, "halfLife", (value) => value > 0, "above 0");
    const window = number(term, options, "window", (value) => value > 0, "above 0");
    const floor = number(term, options, "floor", (value) => value >= 0, "0 or more") ?? 0;
    const weighted = flag(term, options, "weighted") ?? halfLife !== undefined;
    if (halfLife !== undefined && window !== undefined) {
      throw new TawazunError("formula/option", `${term.text} has a half-life and a window; choose one.`);
    }
    if (halfLife !== undefined && !statistic.scales(weighted)) {
      throw new TawazunError(
        "formula/option",
        `${term.text}: ${statistic.id} counts whether there is a tie, not how much, so it takes a window but no half-life.`,
      );
    }
    const source = (network: string, plain = false): number =>
      numberOf(sources, {
        network,
        bothWays: !data.networks[network].directed,
        ...(plain || window === undefined ? {} : { window }),
        ...(plain || halfLife === undefined ? {} : { fading: { halfLife, floor } }),
      });
    const side = sideOf(term, statistic, options, unit);
    const transform = transformOf(text(term, options, "transform") ?? "identity");
    const order = text(term, options, "order") ?? "any";
    const given = order === "pooled" ? "any" : order;
    if (
      (given !== "any" && given !== "sequential" && given !== "consecutive") ||
      (given !== "any" && statistic.ordered !== true)
    ) {
      throw new TawazunError("formula/option", `${term.text}: order="${order}" is not for ${statistic.id}.`);
    }
    return {
      name: term.text,
      statistic,
      sources: networks.map((network) => source(network)),
      traits: traits.map((trait) => numberOf(attributes, trait)),
      weighted,
      order: given,
      side,
      ...(transform === undefined ? {} : { transform }),
      ...(flag(term, options, "unlessTied") === true ? { unlessTied: source(data.network, true) } : {}),
    };
  });
  if (data.opportunities === undefined) return { data, terms: planned, sources, attributes };
  const network = data.opportunities;
  if (!(network in data.networks)) {
    throw new TawazunError(
      "events/opportunities",
      `The data say that opportunities are those of the network "${network}", which they lack.${didYouMean(network, Object.keys(data.networks))}`,
    );
  }
  const bothWays = !data.networks[network].directed;
  return {
    data,
    terms: planned,
    sources,
    attributes,
    opportunities: numberOf(sources, { network, bothWays }),
  };
}

function optionsOf(term: Term): { readonly [name: string]: OptionValue } {
  return Object.fromEntries(
    Object.entries(term.options).map(([name, value]) => {
      const known = OPTIONS[name];
      if (known === undefined) {
        throw new TawazunError(
          "formula/option",
          `${term.text}: there is no option "${name}".${didYouMean(name, Object.keys(OPTIONS))} Known are ${Object.keys(OPTIONS).join(", ")}.`,
        );
      }
      return [known, value];
    }),
  );
}

/** Which networks and attributes a term names, with the defaults filled in. */
function named(
  data: EventData,
  term: Term,
  statistic: Statistic,
): { readonly networks: readonly string[]; readonly traits: readonly string[] } {
  const plain = (name: string): string => (name.includes("$") ? name.slice(name.indexOf("$") + 1) : name);
  const networks = term.of.filter((name) => name in data.networks);
  const traits = term.of.filter((name) => !(name in data.networks)).map(plain);
  for (const trait of traits) {
    if (trait in data.attributes) continue;
    const known = [...Object.keys(data.networks), ...Object.keys(data.attributes)];
    throw new TawazunError(
      "formula/name",
      `${term.text}: there is no network or attribute "${trait}".${didYouMean(trait, known)} Known are ${known.join(", ")}.`,
    );
  }
  if (networks.length === 0 && statistic.networks === 1) networks.push(data.network);
  if (networks.length === 0 && statistic.networks === 2 && data.signed !== undefined)
    networks.push(...data.signed);
  if (networks.length !== statistic.networks || traits.length !== statistic.attributes) {
    throw new TawazunError(
      "formula/arguments",
      `${term.text}: ${statistic.id} is taken of ${statistic.networks} networks and ${statistic.attributes} attributes, not of ${networks.length} and ${traits.length}.`,
    );
  }
  return { networks, traits };
}

function sideOf(
  term: Term,
  statistic: Statistic,
  options: { readonly [name: string]: OptionValue },
  unit: Unit,
): "ego" | "alter" {
  const given = text(term, options, "side");
  if (given !== undefined && given !== "ego" && given !== "alter") {
    throw new TawazunError("formula/option", `${term.text}: side is "ego" or "alter", not "${given}".`);
  }
  if (unit === "sender") {
    if (statistic.level === "pair") {
      throw new TawazunError(
        "formula/level",
        `${term.text} belongs to a pair; who acts next is explained by statistics of one actor, such as outdeg or ego.`,
      );
    }
    return "ego";
  }
  if (statistic.id === "ego") return "ego";
  return given ?? "alter";
}

function number(
  term: Term,
  options: { readonly [name: string]: OptionValue },
  name: string,
  holds: (value: number) => boolean,
  wanted: string,
): number | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (typeof value === "number" && holds(value)) return value;
  throw new TawazunError(
    "formula/option",
    `${term.text}: ${name} is ${value}; it must be a number ${wanted}.`,
  );
}

function text(
  term: Term,
  options: { readonly [name: string]: OptionValue },
  name: string,
): string | undefined {
  const value = options[name];
  if (value === undefined || typeof value === "string") return value;
  throw new TawazunError("formula/option", `${term.text}: ${name} is ${value}; it must be a name.`);
}

function flag(
  term: Term,
  options: { readonly [name: string]: OptionValue },
  name: string,
): boolean | undefined {
  const value = options[name];
  if (value === undefined || typeof value === "boolean") return value;
  throw new TawazunError("formula/option", `${term.text}: ${name} is ${value}; it must be true or false.`);
}
