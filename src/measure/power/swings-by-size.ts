/**
 * For every voter, how many losing coalitions of s others it turns into winning ones.
 *
 * @param weights whole numbers; at most 53 voters.
 * @returns a row of n numbers for each voter, for s = 0 … n − 1.
 * @remarks Dynamic programming over (voters, votes) on the side of the smaller of quota and blocking quota, then
 * each voter is taken out of the sums again. O(n² · quota) additions, each exact.
 */
export function swingsBySize(quota: number, weights: ArrayLike<number>, n: number): Float64Array {
  let total = 0;
  for (let i = 0; i < n; i++) total += weights[i];
  // a voter turns a losing coalition exactly if, on the other side, it turns a coalition that cannot block
  const blocking = total - quota + 1;
  const mirrored = blocking < quota;
  const limit = mirrored ? blocking : quota;
  const below = coalitionsBelow(limit, weights, n);
  const out = new Float64Array(n * n);
  const rows = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const same = rows.get(weights[i]);
    if (same !== undefined) out.copyWithin(i * n, same * n, (same + 1) * n);
    else {
      rows.set(weights[i], i);
      withoutVoter(below, limit, weights[i], n, out.subarray(i * n, (i + 1) * n));
    }
  }
  if (mirrored) for (let i = 0; i < n; i++) out.subarray(i * n, (i + 1) * n).reverse();
  return out;
}

/** below[s · limit + z]: coalitions of s voters with at most z votes. */
function coalitionsBelow(limit: number, weights: ArrayLike<number>, n: number): Float64Array {
  const rising = Float64Array.from(weights).subarray(0, n).sort();
  const ways = new Float64Array((n + 1) * limit);
  ways[0] = 1;
  const lightest = new Float64Array(n + 1);
  for (let k = 0; k < n; k++) lightest[k + 1] = lightest[k] + rising[k];
  for (let k = 0; k < n; k++) {
    const weight = rising[k];
    for (let s = k; s >= 0; s--) {
      // s of the first k voters have between the s lightest and the s heaviest of them
      const last = Math.min(limit - 1 - weight, lightest[k] - lightest[k - s]);
      const from = s * limit;
      const to = from + limit + weight;
      for (let z = lightest[s]; z <= last; z++) ways[to + z] += ways[from + z];
    }
  }
  for (let s = 0; s <= n; s++) {
    const end = (s + 1) * limit;
    let sum = 0;
    for (let z = s * limit; z < end; z++) {
      sum += ways[z];
      ways[z] = sum;
    }
  }
  return ways;
}

/** Takes a voter out: what is below without it is what is below, less what is below with it. */
function withoutVoter(
  below: Float64Array,
  limit: number,
  weight: number,
  n: number,
  out: Float64Array,
): void {
  let previous = 0;
  for (let s = 0; s < n; s++) {
    // without[s]: coalitions of s others that lose even with the voter's votes
    let without = 0;
    let sign = 1;
    for (let k = s, z = limit - 1 - weight; k >= 0 && z >= 0; k--, z -= weight) {
      without += sign * below[k * limit + z];
      sign = -sign;
      if (weight === 0) break;
    }
    out[s] = weight === 0 ? 0 : below[s * limit + limit - 1] - previous - without;
    previous = without;
  }
}
