import type { SignedNetwork } from "../signed-network.ts";
import type { Certificate, Core, Walk } from "./certificate.ts";
import { leastByElimination } from "./replay.ts";

/** What a check of a certificate found. */
export interface Verification {
  /** Whether the partition frustrates `upper`, and the certificate proves `lower`. */
  readonly holds: boolean;
  /** The part of `lower` that rests on branching, which this check cannot repeat. */
  readonly onTrust: number;
  /** What does not hold, as sentences. */
  readonly faults: readonly string[];
}

/** What is claimed of a network: a partition, what it frustrates, and that no other frustrates less than `lower`. */
export interface Claimed {
  readonly partition: readonly number[];
  readonly upper: number;
  readonly lower: number;
  readonly certificate: Certificate;
}

/**
 * Checks a frustration index from the ties alone, in the plainest way: nothing of the solver is used.
 *
 * @param claim what {@link frustration} or {@link blocs} returned.
 * @param most how many factions there may be: 2 for {@link frustration}, what {@link blocs} was asked for, or Infinity.
 * @remarks Weights are compared to within a billionth of their total.
 * @example
 * ```ts
 * import { frustration, signedNetwork, verifyCertificate } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", -1], ["b", "c", 1], ["a", "c", 1]]);
 * verifyCertificate(network, frustration(network)).holds; //=> true
 * ```
 */
export function verifyCertificate(network: SignedNetwork, claim: Claimed, most = 2): Verification {
  const { from, to, weight } = network;
  const side = claim.partition;
  const faults: string[] = [];
  const net = new Map<number, number>();
  let total = 0;
  let frustrated = 0;
  for (let k = 0; k < from.length; k++) {
    total += Math.abs(weight[k]);
    if (side[from[k]] === side[to[k]] ? weight[k] < 0 : weight[k] > 0) frustrated += Math.abs(weight[k]);
    if (from[k] !== to[k]) add(net, pairKey(from[k], to[k]), weight[k]);
  }
  const close = 1e-9 * total;
  if (Math.abs(frustrated - claim.upper) > close) {
    faults.push(`The partition frustrates ${frustrated}, not ${claim.upper}.`);
  }

  // What contradicts itself: of a pair tied both ways the lesser weight, and hostility to oneself.
  let proven = 0;
  for (let k = 0; k < from.length; k++) {
    if (from[k] === to[k]) proven += Math.max(0, -weight[k]);
    else if (weight[k] < 0 !== (net.get(pairKey(from[k], to[k])) ?? 0) < 0) proven += Math.abs(weight[k]);
  }

  const spent = new Map<number, number>();
  const { cycles, cores } = claim.certificate;
  for (const cycle of cycles) {
    if (!frustrates(walked(cycle, true, net, spent), most)) faults.push("A cycle need not be frustrated.");
    proven += cycle.weight;
  }
  let onTrust = 0;
  for (const core of cores) {
    const inner = coreNet(core, net, spent);
    const bound = boundOf(core, inner, side, most, close, faults);
    if (core.by === "branching") onTrust += core.bound;
    if (core.bound > bound + close) faults.push(`A core proves ${bound}, not ${core.bound}.`);
    proven += Math.min(bound, core.bound);
  }
  for (const [pair, used] of spent) {
    if (used > Math.abs(net.get(pair) ?? 0) + close) faults.push(`A pair is spent twice: ${used}.`);
  }
  if (proven < claim.lower - close) faults.push(`The certificate proves ${proven}, not ${claim.lower}.`);
  return { holds: faults.length === 0, onTrust, faults };
}

const pairKey = (a: number, b: number): number => Math.max(a, b) * 2 ** 26 + Math.min(a, b);

function add(map: Map<number, number>, key: number, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value);
}

/** Spends a walk's weight on every pair it takes, and counts the hostile ones; NaN if it takes one that is not there. */
function walked(walk: Walk, closed: boolean, net: Map<number, number>, spent: Map<number, number>): number {
  const { through, weight } = walk;
  let hostile = weight < 0 ? Number.NaN : 0;
  for (let i = closed ? 0 : 1; i < through.length; i++) {
    const pair = pairKey(through[i], through[(i + through.length - 1) % through.length]);
    const w = net.get(pair) ?? 0;
    if (w <= 0) hostile += w < 0 ? 1 : Number.NaN;
    add(spent, pair, weight);
  }
  return hostile;
}

/** Whether a cycle with so many hostile pairs is frustrated by every partition into so many factions. */
const frustrates = (hostile: number, most: number): boolean =>
  most === 2 ? hostile % 2 === 1 : hostile === 1;

/** The pairs of a core: what its walks say of their ends, or what ties its actors. */
function coreNet(core: Core, net: Map<number, number>, spent: Map<number, number>): Map<number, number> {
  const inner = new Map<number, number>();
  for (const tie of core.ties ?? []) {
    const sign = walked(tie, false, net, spent) % 2 === 1 ? -1 : 1;
    add(inner, pairKey(tie.through[0], tie.through[tie.through.length - 1]), sign * tie.weight);
  }
  if (core.ties === undefined) {
    const inside = new Set(core.actors);
    for (const [pair, w] of net) {
      if (!inside.has(Math.floor(pair / 2 ** 26)) || !inside.has(pair % 2 ** 26)) continue;
      inner.set(pair, w);
      add(spent, pair, Math.abs(w));
    }
  }
  return inner;
}

/** What a core must frustrate, by its own proof. */
function boundOf(
  core: Core,
  inner: Map<number, number>,
  side: readonly number[],
  most: number,
  close: number,
  faults: string[],
): number {
  if (core.by === "branching") return core.bound;
  if (core.by === "elimination") {
    return leastByElimination(core.actors, (a, b) => inner.get(pairKey(a, b)) ?? 0, most);
  }
  const spent = new Map<number, number>();
  let packed = 0;
  for (const cycle of core.cycles) {
    if (!frustrates(walked(cycle, true, inner, spent), most))
      faults.push("A cycle of a core need not be frustrated.");
    packed += cycle.weight;
  }
  for (const [pair, used] of spent) {
    if (used > Math.abs(inner.get(pair) ?? 0) + close) faults.push("A core spends a pair twice.");
  }
  // Costs of partitions differ by multiples of this step (see granule.ts), so the next cost up is proven too.
  const divisor = (a: number, b: number): number => (b <= close ? a : divisor(b, a % b));
  const sums = new Map<number, number>();
  let step = 0;
  let cost = 0;
  for (const [pair, w] of inner) {
    const [a, b] = [Math.floor(pair / 2 ** 26), pair % 2 ** 26];
    add(sums, a, w);
    add(sums, b, w);
    step = divisor((most === 2 ? 2 : 1) * Math.abs(w), step);
    if (side[a] === side[b] ? w < 0 : w > 0) cost += Math.abs(w);
  }
  if (most === 2) for (const sum of sums.values()) step = divisor(Math.abs(sum), step);
  return step <= close ? packed : cost - step * Math.floor((cost - packed + close) / step);
}
