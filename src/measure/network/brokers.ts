import { TawazunError } from "../../base/index.ts";
import { pairs } from "./pairs.ts";
import type { SignedNetwork } from "./signed-network.ts";

/** How often an actor stands between two others that are not friends themselves, by the factions of the three. */
export interface Broker {
  readonly actor: string;
  /** All three of one faction. */
  readonly coordinator: number;
  /** The two of one faction, the broker of another. */
  readonly itinerant: number;
  /** The broker and one of the two of one faction, the other of another: gatekeeper and representative. */
  readonly gatekeeper: number;
  /** All three of different factions. */
  readonly liaison: number;
  /** Of all these, the pairs that are enemies. */
  readonly betweenEnemies: number;
}

/**
 * The brokers of a network: actors with friends who are not each other's friends.
 *
 * @param partition a faction for each actor, in the order of `ids`, such as the partition of {@link frustration}.
 * @returns all who broker anything; those who do so across factions most often come first.
 *
 * @remarks Directions are dropped, so that gatekeeper and representative are one role. A pair whose ties sum to 0
 * or less is not friends.
 * @throws {TawazunError} `network/partition` if the partition does not have one faction for each actor.
 *
 * @see Gould & Fernandez 1989, pp. 89–126, for the roles.
 *
 * @example
 * ```ts
 * import { brokers, signedNetwork } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", 1], ["b", "c", 1], ["a", "c", -1]]);
 * const [first] = brokers(network, [0, 0, 1]);
 * [first.actor, first.gatekeeper, first.betweenEnemies]; //=> ["b", 1, 1]
 * ```
 */
export function brokers(network: SignedNetwork, partition: readonly number[]): Broker[] {
  const { ids } = network;
  if (partition.length !== ids.length) {
    throw new TawazunError(
      "network/partition",
      `The partition has ${partition.length} entries; it must have one for each of the ${ids.length} actors.`,
    );
  }
  const { friendly, hostile, offset, neighbour, pair } = pairs(network);
  const found: Broker[] = [];
  for (let v = 0; v < ids.length; v++) {
    const friends: number[] = [];
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      if (friendly[pair[i]] > hostile[pair[i]]) friends.push(neighbour[i]);
    }
    const count = { coordinator: 0, itinerant: 0, gatekeeper: 0, liaison: 0, betweenEnemies: 0 };
    friends.forEach((a, i) => {
      for (const b of friends.slice(i + 1)) {
        const between = bond(a, b);
        if (between > 0) continue;
        count[role(partition[v], partition[a], partition[b])] += 1;
        if (between < 0) count.betweenEnemies += 1;
      }
    });
    if (count.coordinator + count.itinerant + count.gatekeeper + count.liaison > 0) {
      found.push({ actor: ids[v], ...count });
    }
  }
  const across = (b: Broker) => b.itinerant + b.gatekeeper + b.liaison;
  return found.sort(
    (a, b) => across(b) - across(a) || b.betweenEnemies - a.betweenEnemies || b.coordinator - a.coordinator,
  );

  /** What ties two actors, friendly less hostile; 0 if nothing does. Neighbours stand in rising order. */
  function bond(a: number, b: number): number {
    let low = offset[a];
    let high = offset[a + 1] - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (neighbour[middle] === b) return friendly[pair[middle]] - hostile[pair[middle]];
      if (neighbour[middle] < b) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }
}

/** The role of a broker by its faction and those of the two it stands between. */
function role(own: number, a: number, b: number): "coordinator" | "itinerant" | "gatekeeper" | "liaison" {
  if (a === b) return a === own ? "coordinator" : "itinerant";
  return a === own || b === own ? "gatekeeper" : "liaison";
}
