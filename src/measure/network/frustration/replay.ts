/**
 * The least weight that a partition of some actors can frustrate, by eliminating them in the order given.
 *
 * @remarks Plain on purpose: it repeats what `elimination.ts` did, in another way. A cost that depends on the
 * sides of some actors is a table: bit i of the place is the side of `scope[i]`.
 */
export function leastByElimination(
  order: readonly number[],
  weight: (a: number, b: number) => number,
): number {
  let tables: { readonly scope: readonly number[]; readonly cost: Float64Array }[] = [];
  order.forEach((a, i) => {
    for (const b of order.slice(i + 1)) {
      const w = weight(a, b);
      if (w === 0) continue;
      const apart = Math.max(0, w);
      const together = Math.max(0, -w);
      tables.push({ scope: [a, b], cost: Float64Array.of(together, apart, apart, together) });
    }
  });
  let least = 0;
  for (const v of order) {
    const own = tables.filter((table) => table.scope.includes(v));
    const scope = [...new Set(own.flatMap((table) => table.scope))].filter((u) => u !== v);
    const cost = new Float64Array(2 ** scope.length);
    const strides = own.map((table) =>
      scope.map((u) => (table.scope.includes(u) ? 2 ** table.scope.indexOf(u) : 0)),
    );
    for (let x = 0; x < cost.length; x++) {
      const sum = [0, 0];
      own.forEach((table, t) => {
        let at = 0;
        for (let bit = 0; bit < scope.length; bit++) if ((x >> bit) & 1) at += strides[t][bit];
        sum[0] += table.cost[at];
        sum[1] += table.cost[at + 2 ** table.scope.indexOf(v)];
      });
      cost[x] = Math.min(sum[0], sum[1]);
    }
    tables = tables.filter((table) => !table.scope.includes(v));
    if (scope.length === 0) least += cost[0];
    else tables.push({ scope, cost });
  }
  return least;
}
