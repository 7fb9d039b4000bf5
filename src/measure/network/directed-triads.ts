import { TawazunError } from "../../base/index.ts";
import type { SignedNetwork } from "./signed-network.ts";

/** A kind of directed signed triad, and how often it occurs. */
export interface TriadKind {
  /** Holland and Leinhardt's name, a hyphen, and the ties i→j j→i i→k k→i j→k k→j as P, N or 0. */
  readonly kind: string;
  readonly count: number;
}

/**
 * The census of all triads of a directed signed network: 138 kinds, from three strangers (003-000000) to three who all
 * have opinions of each other (300-…).
 *
 * @returns the kinds that occur, in the order of their names.
 * @throws {TawazunError} `network/direction` if the network is not directed.
 *
 * @remarks Several ties from one actor to another are netted; neutral ones do not count. Counts every triad with a tie
 * once, by the neighbours of its first tied pair, in O(pairs × neighbours) time.
 *
 * @see Holland & Leinhardt 1976, pp. 5–7, for the names; Batagelj & Mrvar 2001 for the way of counting.
 *
 * @example
 * ```ts
 * import { directedTriadCensus, signedNetwork } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", 1], ["b", "c", -1]], { directed: true });
 * directedTriadCensus(network); //=> [{ kind: "021C-P000N0", count: 1 }]
 * ```
 */
export function directedTriadCensus(network: SignedNetwork): TriadKind[] {
  if (!network.directed) {
    throw new TawazunError(
      "network/direction",
      "The network has no directions; triadCensus() counts its triads.",
    );
  }
  const n = network.ids.length;
  const { offset, neighbour, dyad } = dyads(network);
  const counts = new Float64Array(729);
  // What u and v have to do with a third: 3 × (tie to it) + (tie from it), each 0 none, 1 friendly, 2 hostile.
  const ofU = new Uint8Array(n);
  const ofV = new Uint8Array(n);
  let tied = 0;
  for (let u = 0; u < n; u++) {
    for (let i = offset[u]; i < offset[u + 1]; i++) ofU[neighbour[i]] = dyad[i];
    for (let i = offset[u]; i < offset[u + 1]; i++) {
      const v = neighbour[i];
      if (v < u) continue;
      const own = dyad[i] * 81;
      let thirds = offset[u + 1] - offset[u] - 1;
      for (let j = offset[v]; j < offset[v + 1]; j++) {
        const w = neighbour[j];
        ofV[w] = dyad[j];
        if (w === u) continue;
        if (ofU[w] === 0) {
          thirds += 1;
          // w is a neighbour of v alone: u, v is the first of its two tied pairs if u < w.
          if (u < w) counts[own + dyad[j]] += 1;
        } else if (v < w) {
          counts[own + ofU[w] * 9 + dyad[j]] += 1;
        }
      }
      for (let j = offset[u]; j < offset[u + 1]; j++) {
        const w = neighbour[j];
        if (w > v && ofV[w] === 0) counts[own + dyad[j] * 9] += 1;
      }
      for (let j = offset[v]; j < offset[v + 1]; j++) ofV[neighbour[j]] = 0;
      counts[own] += n - 2 - thirds;
    }
    for (let i = offset[u]; i < offset[u + 1]; i++) ofU[neighbour[i]] = 0;
  }
  const kinds = new Map<string, number>();
  counts.forEach((count, code) => {
    if (count === 0) return;
    tied += count;
    const ties = [code / 243, code / 81, code / 27, code / 9, code / 3, code].map(
      (c) => "0PN"[Math.floor(c) % 3],
    );
    const kind = triadKind(ties.join(""));
    kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  });
  const strangers = (n * (n - 1) * (n - 2)) / 6 - tied;
  if (strangers > 0) kinds.set("003-000000", strangers);
  return [...kinds].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** The ties of each actor: its neighbours in rising order, and what goes to and fro. */
function dyads({ ids, from, to, weight }: SignedNetwork) {
  const n = ids.length;
  const sums = new Map<number, number>();
  for (let k = 0; k < from.length; k++) {
    if (from[k] === to[k]) continue;
    const key = from[k] * n + to[k];
    sums.set(key, (sums.get(key) ?? 0) + weight[k]);
  }
  const digit = (sum: number | undefined) => (sum === undefined || sum === 0 ? 0 : sum > 0 ? 1 : 2);
  const lists: number[][] = ids.map(() => []);
  for (const [key, sum] of sums) {
    const [a, b] = [Math.floor(key / n), key % n];
    const back = sums.get(b * n + a);
    // Listed by the first of the two ties that says something.
    if (sum === 0 || (digit(back) > 0 && a > b)) continue;
    lists[a].push(b * 9 + 3 * digit(sum) + digit(back));
    lists[b].push(a * 9 + 3 * digit(back) + digit(sum));
  }
  const offset = new Int32Array(n + 1);
  lists.forEach((list, v) => {
    offset[v + 1] = offset[v] + list.length;
  });
  const entries = lists.flatMap((list) => list.toSorted((a, b) => a - b));
  return {
    offset,
    neighbour: Int32Array.from(entries, (entry) => Math.floor(entry / 9)),
    dyad: Uint8Array.from(entries, (entry) => entry % 9),
  };
}

/** Where each place of the six ties comes from if i, j, k change their names. */
const RENAMINGS = [
  [0, 1, 2, 3, 4, 5],
  [1, 0, 4, 5, 2, 3],
  [2, 3, 0, 1, 5, 4],
  [3, 2, 5, 4, 0, 1],
  [4, 5, 1, 0, 3, 2],
  [5, 4, 3, 2, 1, 0],
] as const;

/**
 * The kind of a triad from its ties i→j j→i i→k k→i j→k k→j, each P, N or 0: of the six ways to name the three, the one
 * whose ties come first in the order P, N, 0.
 */
export function triadKind(ties: string): string {
  const rank = (text: string) => text.replaceAll("P", "1").replaceAll("N", "2").replaceAll("0", "3");
  const ways = RENAMINGS.map((places) => places.map((p) => ties[p]).join(""));
  const first = ways.reduce((best, way) => (rank(way) < rank(best) ? way : best));
  return `${shape(first)}-${first}`;
}

/** Holland and Leinhardt's name: mutual, one-way and absent pairs, and a letter where that leaves several. */
function shape(ties: string): string {
  const has = [...ties].map((tie) => tie !== "0");
  const pairs = [0, 2, 4].map((p) => Number(has[p]) + Number(has[p + 1]));
  const [mutual, oneWay] = [2, 1].map((size) => pairs.filter((p) => p === size).length);
  const name = `${mutual}${oneWay}${3 - mutual - oneWay}`;
  // Ties that leave and reach i, j and k over one-way pairs.
  const single = has.map((tie, p) => tie && pairs[p >> 1] === 1);
  const out = [
    [0, 2],
    [1, 4],
    [3, 5],
  ].map((places) => places.filter((p) => single[p]).length);
  const into = [
    [1, 3],
    [0, 5],
    [2, 4],
  ].map((places) => places.filter((p) => single[p]).length);
  if (name === "021" || name === "120") return name + (out.includes(2) ? "D" : into.includes(2) ? "U" : "C");
  if (name === "030") return name + (out.includes(2) ? "T" : "C");
  if (name === "111") {
    const paired = [
      [0, 1],
      [0, 2],
      [1, 2],
    ][pairs.indexOf(2)];
    return name + (paired.some((actor) => out[actor] === 1) ? "U" : "D");
  }
  return name;
}
