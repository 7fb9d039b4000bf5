import { TawazunError } from "../../../base/index.ts";
import { pairs } from "../pairs.ts";
import type { SignedNetwork } from "../signed-network.ts";
import { conjugateGradient } from "../spectrum/conjugate-gradient.ts";
import { type Operator, times } from "../spectrum/operator.ts";

/**
 * PN centrality: friends of central actors are central, and an enemy costs twice what a friend brings.
 *
 * @param mode "all" drops directions; "out" and "in" ask who chooses, or is chosen, in a directed network.
 * Default: "out" if the network is directed, else "all".
 * @returns a number around 1 an actor, in the order of `ids`.
 * @throws {TawazunError} `network/too-small` with fewer than two actors; `network/direction` if "in" or "out" is asked
 * of a network without directions.
 *
 * @remarks (I − A / (2n − 2))⁻¹ 1 with A = P − 2N, where P and N say who is a friend and who an enemy (weights do not
 * count; ties of a pair are netted). Directed, out: (I − A Aᵀ / (2n − 2)²)⁻¹ (I + A / (2n − 2)) 1; in: with Aᵀ for A.
 * Solved by conjugate gradients to 1e-14.
 *
 * @see Everett & Borgatti 2014, pp. 114–116.
 *
 * @example An actor with a friend stands above one with an enemy.
 * ```ts
 * import { pnCentrality, signedNetwork } from "tawazun/measure";
 * const [a, , c] = pnCentrality(signedNetwork([["a", "b", 1], ["b", "c", -1]]));
 * a > 1 && c < 1; //=> true
 * ```
 */
export function pnCentrality(network: SignedNetwork, mode?: "all" | "in" | "out"): number[] {
  const n = network.ids.length;
  const asked = mode ?? (network.directed ? "out" : "all");
  if (n < 2) {
    throw new TawazunError("network/too-small", `PN centrality needs two actors or more; there are ${n}.`);
  }
  if (asked !== "all" && !network.directed) {
    throw new TawazunError("network/direction", `The network has no directions, so there is no "${asked}".`);
  }
  const factor = 1 / (2 * n - 2);
  const ones = new Float64Array(n).fill(1);
  if (asked === "all") {
    const matrix = undirected(network);
    const left = (x: Float64Array) => less(x, times(matrix, x), factor);
    return [...conjugateGradient(left, ones)];
  }
  const [own, transposed] = arcs(network, asked);
  const left = (x: Float64Array) => less(x, times(own, times(transposed, x)), factor * factor);
  return [...conjugateGradient(left, less(ones, times(own, ones), -factor))];
}

/** What an actor of a sign counts for: a friend 1, an enemy −2. */
const worth = (sum: number): number => (sum > 0 ? 1 : sum < 0 ? -2 : 0);

function less(x: Float64Array, y: Float64Array, factor: number): Float64Array {
  return x.map((entry, v) => entry - factor * y[v]);
}

function undirected(network: SignedNetwork): Operator {
  const { size, friendly, hostile, offset, neighbour, pair } = pairs(network);
  return {
    size,
    offset,
    neighbour,
    value: Float64Array.from(pair, (k) => worth(friendly[k] - hostile[k])),
  };
}

/** The matrix of who chooses whom, row by row, and its transpose; the other way round for "in". */
function arcs(network: SignedNetwork, mode: "in" | "out"): [Operator, Operator] {
  const { from, to, weight } = network;
  const size = network.ids.length;
  const sums = new Map<number, number>();
  for (let k = 0; k < from.length; k++) {
    if (from[k] === to[k]) continue;
    const key = from[k] * size + to[k];
    sums.set(key, (sums.get(key) ?? 0) + weight[k]);
  }
  const entries = [...sums].map(([key, sum]) => [Math.floor(key / size), key % size, worth(sum)] as const);
  const chosen = rows(size, entries);
  const choosers = rows(
    size,
    entries.map(([a, b, w]) => [b, a, w] as const),
  );
  return mode === "out" ? [chosen, choosers] : [choosers, chosen];
}

function rows(size: number, entries: readonly (readonly [number, number, number])[]): Operator {
  const sorted = entries.toSorted((x, y) => x[0] - y[0] || x[1] - y[1]);
  const offset = new Int32Array(size + 1);
  for (const [a] of sorted) offset[a + 1] += 1;
  for (let v = 0; v < size; v++) offset[v + 1] += offset[v];
  return {
    size,
    offset,
    neighbour: Int32Array.from(sorted, ([, b]) => b),
    value: Float64Array.from(sorted, ([, , w]) => w),
  };
}
