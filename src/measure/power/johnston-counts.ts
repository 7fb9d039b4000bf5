// Winning coalitions counted by how many of their members are critical, for each voter among these.
// In a coalition of x votes the critical members are exactly those with more than x − q votes: in falling order of
// weight, the members among the first k voters.

import { MOST_VOTES, type Reduced, refuseSize } from "./counts.ts";
import type { RuleGame } from "./rule.ts";
import { countMask, eachCritical, sizeOfMask } from "./winning-table.ts";

/** counts[i · (n + 1) + c]: winning coalitions with c critical members, voter i among these. */
export type CriticalCounts = Float64Array;

/** Looking at every coalition is within reach up to this many voters. */
const FEW = 24;
/** Counting by votes takes no more additions than this. */
const MOST_STEPS = 1e10;

/** Counts of a game of at most 53 voters, each exact. */
export function criticalCounts(small: Reduced): CriticalCounts {
  const n = small.weights.length;
  const order = Array.from(small.weights, (_, i) => i)
    .filter((i) => small.weights[i] > 0)
    .sort((a, b) => small.weights[b] - small.weights[a] || a - b);
  const falling = Float64Array.from(order, (i) => small.weights[i]);
  const limit = small.quota + falling[0];
  const steps = n * n * n * limit;
  const large = small.total > Number.MAX_SAFE_INTEGER || n * limit > MOST_VOTES || steps > MOST_STEPS;
  if (n > FEW && large) refuseSize(n, limit);
  const counts =
    large || (n <= FEW && 3 * 2 ** n < steps)
      ? byCoalitions(small.quota, falling, small.total)
      : byVotes(small.quota, falling, limit);
  const out = new Float64Array(n * (n + 1));
  const m = order.length;
  order.forEach((i, k) => {
    for (let c = 0; c <= m; c++) out[i * (n + 1) + c] = counts[k * (m + 1) + c];
  });
  return out;
}

/** {@link criticalCounts} for any rule, by looking at every coalition; at most 24 voters. */
export function ruleCriticalCounts(game: RuleGame): CriticalCounts {
  const n = game.voters;
  const counts = new Float64Array(n * (n + 1));
  eachCritical(game, (_, critical) => countMask(critical, sizeOfMask(critical), n, counts));
  return counts;
}

/** Walks all coalitions; sums beyond 2⁵³ as whole numbers of any length. */
function byCoalitions(quota: number, falling: Float64Array, total: number): Float64Array {
  return Number.isSafeInteger(total)
    ? walk(quota, Array.from(falling), 0)
    : walk(BigInt(quota), Array.from(falling, BigInt), 0n);
}

function walk<N extends number | bigint>(quota: N, falling: readonly N[], zero: N): Float64Array {
  const n = falling.length;
  const counts = new Float64Array(n * (n + 1));
  const members = new Int32Array(n);
  const add = (a: N, b: N): N => ((a as number) + (b as number)) as N;
  const rest: N[] = new Array(n + 1).fill(zero);
  for (let k = n - 1; k >= 0; k--) rest[k] = add(rest[k + 1], falling[k]);
  const visit = (from: number, size: number, sum: N): void => {
    if (add(sum, rest[from]) < quota) return;
    if (from === n) {
      let critical = 0;
      while (critical < size && sum < add(quota, falling[members[critical]])) critical++;
      for (let m = 0; m < critical; m++) counts[members[m] * (n + 1) + critical]++;
      return;
    }
    members[size] = from;
    visit(from + 1, size + 1, add(sum, falling[from]));
    visit(from + 1, size, sum);
  };
  visit(0, 0, zero);
  return counts;
}

function byVotes(quota: number, falling: Float64Array, limit: number): Float64Array {
  const n = falling.length;
  const counts = new Float64Array(n * (n + 1));
  for (let k = 1; k <= n; k++) {
    const lightest = falling[k - 1];
    const next = k < n ? falling[k] : 0;
    if (next === lightest) continue;
    // in a coalition of quota + next … quota + lightest − 1 votes, the members of the first k are critical
    const heavy = bySize(falling.subarray(0, k), limit);
    const others = bringing(falling.subarray(k), quota + next, quota + lightest - 1);
    let row = new Float64Array(0);
    for (let i = 0; i < k; i++) {
      if (i === 0 || falling[i] !== falling[i - 1]) row = withVoter(heavy, others, falling[i], k);
      for (let c = 1; c <= k; c++) counts[i * (n + 1) + c] += row[c];
    }
  }
  return counts;
}

/** rows[c][z]: coalitions of c voters with z votes, z < limit. */
function bySize(weights: Float64Array, limit: number): Float64Array[] {
  const rows = Array.from({ length: weights.length + 1 }, () => new Float64Array(limit));
  rows[0][0] = 1;
  weights.forEach((weight, k) => {
    for (let c = k; c >= 0; c--) {
      for (let z = limit - 1 - weight; z >= 0; z--) rows[c + 1][z + weight] += rows[c][z];
    }
  });
  return rows;
}

/** Coalitions of these voters that bring one of z votes to `from` … `to` votes, for z = 0 … to. */
function bringing(weights: Float64Array, from: number, to: number): Float64Array {
  const below = new Float64Array(to + 1);
  below[0] = 1;
  for (const weight of weights) for (let z = to; z >= weight; z--) below[z] += below[z - weight];
  for (let z = 1; z <= to; z++) below[z] += below[z - 1];
  return below.map((_, z) => below[to - z] - (from - 1 - z >= 0 ? below[from - 1 - z] : 0));
}

/** row[c]: coalitions with c of the heavy voters, one of this weight among them, brought into the range by others. */
function withVoter(
  heavy: readonly Float64Array[],
  others: Float64Array,
  weight: number,
  k: number,
): Float64Array<ArrayBuffer> {
  const row = new Float64Array(k + 1);
  // coalitions of heavy voters without this one: all of them, less those of one fewer with it
  let without = heavy[0];
  for (let c = 1; c <= k; c++) {
    for (let z = 0; z + weight < others.length; z++) row[c] += without[z] * others[z + weight];
    const fewer = without;
    without = heavy[c].map((count, z) => count - (z >= weight ? fewer[z - weight] : 0));
  }
  return row;
}
