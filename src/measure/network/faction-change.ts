import { seeded, TawazunError } from "../../base/index.ts";
import { graphOf, netted } from "./frustration/graph.ts";
import { solve } from "./frustration/solve.ts";
import { type FrustrationOptions, frustration } from "./frustration.ts";
import { pairs } from "./pairs.ts";
import type { SignedNetwork } from "./signed-network.ts";

/** The factions at one time, and what changed since the time before. */
export interface FactionStep {
  /** The frustration index, or the least frustration found. */
  readonly value: number;
  readonly method: "exact" | "bound";
  /** 0 or 1 for each actor of this network; a faction keeps its number over time. */
  readonly partition: readonly number[];
  /** Actors who changed sides, who came, and who are gone since the time before; none at the first time. */
  readonly changed: readonly string[];
  readonly arrived: readonly string[];
  readonly left: readonly string[];
}

/**
 * The factions of a network over time: at each time the partition that frustrates least and, of those, the one in which
 * the fewest actors change sides.
 *
 * @param networks one for each time, in order; actors are the same by their id.
 * @throws {TawazunError} `network/no-time` without any network.
 *
 * @remarks *Ours:* an actor that stands for the time before is added, tied to everyone by how they sided then, with
 * weights so small that they only decide among partitions of equal frustration; both are minimised exactly. If that
 * cannot be proven, `method` is "bound".
 *
 * @example In a triad of enemies one pair has to bear with each other; it stays the same until something changes.
 * ```ts
 * import { factionChange, signedNetwork } from "tawazun/measure";
 * const before = signedNetwork([["a", "b", 1], ["b", "c", -1], ["a", "c", -1]]);
 * const after = signedNetwork([["a", "b", -1], ["b", "c", -1], ["a", "c", -1]]);
 * factionChange([before, after])[1].changed; //=> []
 * ```
 */
export function factionChange(
  networks: readonly SignedNetwork[],
  options: FrustrationOptions = {},
): FactionStep[] {
  if (networks.length === 0) throw new TawazunError("network/no-time", "There is no network to follow.");
  const steps: FactionStep[] = [];
  let before = new Map<string, number>();
  for (const network of networks) {
    const { value, method } = frustration(network, options);
    const { partition, exact } = nearest(network, before, options);
    const now = new Map(network.ids.map((id, v) => [id, partition[v]]));
    const first = steps.length === 0;
    steps.push({
      value,
      method: exact ? method : "bound",
      partition,
      changed: network.ids.filter((id, v) => before.has(id) && before.get(id) !== partition[v]),
      arrived: first ? [] : network.ids.filter((id) => !before.has(id)),
      left: [...before.keys()].filter((id) => !now.has(id)),
    });
    before = now;
  }
  return steps;
}

/** The partition that frustrates least and, of those, moves the fewest from where they were. */
function nearest(network: SignedNetwork, before: ReadonlyMap<string, number>, options: FrustrationOptions) {
  const { graph } = netted(pairs(network));
  const n = graph.size;
  const known = network.ids.flatMap((id, v) => (before.has(id) ? [v] : []));
  const past = Array.from(known, (v) => (before.get(network.ids[v]) === 0 ? 1 : -1));
  // A whole unit of frustration weighs more than everyone's past together.
  const joint = graphOf(
    n + 1,
    Int32Array.from([...graph.first, ...known]),
    Int32Array.from([...graph.second, ...known.map(() => n)]),
    Float64Array.from([...graph.weight.map((w) => w * (n + 1)), ...past]),
  );
  const { seed = "factions", shouldStop, linear } = options;
  const { spins, cost, lower } = solve(joint, { random: seeded(seed), shouldStop, linear });
  const turn = known.length === 0 ? 1 : spins[n];
  return {
    partition: Array.from(network.ids, (_, v) => (spins[v] * turn < 0 ? 1 : 0)),
    exact: cost === lower,
  };
}
