// Definitions letter by letter, for small games: what the tests hold the fast ways against.

/** Swings by looking at every coalition, with sums of any length. */
export function swingsByEnumeration(quota: number, weights: readonly number[]): number[] {
  const n = weights.length;
  const counted = weights.map(() => 0);
  const big = weights.map(BigInt);
  for (let mask = 0; mask < 2 ** n; mask++) {
    let votes = 0n;
    for (let i = 0; i < n; i++) if (mask & (1 << i)) votes += big[i];
    if (votes < BigInt(quota)) continue;
    for (let i = 0; i < n; i++) if (mask & (1 << i) && votes - big[i] < BigInt(quota)) counted[i]++;
  }
  return counted;
}

/** All winning coalitions of a small game, as lists of places. */
export function winningByEnumeration(quota: number, weights: readonly number[]): number[][] {
  const found: number[][] = [];
  for (let mask = 1; mask < 2 ** weights.length; mask++) {
    const members = weights.map((_, i) => i).filter((i) => mask & (1 << i));
    if (members.reduce((sum, i) => sum + BigInt(weights[i]), 0n) >= BigInt(quota)) found.push(members);
  }
  return found;
}
