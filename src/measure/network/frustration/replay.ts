/**
 * The least weight that factions of some actors can frustrate, by eliminating them in the order given.
 *
 * @param most how many factions there may be.
 * @remarks Plain on purpose: it repeats what `elimination.ts` did, in another way. A cost that depends on the sides of
 * some actors is a table: digit i of the place, to the base `most`, is the side of `scope[i]`.
 */
export function leastByElimination(
  order: readonly number[],
  weight: (a: number, b: number) => number,
  most: number,
): number {
  let tables: { readonly scope: readonly number[]; readonly cost: Float64Array }[] = [];
  order.forEach((a, i) => {
    for (const b of order.slice(i + 1)) {
      const w = weight(a, b);
      const cost = Float64Array.from({ length: most * most }, (_, place) =>
        place % most === Math.floor(place / most) ? Math.max(0, -w) : Math.max(0, w),
      );
      if (w !== 0) tables.push({ scope: [a, b], cost });
    }
  });
  let least = 0;
  for (const v of order) {
    const own = tables.filter((table) => table.scope.includes(v));
    const scope = [...new Set(own.flatMap((table) => table.scope))].filter((u) => u !== v);
    const entries = scope.reduce((product) => product * most, 1);
    const cost = new Float64Array(entries).fill(Number.POSITIVE_INFINITY);
    const strides = own.map((table) => scope.map((u) => stride(table.scope, u, most)));
    const ownStride = own.map((table) => stride(table.scope, v, most));
    const at = new Float64Array(own.length);
    for (let x = 0; x < entries; x++) {
      at.fill(0);
      for (let digit = 0, rest = x; digit < scope.length; digit++, rest = Math.floor(rest / most)) {
        for (let t = 0; t < own.length; t++) at[t] += (rest % most) * strides[t][digit];
      }
      for (let side = 0; side < most; side++) {
        let sum = 0;
        for (let t = 0; t < own.length; t++) sum += own[t].cost[at[t] + side * ownStride[t]];
        cost[x] = Math.min(cost[x], sum);
      }
    }
    tables = tables.filter((table) => !table.scope.includes(v));
    if (scope.length === 0) least += cost[0];
    else tables.push({ scope, cost });
  }
  return least;
}

/** How far apart in a table two sides of an actor stand next to each other; 0 if it is not in its scope. */
function stride(scope: readonly number[], actor: number, most: number): number {
  const place = scope.indexOf(actor);
  let product = place < 0 ? 0 : 1;
  for (let i = 0; i < place; i++) product *= most;
  return product;
}
