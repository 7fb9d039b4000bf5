import { didYouMean, TawazunError } from "../../base/index.ts";
import type { Dependent, EventData, Network } from "../event-data.ts";

/** A network that grows with the events: each adds its value to the tie from sender to receiver. */
export interface FedNetwork {
  readonly network: string;
  /** Only events of these types, by number; of any type where absent. */
  readonly types?: readonly number[];
  readonly value: number;
}

/**
 * The networks that simulated events feed, where nothing else is said: the network that terms are taken of
 * by default with every event; with events of one type, the network of that type's name, and of two types
 * the pair of signed networks.
 *
 * @returns the value is the mean of the changes observed in a network, 1 where there are none.
 */
export function usualFeeds(data: EventData): readonly FedNetwork[] {
  const { types = [] } = data.dependent;
  const feeds: FedNetwork[] = [];
  const add = (network: string, which?: readonly number[]): void => {
    const known = data.networks[network];
    if (known === undefined || known.changes !== "increment") return;
    if (feeds.some((feed) => feed.network === network)) return;
    feeds.push({ network, ...(which === undefined ? {} : { types: which }), value: meanChange(known) });
  };
  add(data.network);
  types.forEach((type, k) => {
    add(type.toLowerCase(), [k]);
  });
  if (types.length === 2)
    data.signed?.forEach((network, k) => {
      add(network, [k]);
    });
  if (!feeds.some((feed) => feed.network === data.network)) {
    feeds.push({ network: data.network, value: 1 });
  }
  return feeds;
}

function meanChange({ list }: Network): number {
  const values = Array.from(list.value).filter((value) => !Number.isNaN(value));
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Refuses feeds of networks that are not there, or that hold the opportunities. */
export function checkFeeds(data: EventData, feeds: readonly FedNetwork[]): void {
  for (const { network, value } of feeds) {
    if (!(network in data.networks)) {
      throw new TawazunError(
        "simulate/feeds",
        `There is no network "${network}" to be fed.${didYouMean(network, Object.keys(data.networks))}`,
      );
    }
    if (!Number.isFinite(value)) {
      throw new TawazunError("simulate/feeds", `An event adds ${value} to "${network}"; give a number.`);
    }
  }
}

/** The data with what fed networks hold up to a time alone; nothing of it where the time is absent. */
export function historyUpTo(
  data: EventData,
  feeds: readonly FedNetwork[],
  time: number | undefined,
): EventData {
  const fed = new Set(feeds.map((feed) => feed.network));
  const { types } = data.dependent;
  return {
    ...data,
    networks: Object.fromEntries(
      Object.entries(data.networks).map(([name, network]) => [
        name,
        fed.has(name) ? { ...network, list: keptChanges(network, time) } : network,
      ]),
    ),
    dependent: { time: [], sender: [], receiver: [], ...(types === undefined ? {} : { type: [], types }) },
  };
}

function keptChanges({ list }: Network, time: number | undefined): Network["list"] {
  const none = { time: [], sender: [], receiver: [], value: [] };
  if (time === undefined) return none;
  const kept = Array.from(list.time, (_, k) => k).filter((k) => list.time[k] <= time);
  return {
    time: kept.map((k) => list.time[k]),
    sender: kept.map((k) => list.sender[k]),
    receiver: kept.map((k) => list.receiver[k]),
    value: kept.map((k) => list.value[k]),
  };
}

/** The data with the given events in place of the observed ones, in what is explained and in what they feed. */
export function withEvents(
  data: EventData,
  events: Dependent,
  feeds: readonly FedNetwork[],
  historyTo: number | undefined,
): EventData {
  const base = historyUpTo(data, feeds, historyTo);
  const networks = Object.fromEntries(
    Object.entries(base.networks).map(([name, network]): [string, Network] => {
      const own = feeds.filter((feed) => feed.network === name);
      if (own.length === 0) return [name, network];
      const { list } = network;
      const made = {
        time: Array.from(list.time),
        sender: Array.from(list.sender),
        receiver: Array.from(list.receiver),
        value: Array.from(list.value),
      };
      for (let e = 0; e < events.time.length; e++) {
        for (const { types, value } of own) {
          if (types !== undefined && !types.includes(events.type?.[e] ?? -1)) continue;
          made.time.push(events.time[e]);
          made.sender.push(events.sender[e]);
          made.receiver.push(events.receiver[e]);
          made.value.push(value);
        }
      }
      return [name, { ...network, list: made }];
    }),
  );
  return { ...base, networks, dependent: events };
}
