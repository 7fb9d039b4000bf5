import { dayOf, type IsoDate, mode } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { type SignedNetwork, signedNetwork, type Tie } from "./signed-network.ts";

export interface CaseNetworkOptions {
  /** The day of the picture: relations that begin later are left out. Default: all that the case states. */
  readonly at?: IsoDate;
  /** Keep a → b and b → a apart. Default: no, one tie a pair. */
  readonly directed?: boolean;
  /** Ties weigh as much as the relation is strong. Default: no, every tie weighs 1, and the index is a count. */
  readonly valued?: boolean;
}

/**
 * The signed network of a case's relations.
 *
 * @returns all actors of the case, in its order, also those without relations.
 *
 * @remarks *Ours:* the value of a pair is the mean of what the case states in the two directions (a mutual
 * relation states both; a direction that is not stated is unknown, and does not count); its sign is that of the
 * mean. A range counts with its most likely value. A mean of 0 is a neutral tie: no faction frustrates it.
 * Where one direction is stated twice, the later `since` holds.
 */
export function caseNetwork(world: Case, options: CaseNetworkOptions = {}): SignedNetwork {
  const { at, directed = false, valued = false } = options;
  const last = at === undefined ? Number.POSITIVE_INFINITY : dayOf(at);
  const stated = new Map<
    string,
    { readonly from: string; readonly to: string; value: number; since: number }
  >();
  for (const { from, to, value, mutual, since } of world.relations) {
    const begun = since === undefined ? Number.NEGATIVE_INFINITY : dayOf(since);
    if (begun > last) continue;
    for (const [a, b] of mutual
      ? [
          [from, to],
          [to, from],
        ]
      : [[from, to]]) {
      const known = stated.get(`${a} ${b}`);
      if (known !== undefined && known.since > begun) continue;
      stated.set(`${a} ${b}`, { from: a, to: b, value: mode(value), since: begun });
    }
  }
  const ties: Tie[] = [];
  const weight = (value: number) => (valued ? value : Math.sign(value));
  for (const { from, to, value } of stated.values()) {
    if (directed) {
      ties.push([from, to, weight(value)]);
      continue;
    }
    const back = stated.get(`${to} ${from}`)?.value;
    if (back !== undefined && from > to) continue;
    ties.push([from, to, weight(back === undefined ? value : (value + back) / 2)]);
  }
  return signedNetwork(ties, { actors: world.actors.map((actor) => actor.id), directed });
}
