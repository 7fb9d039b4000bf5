/** Winning coalitions in all, and those that each voter turns. */
export interface Counts {
  readonly winning: number;
  readonly swings: Float64Array;
}

/**
 * Counts winning coalitions and swings by dynamic programming over votes.
 *
 * @param weights whole numbers; at most 53 voters.
 * @remarks O(n · limit) additions, where the limit is the smaller of the quota and of the votes that block;
 * then each voter is taken out of the sums in limit / weight steps.
 */
export function countByVotes(quota: number, weights: ArrayLike<number>, n: number): Counts {
  let total = 0;
  for (let i = 0; i < n; i++) total += weights[i];
  const blocking = total - quota + 1;
  const limit = Math.min(quota, blocking);
  const below = coalitionsBelow(limit, weights, n);
  const swings = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const weight = weights[i];
    if (weight === 0) continue;
    // without: coalitions of the others that stay below the limit even with the voter's votes
    let without = 0;
    let sign = 1;
    for (let z = limit - 1 - weight; z >= 0; z -= weight) {
      without += sign * below[z];
      sign = -sign;
    }
    swings[i] = below[limit - 1] - 2 * without;
  }
  // a coalition wins exactly if its opponents cannot block
  const winning = limit === blocking ? below[limit - 1] : 2 ** n - below[limit - 1];
  return { winning, swings };
}

/** below[z]: coalitions with at most z votes, for z < limit. */
function coalitionsBelow(limit: number, weights: ArrayLike<number>, n: number): Float64Array {
  const rising = Float64Array.from(weights).subarray(0, n).sort();
  const ways = new Float64Array(limit);
  ways[0] = 1;
  let most = 0;
  for (let k = 0; k < n; k++) {
    const weight = rising[k];
    most = Math.min(most + weight, limit - 1);
    for (let z = most; z >= weight; z--) ways[z] += ways[z - weight];
  }
  for (let z = 1; z < limit; z++) ways[z] += ways[z - 1];
  return ways;
}
