import { TawazunError } from "../../base/index.ts";
import { type FrustrationOptions, frustration } from "./frustration.ts";
import type { SignedNetwork } from "./signed-network.ts";

/**
 * What each tie costs the balance: by how much the frustration index would be lower without it.
 *
 * @returns a number a tie, from 0 to its weight, in the order of the rows. A tie that is frustrated in some
 * least partition costs its whole weight; one that every good partition satisfies costs nothing.
 * @throws {TawazunError} `network/open` if one of the indices cannot be proven.
 *
 * @remarks Solves the network again without each tie that could matter: a tie costs nothing if the index is 0.
 *
 * @example The three ties of a triad of enemies are alike: without any of them it is balanced.
 * ```ts
 * import { signedNetwork, tieCosts } from "tawazun/measure";
 * tieCosts(signedNetwork([["a", "b", -1], ["b", "c", -1], ["a", "c", -1], ["c", "d", 1]])); //=> [1, 1, 1, 0]
 * ```
 */
export function tieCosts(network: SignedNetwork, options: FrustrationOptions = {}): number[] {
  const index = provenIndex(network, options);
  return Array.from(network.weight, (w, tie) => {
    if (w === 0 || index === 0) return 0;
    const without = { ...network, weight: network.weight.with(tie, 0) };
    return Math.max(0, index - provenIndex(without, options));
  });
}

/** The index of a network, refused if it is only bounded. */
function provenIndex(network: SignedNetwork, options: FrustrationOptions): number {
  const { value, method, lower } = frustration(network, options);
  if (method === "exact") return value;
  throw new TawazunError(
    "network/open",
    `The frustration index is only known to lie between ${lower} and ${value}; what a tie costs cannot be said.`,
  );
}
