import { type Source, seeded } from "../../base/index.ts";
import type { Certificate, Walk } from "./frustration/certificate.ts";
import { netted } from "./frustration/graph.ts";
import type { LinearSolver } from "./frustration/linear.ts";
import { type Solved, solve } from "./frustration/solve.ts";
import { pairs } from "./pairs.ts";
import type { SignedNetwork } from "./signed-network.ts";

/** The frustration index of a network, or bounds on it, with the two factions and the proof. */
export interface Frustration {
  /** The index if `method` is "exact"; if it is "bound", the least frustration found, which the index may lie below. */
  readonly value: number;
  readonly method: "exact" | "bound";
  readonly lower: number;
  readonly upper: number;
  /** 0 or 1 for each actor, in the order of `ids`. */
  readonly partition: readonly number[];
  /** Rows of the ties that the partition frustrates: friends apart, enemies together. */
  readonly frustrated: readonly number[];
  readonly certificate: Certificate;
  readonly sources: readonly Source[];
}

export interface FrustrationOptions {
  /** Seed of the search; the index does not depend on it, the choice among equal partitions may. */
  readonly seed?: string;
  /** Asked from time to time; once it says yes, what is known by then is returned, with both bounds. */
  readonly shouldStop?: () => boolean;
  /** HiGHS, from {@link linearSolver}, for networks that nothing else settles. Default: none; they are bounded. */
  readonly linear?: LinearSolver;
}

/**
 * The frustration index: the least weight of ties that must change for two factions to be left, friends within,
 * enemies between; exact, with the factions and a certificate that {@link verifyCertificate} checks.
 *
 * @returns the index, or both bounds with `method: "bound"`. In each part of the network that hangs together
 * the first actor is in faction 0.
 *
 * @remarks Factions know no direction: every tie counts by its weight, a → b and b → a each for itself. Ties of
 * weight ±1 give the number of ties to change. Of two contradicting ties one is frustrated always; so is a hostile
 * tie to oneself; a neutral tie never.
 *
 * The network falls into blocks. In each, a local search finds a partition, and as many negative cycles that
 * share no weight prove that none is better; where they do not suffice, actors are eliminated one by one.
 *
 * @see Harary 1959, p. 316 (line index of balance); Aref & Wilson 2019, pp. 169–170.
 *
 * @example Three that are all hostile to each other cannot be split into two camps of friends.
 * ```ts
 * import { frustration, signedNetwork } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", -1], ["b", "c", -1], ["a", "c", -1]]);
 * const found = frustration(network);
 * [found.value, found.method]; //=> [1, "exact"]
 * found.frustrated.length; //=> 1
 * ```
 */
export function frustration(network: SignedNetwork, options: FrustrationOptions = {}): Frustration {
  const { graph, scale, contradiction } = netted(pairs(network));
  const random = seeded(options.seed ?? "frustration");
  const solved = solve(graph, { random, shouldStop: options.shouldStop, linear: options.linear });

  const partition = Array.from(solved.spins, (s) => (s < 0 ? 1 : 0));
  const frustrated: number[] = [];
  let weight = 0;
  for (let k = 0; k < network.weight.length; k++) {
    const w = network.weight[k];
    const together = partition[network.from[k]] === partition[network.to[k]];
    if (together ? w < 0 : w > 0) {
      frustrated.push(k);
      weight += Math.abs(w);
    }
  }
  const exact = solved.lower === solved.cost;
  return {
    value: weight,
    method: exact ? "exact" : "bound",
    lower: exact ? weight : (solved.lower + contradiction) / scale,
    upper: weight,
    partition,
    frustrated,
    certificate: certificateOf(solved, scale),
    sources: [
      { ref: "harary1959", at: "p. 316" },
      { ref: "aref2019", at: "pp. 169–170" },
    ],
  };
}

function certificateOf({ cycles, cores }: Solved, scale: number): Certificate {
  const walk = ({ through, weight }: Walk): Walk => ({ through, weight: weight / scale });
  return {
    cycles: cycles.map(walk),
    cores: cores.map((one) => ({
      actors: [...one.actors],
      ...(one.ties === undefined ? {} : { ties: one.ties.map(walk) }),
      bound: one.bound / scale,
      by: one.by,
      cycles: one.cycles.map(walk),
    })),
  };
}
