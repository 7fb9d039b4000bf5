import type { Frustration } from "../frustration.ts";
import type { SignedNetwork } from "../signed-network.ts";
import { eliminationOrderCost } from "./replay.ts";

/** What a check of a certificate found. */
export interface Verification {
  /** Whether the partition frustrates `upper`, and the parts prove `lower`. */
  readonly holds: boolean;
  /** Bounds of parts that rest on branching, which this check cannot repeat. */
  readonly onTrust: number;
  /** What does not hold, as sentences. */
  readonly faults: readonly string[];
}

/**
 * Checks a frustration index from the ties alone, in the plainest way: no part of the solver is used.
 *
 * @param claim what {@link frustration} returned.
 * @remarks Weights are compared to within a billionth of their total.
 * @example
 * ```ts
 * import { frustration, signedNetwork, verifyCertificate } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", -1], ["b", "c", 1], ["a", "c", 1]]);
 * verifyCertificate(network, frustration(network)).holds; //=> true
 * ```
 */
export function verifyCertificate(network: SignedNetwork, claim: Frustration): Verification {
  const { from, to, weight, ids } = network;
  const side = claim.partition;
  const faults: string[] = [];
  const key = (a: number, b: number) => Math.min(a, b) * ids.length + Math.max(a, b);
  const net = new Map<number, number>();
  const plus = new Map<number, number>();
  let total = 0;
  let frustrated = 0;
  let proven = 0;
  let onTrust = 0;
  for (let k = 0; k < from.length; k++) {
    const [a, b, w] = [from[k], to[k], weight[k]];
    total += Math.abs(w);
    if (a === b) proven += Math.max(0, -w);
    else net.set(key(a, b), (net.get(key(a, b)) ?? 0) + w);
    if (a !== b && w > 0) plus.set(key(a, b), (plus.get(key(a, b)) ?? 0) + w);
    if (side[a] === side[b] ? w < 0 : w > 0) frustrated += Math.abs(w);
  }
  const close = 1e-9 * total;
  if (Math.abs(frustrated - claim.upper) > close) {
    faults.push(`The partition frustrates ${frustrated}, not ${claim.upper}.`);
  }
  // Of a pair tied both ways the lesser weight is frustrated in every partition.
  for (const [pair, w] of net) proven += Math.min(plus.get(pair) ?? 0, (plus.get(pair) ?? 0) - w);

  const owner = new Map<number, number>();
  claim.certificate.parts.forEach((part, p) => {
    const inside = new Set(part.actors);
    const spent = new Map<number, number>();
    let bound = 0;
    let _cost = 0;
    for (const [pair, w] of net) {
      const [a, b] = [Math.floor(pair / ids.length), pair % ids.length];
      if (w === 0 || !inside.has(a) || !inside.has(b)) continue;
      if (owner.has(pair)) faults.push(`${ids[a]} and ${ids[b]} are together in two parts.`);
      owner.set(pair, p);
      if (side[a] === side[b] ? w < 0 : w > 0) _cost += Math.abs(w);
    }
    for (const cycle of part.cycles) {
      let negative = false;
      cycle.through.forEach((a, i) => {
        const pair = key(a, cycle.through[(i + 1) % cycle.through.length]);
        if (owner.get(pair) !== p) faults.push(`A cycle of part ${p + 1} leaves it at ${ids[a]}.`);
        if ((net.get(pair) ?? 0) < 0) negative = !negative;
        spent.set(pair, (spent.get(pair) ?? 0) + cycle.weight);
      });
      if (!negative || cycle.weight < 0) faults.push(`A cycle of part ${p + 1} is not negative.`);
      bound += cycle.weight;
    }
    for (const [pair, used] of spent) {
      if (used > Math.abs(net.get(pair) ?? 0) + close) faults.push(`Part ${p + 1} spends a pair twice.`);
    }
    if (part.by === "elimination")
      bound = eliminationOrderCost(part.actors, (a, b) => net.get(key(a, b)) ?? 0);
    if (part.by === "branching") {
      bound = part.bound;
      onTrust += part.bound;
    }
    proven += Math.min(part.bound, bound);
    if (part.bound > bound + close) faults.push(`Part ${p + 1} proves ${bound}, not ${part.bound}.`);
  });
  if (proven < claim.lower - close) faults.push(`The parts prove ${proven}, not ${claim.lower}.`);
  return { holds: faults.length === 0, onTrust, faults };
}
