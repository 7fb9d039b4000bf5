import type { Graph } from "./graph.ts";

/** A side for each actor, from 0, and the weight that they frustrate. */
export interface Sided {
  readonly sides: Int32Array;
  readonly cost: number;
}

/** A cost that depends on the sides of some actors: digit i of the place, to the base of how many sides there are, is the side of `scope[i]`. */
interface Table {
  readonly scope: readonly number[];
  readonly cost: Float64Array;
}

/**
 * Sides that frustrate least, by eliminating one actor after the other: for each way its neighbours may side, its best
 * side is noted, and its least cost becomes a table over the neighbours.
 *
 * @param order every actor once; the largest number of neighbours left at a step is the width, and tables have
 * sides^width entries.
 * @param sides how many sides there are.
 *
 * @see Dechter 1999, pp. 41–85 (bucket elimination).
 */
export function elimination(graph: Graph, order: Int32Array, sides: number): Sided {
  const { size, offset, neighbour, pair, weight } = graph;
  const step = new Int32Array(size);
  order.forEach((v, i) => {
    step[v] = i;
  });
  const bucket: Table[][] = Array.from({ length: size }, () => []);
  const noted: { readonly scope: readonly number[]; readonly best: Uint8Array }[] = [];
  let total = 0;
  for (const v of order) {
    const links = new Map<number, number>();
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      if (step[neighbour[i]] > step[v]) links.set(neighbour[i], weight[pair[i]]);
    }
    const scope = [...new Set([...links.keys(), ...bucket[v].flatMap((t) => t.scope)])]
      .filter((u) => u !== v)
      .sort((a, b) => step[b] - step[a]);
    const weights = scope.map((u) => links.get(u) ?? 0);
    const least = costs(scope, weights, bucket[v], v, 0, sides);
    const best = new Uint8Array(least.length);
    for (let side = 1; side < sides; side++) {
      const other = costs(scope, weights, bucket[v], v, side, sides);
      for (let x = 0; x < least.length; x++) {
        if (other[x] < least[x]) {
          least[x] = other[x];
          best[x] = side;
        }
      }
    }
    noted.push({ scope, best });
    bucket[v] = [];
    if (scope.length > 0) bucket[scope[scope.length - 1]].push({ scope, cost: least });
    else total += least[0];
  }

  const found = new Int32Array(size);
  for (let i = size - 1; i >= 0; i--) {
    const { scope, best } = noted[i];
    let place = 0;
    for (let digit = scope.length - 1; digit >= 0; digit--) place = place * sides + found[scope[digit]];
    found[order[i]] = best[place];
  }
  return { sides: found, cost: total };
}

/** What an actor on a side costs, for each way its scope may side: its pairs, and the tables that it is part of. */
function costs(
  scope: readonly number[],
  weights: readonly number[],
  tables: readonly Table[],
  v: number,
  side: number,
  sides: number,
): Float64Array {
  const cost = new Float64Array(power(sides, scope.length));
  const price = (w: number, other: number) => (other === side ? Math.max(0, -w) : Math.max(0, w));
  for (const w of weights) cost[0] += price(w, 0);
  // Grown digit by digit: each new digit repeats what is there, at another price.
  for (let digit = 0, length = 1; digit < scope.length; digit++, length *= sides) {
    for (let other = 1; other < sides; other++) {
      const more = price(weights[digit], other) - price(weights[digit], 0);
      const start = other * length;
      for (let x = 0; x < length; x++) cost[start + x] = cost[x] + more;
    }
  }
  const at = new Int32Array(cost.length);
  for (const table of tables) {
    at[0] = side * power(sides, table.scope.indexOf(v));
    for (let digit = 0, length = 1; digit < scope.length; digit++, length *= sides) {
      const place = table.scope.indexOf(scope[digit]);
      const stride = place < 0 ? 0 : power(sides, place);
      for (let other = 1; other < sides; other++) {
        const start = other * length;
        for (let x = 0; x < length; x++) at[start + x] = at[x] + other * stride;
      }
    }
    for (let x = 0; x < cost.length; x++) cost[x] += table.cost[at[x]];
  }
  return cost;
}

/** A whole power of a whole number, exactly. */
function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product *= base;
  return product;
}
