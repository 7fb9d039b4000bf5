// Minimal winning coalitions counted by size, in all and with each voter.
// With the voters in falling order of weight, a winning coalition is minimal exactly if it loses without its last
// member i: the others are any coalition of voters before i with q − wᵢ … q − 1 votes.

import { MOST_VOTES, type Reduced, refuseSize } from "./counts.ts";
import { walkGame } from "./minimal-walk.ts";
import type { RuleGame } from "./rule.ts";
import { countMask, eachCritical, sizeOfMask } from "./winning-table.ts";

/** Minimal winning coalitions of s voters: `all[s]`, and `with[i · (n + 1) + s]` with voter i among them. */
export interface MinimalCounts {
  readonly all: Float64Array;
  readonly with: Float64Array;
}

/** Up to this many voters the coalitions are walked through one by one. */
const FEW = 22;
/** Counting by votes and size takes no more additions than this. */
const MOST_STEPS = 2e9;

/**
 * Counts minimal winning coalitions.
 *
 * @param small at most 53 voters, so that every count is exact.
 */
export function minimalCounts(small: Reduced): MinimalCounts {
  const n = small.weights.length;
  const steps = n * n * small.quota;
  const large = small.total > Number.MAX_SAFE_INTEGER || steps > MOST_STEPS || n * small.quota > MOST_VOTES;
  if (n > FEW && large) refuseSize(n, small.quota);
  return n <= FEW ? byWalking(small) : byVotes(small);
}

/** {@link minimalCounts} for any rule, by looking at every coalition; at most 24 voters. */
export function ruleMinimalCounts(game: RuleGame): MinimalCounts {
  const n = game.voters;
  const all = new Float64Array(n + 1);
  const withVoter = new Float64Array(n * (n + 1));
  eachCritical(game, (members, critical) => {
    if (members !== critical) return;
    const size = sizeOfMask(members);
    all[size]++;
    countMask(members, size, n, withVoter);
  });
  return { all, with: withVoter };
}

function byWalking(small: Reduced): MinimalCounts {
  const n = small.weights.length;
  const all = new Float64Array(n + 1);
  const withVoter = new Float64Array(n * (n + 1));
  walkGame(small, (voters) => {
    all[voters.length]++;
    for (const i of voters) withVoter[i * (n + 1) + voters.length]++;
  });
  return { all, with: withVoter };
}

function byVotes({ quota, weights }: Reduced): MinimalCounts {
  const n = weights.length;
  const order = Array.from(weights, (_, i) => i)
    .filter((i) => weights[i] > 0)
    .sort((a, b) => weights[b] - weights[a] || a - b);
  const all = new Float64Array(n + 1);
  const withVoter = new Float64Array(n * (n + 1));
  // ways[s · quota + z]: coalitions of s voters before the present one with z < quota votes
  const ways = new Float64Array((order.length + 1) * quota);
  ways[0] = 1;
  const below = new Float64Array(ways.length);
  order.forEach((last, k) => {
    const weight = weights[last];
    sumUp(ways, below, quota, k);
    for (let s = 0; s <= k; s++) {
      const count = window(below, quota, s, quota - 1, weight);
      all[s + 1] += count;
      withVoter[last * (n + 1) + s + 1] += count;
    }
    for (let j = 0; j < k; j++) countWith(below, quota, k, weight, weights[order[j]], order[j], withVoter, n);
    for (let s = k; s >= 0; s--) {
      for (let z = quota - 1 - weight; z >= 0; z--) ways[(s + 1) * quota + z + weight] += ways[s * quota + z];
    }
  });
  return { all, with: withVoter };
}

/** Prefix sums of each row, for coalitions of up to k voters. */
function sumUp(ways: Float64Array, below: Float64Array, quota: number, k: number): void {
  for (let s = 0; s <= k; s++) {
    let sum = 0;
    for (let z = s * quota; z < (s + 1) * quota; z++) {
      sum += ways[z];
      below[z] = sum;
    }
  }
}

/** Coalitions of s voters with top − width + 1 … top votes. */
function window(below: Float64Array, quota: number, s: number, top: number, width: number): number {
  if (top < 0) return 0;
  const row = s * quota;
  return below[row + top] - (top >= width ? below[row + top - width] : 0);
}

/** Adds the coalitions that hold voter j: with it less, then it twice, then it three times …, taken in turn. */
function countWith(
  below: Float64Array,
  quota: number,
  k: number,
  width: number,
  weight: number,
  j: number,
  out: Float64Array,
  n: number,
): void {
  for (let s = 1; s <= k; s++) {
    let sum = 0;
    let sign = 1;
    for (let used = 1; used <= s && quota - 1 - used * weight >= 0; used++) {
      sum += sign * window(below, quota, s - used, quota - 1 - used * weight, width);
      sign = -sign;
    }
    out[j * (n + 1) + s + 1] += sum;
  }
}
