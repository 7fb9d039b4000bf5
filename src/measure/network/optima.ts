import { seeded, TawazunError } from "../../base/index.ts";
import { type Block, blocks } from "./frustration/blocks.ts";
import { countOptima } from "./frustration/count.ts";
import { glued } from "./frustration/glue.ts";
import { type Graph, netted } from "./frustration/graph.ts";
import { merged } from "./frustration/merge.ts";
import { type Effort, solve } from "./frustration/solve.ts";
import type { FrustrationOptions } from "./frustration.ts";
import { pairs } from "./pairs.ts";
import type { SignedNetwork } from "./signed-network.ts";

/** The partitions that frustrate least. */
export interface Optima {
  /** How many there are, if `method` is "exact"; if it is "bound", there are at least so many. */
  readonly number: number;
  readonly method: "exact" | "bound";
  /** Some of them, all if there are no more than asked for; 0 or 1 for each actor, as in {@link frustration}. */
  readonly partitions: readonly (readonly number[])[];
}

export interface OptimaOptions extends FrustrationOptions {
  /** How many partitions are listed at most. Default 16. */
  readonly atMost?: number;
}

/**
 * All partitions into two factions that frustrate least, or their number.
 *
 * @returns partitions that differ by more than turning parts of the network that nothing ties to the rest: in each
 * part the first actor is in faction 0, and actors without ties are in faction 0.
 * @throws {TawazunError} `network/open` if the index itself cannot be proven.
 *
 * @remarks Blocks are counted one by one, and their numbers multiply. Narrow blocks are counted by elimination; in
 * others partitions are listed, actor by actor, as long as the index can be reached, up to `atMost` of them.
 *
 * @example Any of the three pairs of a triad of enemies may be the one that has to bear with each other.
 * ```ts
 * import { optimalPartitions, signedNetwork } from "tawazun/measure";
 * const enemies = signedNetwork([["a", "b", -1], ["b", "c", -1], ["a", "c", -1]]);
 * optimalPartitions(enemies).number; //=> 3
 * optimalPartitions(enemies).partitions; //=> [[0, 0, 1], [0, 1, 0], [0, 1, 1]]
 * ```
 */
export function optimalPartitions(network: SignedNetwork, options: OptimaOptions = {}): Optima {
  const { atMost = 16, seed = "optima", shouldStop, linear } = options;
  const effort = { random: seeded(seed), shouldStop, linear };
  const { graph } = netted(pairs(network));
  const found = blocks(graph).map((block) => ({ block, ...optimaOf(block.graph, atMost, effort) }));
  const number = found.reduce((product, one) => product * one.number, 1);
  const exact = found.every((one) => one.exact) && number <= Number.MAX_SAFE_INTEGER;

  let choices: { readonly block: Block; readonly solved: { readonly spins: Int8Array } }[][] = [[]];
  for (const { block, spins } of found) {
    choices = choices
      .flatMap((before) => spins.map((own) => [...before, { block, solved: { spins: own } }]))
      .slice(0, atMost);
  }
  const partitions = choices.map((choice) => Array.from(glued(graph, choice), (spin) => (spin < 0 ? 1 : 0)));
  return {
    number: Math.min(number, Number.MAX_SAFE_INTEGER),
    method: exact ? "exact" : "bound",
    partitions: partitions.sort((a, b) => (a.join("") < b.join("") ? -1 : 1)),
  };
}

/** The number of a block's best spins, with the first actor's held, and some of them. */
function optimaOf(graph: Graph, atMost: number, effort: Effort) {
  const index = proven(graph, effort);
  const spins = listed(graph, index, atMost, effort);
  if (spins.length < atMost) return { number: spins.length, exact: true, spins };
  const counted = countOptima(graph);
  if (counted !== undefined) return { number: counted, exact: counted <= Number.MAX_SAFE_INTEGER, spins };
  return { number: spins.length, exact: false, spins };
}

function proven(graph: Graph, effort: Effort): number {
  const { cost, lower } = solve(graph, effort);
  if (cost === lower) return cost;
  throw new TawazunError(
    "network/open",
    "The frustration index of this network cannot be proven, so its best partitions cannot be told from others.",
  );
}

/** Best spins of a graph, the first actor's +1: others are put on its side, and on the other, while the index holds. */
function listed(graph: Graph, index: number, atMost: number, effort: Effort): Int8Array[] {
  if (graph.size === 1) return [Int8Array.of(1)];
  // The heaviest neighbour is decided first; without any, the next actor.
  let other = 1;
  let most = 0;
  for (let i = graph.offset[0]; i < graph.offset[1]; i++) {
    const w = Math.abs(graph.weight[graph.pair[i]]);
    if (w > most) {
      most = w;
      other = graph.neighbour[i];
    }
  }
  const found: Int8Array[] = [];
  for (const side of [1, -1] as const) {
    const { graph: rest, cost, place } = merged(graph, 0, other, side);
    if (found.length >= atMost || cost > index || proven(rest, effort) !== index - cost) continue;
    for (const spins of listed(rest, index - cost, atMost - found.length, effort)) {
      found.push(Int8Array.from(place, (at, v) => (v === other ? side : spins[at])));
    }
  }
  return found;
}
