/**
 * Walks the minimal winning coalitions of a game whose weights fall.
 *
 * @param weights falling, above 0; `zero` and all numbers of one kind, so that sums may go beyond 2⁵³.
 * @param visit gets the places of the members, rising, in an array that is used again.
 * @remarks A coalition that wins is minimal exactly if it loses without its lightest member, so that each is found
 * once, and no branch that must lose is followed.
 */
function walkMinimalWinning<N extends number | bigint>(
  quota: N,
  weights: readonly N[],
  zero: N,
  visit: (members: readonly number[]) => void,
): void {
  const add = (a: N, b: N): N => ((a as number) + (b as number)) as N;
  // rest[k]: votes of voters k, k + 1, …
  const rest: N[] = new Array(weights.length + 1).fill(zero);
  for (let k = weights.length - 1; k >= 0; k--) rest[k] = add(rest[k + 1], weights[k]);
  const members: number[] = [];
  const walk = (from: number, sum: N): void => {
    for (let k = from; k < weights.length && add(sum, rest[k]) >= quota; k++) {
      const next = add(sum, weights[k]);
      members.push(k);
      // it lost before k joined, and k is the lightest: no other member can be spared either
      if (next >= quota) visit(members);
      else walk(k + 1, next);
      members.pop();
    }
  };
  walk(0, zero);
}

/** The walk over a game in the voters' own order: places of voters with votes, by falling weight. */
export function walkGame(
  { quota, weights }: { readonly quota: number; readonly weights: ArrayLike<number> },
  visit: (voters: readonly number[]) => void,
): void {
  const order: number[] = [];
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i];
    if (weights[i] > 0) order.push(i);
  }
  order.sort((a, b) => weights[b] - weights[a] || a - b);
  const named = (members: readonly number[]): void => visit(members.map((k) => order[k]));
  const falling = order.map((i) => weights[i]);
  if (Number.isSafeInteger(total)) walkMinimalWinning(quota, falling, 0, named);
  else walkMinimalWinning(BigInt(quota), falling.map(BigInt), 0n, named);
}
