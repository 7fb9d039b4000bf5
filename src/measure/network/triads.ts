import { TawazunError } from "../../base/index.ts";
import { pairs } from "./pairs.ts";
import type { SignedNetwork } from "./signed-network.ts";

/** How many closed triads have no, one, two or three hostile pairs. */
export interface TriadCensus {
  readonly "+++": number;
  readonly "++-": number;
  readonly "+--": number;
  readonly "---": number;
}

/**
 * The closed triads of a signed network by their signs.
 *
 * @returns the four counts; a triad of the kinds `+++` and `+--` is balanced.
 *
 * @remarks The sign of a pair is the sign of the sum of its ties, whatever their directions; a pair that
 * sums to 0 closes no triad. Pairs are turned toward the actor with more ties, so that each triad is met
 * once, in O(m^1.5) time.
 *
 * @see Heider 1946, pp. 107–112; Cartwright & Harary 1956, p. 286, for balance; Chiba & Nishizeki 1985 for the cost.
 *
 * @example
 * ```ts
 * import { signedNetwork, triadCensus } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", -1], ["b", "c", -1], ["a", "c", 1], ["c", "d", 1]]);
 * triadCensus(network); //=> { "+++": 0, "++-": 0, "+--": 1, "---": 0 }
 * ```
 */
export function triadCensus(network: SignedNetwork): TriadCensus {
  const { size, first, second, friendly, hostile, offset } = pairs(network);
  const m = first.length;
  // Rank by number of neighbours: the out-lists of a pair's lower end stay short.
  const rank = ranks(size, offset);
  const start = new Int32Array(size + 1);
  const low = new Int32Array(m);
  const high = new Int32Array(m);
  for (let k = 0; k < m; k++) {
    const a = rank[first[k]];
    const b = rank[second[k]];
    low[k] = Math.min(a, b);
    high[k] = Math.max(a, b);
    if (friendly[k] !== hostile[k]) start[low[k] + 1] += 1;
  }
  for (let v = 0; v < size; v++) start[v + 1] += start[v];
  // Each entry is the upper end shifted left once, with the sign in the last bit (1 is hostile).
  const upper = new Int32Array(start[size]);
  const next = start.slice(0, size);
  for (let k = 0; k < m; k++) {
    if (friendly[k] !== hostile[k])
      upper[next[low[k]]++] = (high[k] << 1) | (friendly[k] < hostile[k] ? 1 : 0);
  }

  // mark[w]: 0 no neighbour of u, 1 a friend, 2 an enemy; hits are told apart by three sums.
  const mark = new Uint8Array(size);
  const count = [0, 0, 0, 0];
  for (let u = 0; u < size; u++) {
    for (let i = start[u]; i < start[u + 1]; i++) mark[upper[i] >> 1] = 1 + (upper[i] & 1);
    for (let i = start[u]; i < start[u + 1]; i++) {
      const v = upper[i] >> 1;
      let none = 0;
      let one = 0;
      let two = 0;
      for (let j = start[v]; j < start[v + 1]; j++) {
        const entry = upper[j];
        const seen = mark[entry >> 1];
        if (seen === 0) continue;
        const minus = seen - 1 + (entry & 1);
        if (minus === 0) none += 1;
        else if (minus === 1) one += 1;
        else two += 1;
      }
      const own = upper[i] & 1;
      count[own] += none;
      count[own + 1] += one;
      count[own + 2] += two;
    }
    for (let i = start[u]; i < start[u + 1]; i++) mark[upper[i] >> 1] = 0;
  }
  return { "+++": count[0], "++-": count[1], "+--": count[2], "---": count[3] };
}

/** Place of each actor when they are sorted by number of neighbours, fewest first. */
function ranks(size: number, offset: Int32Array): Int32Array {
  const start = new Int32Array(size + 2);
  for (let v = 0; v < size; v++) start[offset[v + 1] - offset[v] + 1] += 1;
  for (let d = 0; d <= size; d++) start[d + 1] += start[d];
  const rank = new Int32Array(size);
  for (let v = 0; v < size; v++) rank[v] = start[offset[v + 1] - offset[v]]++;
  return rank;
}

/**
 * The share of closed triads that are balanced, 0…1.
 *
 * @throws {TawazunError} `network/no-triad` if no three actors are all tied to each other.
 * @see Cartwright & Harary 1956, p. 288.
 * @example
 * ```ts
 * import { signedNetwork, triangleBalance } from "tawazun/measure";
 * triangleBalance(signedNetwork([["a", "b", -1], ["b", "c", 1], ["a", "c", 1]])); //=> 0
 * ```
 */
export function triangleBalance(network: SignedNetwork): number {
  const census = triadCensus(network);
  const balanced = census["+++"] + census["+--"];
  const all = balanced + census["++-"] + census["---"];
  if (all === 0) {
    throw new TawazunError(
      "network/no-triad",
      "Balance by triangles is not defined: no three actors are all tied to each other.",
    );
  }
  return balanced / all;
}
