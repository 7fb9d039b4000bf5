import { TawazunError } from "../../base/index.ts";

/**
 * A signed network: who is tied to whom, and whether as friends or as enemies.
 *
 * Columns, not objects: tie k runs from `ids[from[k]]` to `ids[to[k]]` with `weight[k]`, whose sign is
 * friendly (+), hostile (−) or neutral (0) and whose size is how much the tie counts. A pair that is not
 * listed is unknown. In a network that is not directed the order of the two ends means nothing.
 */
export interface SignedNetwork {
  readonly ids: readonly string[];
  readonly directed: boolean;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/** A tie as a row: from, to, and its sign (+1, −1, 0) or signed weight. */
export type Tie = readonly [from: string, to: string, weight: number];

export interface NetworkOptions {
  /** Actors in the order wanted, also those without ties; others join at the end as the ties name them. */
  readonly actors?: readonly string[];
  /** Whether a tie holds in one direction only. Default: no. */
  readonly directed?: boolean;
  /** A tie of an actor to itself is refused, unless asked to "keep" it: a hostile one then counts as frustrated always. */
  readonly selfTies?: "refuse" | "keep";
  /** Several ties of one pair stay ties of their own ("keep", the default), or become one by the sum of their weights. */
  readonly parallel?: "keep" | "sum";
}

/**
 * A signed network from a list of ties.
 *
 * @param ties rows of from, to, weight; the weight is finite, and 0 means neutral.
 * @returns the network; ids in the order of `actors`, then as they are first named.
 * @throws {TawazunError} `network/sign` for a tie without a sign; `network/self-tie`; `network/actor` for
 * an actor without a name or listed twice.
 *
 * @remarks Two ties of one pair with opposite signs are kept as they are: one of them is frustrated
 * whatever the factions. `parallel: "sum"` nets them; a pair that nets to 0 becomes neutral.
 *
 * @example The enemy of my enemy is my friend.
 * ```ts
 * import { frustration, signedNetwork } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", -1], ["b", "c", -1], ["a", "c", 1]]);
 * network.ids; //=> ["a", "b", "c"]
 * frustration(network).value; //=> 0
 * ```
 */
export function signedNetwork(ties: Iterable<Tie>, options: NetworkOptions = {}): SignedNetwork {
  const { directed = false, selfTies = "refuse", parallel = "keep" } = options;
  const places = new Map<string, number>();
  for (const id of options.actors ?? []) {
    if (places.has(id)) throw new TawazunError("network/actor", `The actor "${id}" is listed twice.`);
    place(places, id, 0);
  }
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  let row = 0;
  for (const [a, b, w] of ties) {
    row += 1;
    if (typeof w !== "number" || !Number.isFinite(w)) {
      throw new TawazunError(
        "network/sign",
        `Tie ${row} (${a} – ${b}) has no sign: ${w}. Give +1 (friendly), −1 (hostile), 0 (neutral) or a signed weight.`,
      );
    }
    if (a === b && selfTies === "refuse") {
      throw new TawazunError(
        "network/self-tie",
        `Tie ${row} ties ${a} to itself. Leave it out, or ask for selfTies: "keep".`,
      );
    }
    from.push(place(places, a, row));
    to.push(place(places, b, row));
    weight.push(w);
  }
  const network = {
    ids: [...places.keys()],
    directed,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    weight: Float64Array.from(weight),
  };
  return parallel === "sum" ? summed(network) : network;
}

function place(places: Map<string, number>, id: string, row: number): number {
  const known = places.get(id);
  if (known !== undefined) return known;
  if (typeof id !== "string" || id === "") {
    throw new TawazunError("network/actor", `Tie ${row} names an actor without an id.`);
  }
  places.set(id, places.size);
  return places.size - 1;
}

/** One tie a pair (one a direction if directed), with the sum of the weights, where the pair is first named. */
function summed(network: SignedNetwork): SignedNetwork {
  const n = network.ids.length;
  const rows = new Map<number, number>();
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (let k = 0; k < network.from.length; k++) {
    let a = network.from[k];
    let b = network.to[k];
    if (!network.directed && a > b) [a, b] = [b, a];
    const row = rows.get(a * n + b);
    if (row === undefined) {
      rows.set(a * n + b, from.length);
      from.push(a);
      to.push(b);
      weight.push(network.weight[k]);
    } else {
      weight[row] += network.weight[k];
    }
  }
  return {
    ...network,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    weight: Float64Array.from(weight),
  };
}
