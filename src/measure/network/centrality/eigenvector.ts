import { TawazunError } from "../../../base/index.ts";
import type { SignedNetwork } from "../signed-network.ts";
import { extremes } from "../spectrum/lanczos.ts";
import { adjacencyOf } from "../spectrum/operator.ts";

/**
 * Eigenvector centrality of a signed network: to have central friends, and enemies on the other side, makes central.
 *
 * @returns a number from −1 to 1 an actor, in the order of `ids`; the largest in size is 1. In a balanced network
 * the sign says the faction, and the size who is central in it.
 * @throws {TawazunError} `network/empty` without ties; `network/not-one` if the largest eigenvalue is shared, as in two
 * equal parts: then there is no one answer.
 *
 * @remarks Eigenvector of the largest eigenvalue of the adjacency matrix, by the Lanczos process. A pair enters with
 * the sum of its ties.
 *
 * @see Bonacich & Lloyd 2004, pp. 332–335.
 *
 * @example
 * ```ts
 * import { eigenvectorCentrality, signedNetwork } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", 1], ["b", "c", -1]]);
 * eigenvectorCentrality(network).map((x) => x.toFixed(3)); //=> ["0.707", "1.000", "-0.707"]
 * ```
 */
export function eigenvectorCentrality(network: SignedNetwork): number[] {
  const matrix = adjacencyOf(network);
  if (!matrix.value.some((w) => w !== 0)) {
    throw new TawazunError(
      "network/empty",
      "Eigenvector centrality is not defined: the network has no ties.",
    );
  }
  const { vector, largest, residual } = extremes(matrix, 600);
  const second = extremes(matrix, 600, 1e-10, [vector]).largest;
  if (largest - second < 1e-9 * largest || residual > 1e-9 * largest) {
    throw new TawazunError(
      "network/not-one",
      `The two largest eigenvalues, ${largest} and ${second}, are too close to tell: several parts of the network ` +
        "are equally central. Ask for each connected part by itself.",
    );
  }
  let most = 0;
  for (const entry of vector) most = Math.max(most, Math.abs(entry));
  // Of several that are largest, the first is 1.
  const scale = vector.find((entry) => Math.abs(entry) > most * (1 - 1e-9)) ?? 1;
  return Array.from(vector, (entry) => entry / scale);
}
