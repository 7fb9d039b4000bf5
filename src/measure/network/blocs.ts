import { type Source, seeded, TawazunError } from "../../base/index.ts";
import { solveBlocs } from "./blocs/solve.ts";
import type { Certificate } from "./frustration/certificate.ts";
import { netted } from "./frustration/graph.ts";
import { type FrustrationOptions, frustration } from "./frustration.ts";
import { pairs } from "./pairs.ts";
import type { SignedNetwork } from "./signed-network.ts";

/** Blocs that frustrate least, or bounds on it, with the proof. */
export interface Blocs {
  /** The least frustration if `method` is "exact"; if it is "bound", the least found. */
  readonly value: number;
  readonly method: "exact" | "bound";
  readonly lower: number;
  readonly upper: number;
  /** How many blocs there are. */
  readonly count: number;
  /** The bloc of each actor, in the order of `ids`; numbered as they first occur. */
  readonly partition: readonly number[];
  /** Rows of the ties that the blocs frustrate: friends apart, enemies together. */
  readonly frustrated: readonly number[];
  readonly certificate: Certificate;
  readonly sources: readonly Source[];
}

export interface BlocsOptions extends FrustrationOptions {
  /** How many blocs there may be, 2 or more. Default: as many as it takes (generalised balance). */
  readonly most?: number;
}

/**
 * Blocs of friends that are enemies to each other, as far as that can be had: k factions, or generalised balance with
 * as many as it takes.
 *
 * @throws {TawazunError} `network/blocs` if `most` is not a whole number of 2 or more.
 *
 * @remarks Two blocs are the factions of {@link frustration}; with more, three that are all hostile to each other are in
 * balance. Costs are counted as there. Relocation search finds blocs; cycles with exactly one hostile pair that share no
 * weight prove that none are better; with `most`, sparse networks are also solved by elimination. What remains is a
 * bound. {@link verifyCertificate} checks the proof.
 *
 * @see Davis 1967, pp. 181–187; Doreian & Mrvar 1996, pp. 149–153.
 *
 * @example
 * ```ts
 * import { blocs, signedNetwork } from "tawazun/measure";
 * const enemies = signedNetwork([["a", "b", -1], ["b", "c", -1], ["a", "c", -1]]);
 * blocs(enemies).partition; //=> [0, 1, 2]
 * blocs(enemies, { most: 2 }).value; //=> 1
 * ```
 */
export function blocs(network: SignedNetwork, options: BlocsOptions = {}): Blocs {
  const { most = Number.POSITIVE_INFINITY, seed = "blocs", shouldStop, linear } = options;
  if (!(most >= 2 && (Number.isInteger(most) || most === Number.POSITIVE_INFINITY))) {
    throw new TawazunError(
      "network/blocs",
      `There may be ${most} blocs; it must be a whole number of 2 or more.`,
    );
  }
  const sources: Source[] = [
    { ref: "davis1967", at: "pp. 181–187" },
    { ref: "doreian1996", at: "pp. 149–153" },
  ];
  if (most === 2) {
    const two = frustration(network, options);
    const partition = numbered(two.partition);
    return { ...two, partition, count: new Set(partition).size, sources: [...two.sources, ...sources] };
  }
  const { graph, scale, contradiction } = netted(pairs(network));
  const solved = solveBlocs(graph, Math.min(most, Math.max(3, network.ids.length)), {
    random: seeded(seed),
    shouldStop,
    linear,
  });
  const partition = numbered(Array.from(solved.blocs));
  const frustrated: number[] = [];
  let weight = 0;
  network.weight.forEach((w, k) => {
    const together = partition[network.from[k]] === partition[network.to[k]];
    if (together ? w >= 0 : w <= 0) return;
    frustrated.push(k);
    weight += Math.abs(w);
  });
  const exact = solved.lower === solved.cost;
  const walk = ({ through, weight }: { through: readonly number[]; weight: number }) => ({
    through: [...through],
    weight: weight / scale,
  });
  return {
    value: weight,
    method: exact ? "exact" : "bound",
    lower: exact ? weight : (solved.lower + contradiction) / scale,
    upper: weight,
    count: new Set(partition).size,
    partition,
    frustrated,
    certificate: {
      cycles: solved.cycles.map(walk),
      cores: solved.cores.map((core) => ({
        actors: [...core.actors],
        bound: core.bound / scale,
        by: core.by,
        cycles: core.cycles.map(walk),
      })),
    },
    sources,
  };
}

/** Blocs renamed in the order in which they occur. */
function numbered(blocs: readonly number[]): number[] {
  const names = new Map<number, number>();
  return blocs.map((bloc) => {
    const name = names.get(bloc) ?? names.size;
    names.set(bloc, name);
    return name;
  });
}
