import { pivotChance, votesBelow } from "./chances.ts";
import { MOST_VOTES, type Reduced, refuseSize } from "./counts.ts";
import { quadratureFor, relativeError } from "./quadrature.ts";
import { shifted } from "./shifted.ts";

/** A number for each voter, and how far off each can be. */
export interface Bounded {
  readonly values: Float64Array;
  readonly errors: Float64Array;
}

/** Voters of the same weight share their numbers. */
function distinct(weights: Float64Array): Map<number, number[]> {
  const voters = new Map<number, number[]>();
  weights.forEach((weight, i) => {
    const same = voters.get(weight);
    if (same === undefined) voters.set(weight, [i]);
    else same.push(i);
  });
  return voters;
}

function checkLength(small: Reduced, limit: number): void {
  if (small.total > Number.MAX_SAFE_INTEGER || limit > MOST_VOTES) refuseSize(small.weights.length, limit);
}

/**
 * The probability that each voter turns the vote if every other decides by a fair coin, and that a motion passes.
 *
 * @remarks Any number of voters, without overflow. Counted on the shorter side of the quota.
 */
export function fairCoin(small: Reduced): Bounded & { readonly passing: number; readonly failing: number } {
  const { quota, weights, total } = small;
  const n = weights.length;
  const blocking = total - quota + 1;
  const limit = Math.min(quota, blocking);
  checkLength(small, limit);
  const below = votesBelow(0.5, Float64Array.from(weights).sort(), shifted(limit));
  const values = new Float64Array(n);
  const errors = new Float64Array(n);
  for (const [weight, voters] of distinct(weights)) {
    const { value, error } = pivotChance(below, 0.5, limit, weight, n);
    for (const i of voters) {
      values[i] = value;
      errors[i] = error;
    }
  }
  const short = below[limit - 1];
  const [passing, failing] = limit === blocking ? [short, 1 - short] : [1 - short, short];
  return { values, errors, passing, failing };
}

/**
 * The Shapley–Shubik index as the integral of each voter's chance to turn the vote, over the probability t with which
 * every other is for it (Owen 1972).
 *
 * @remarks By Gauss–Legendre quadrature; t and 1 − t share one distribution, because who is for at t is who is against
 * at 1 − t. The errors hold: quadrature (see {@link relativeError}) and rounding (see {@link pivotChance}).
 */
export function overAllChances(small: Reduced): Bounded {
  const { quota, weights, total } = small;
  const n = weights.length;
  const blocking = total - quota + 1;
  const limit = Math.max(quota, blocking);
  checkLength(small, limit);
  const rising = Float64Array.from(weights).sort();
  const groups = [...distinct(weights)];
  const sums = new Float64Array(groups.length);
  const bounds = new Float64Array(groups.length);
  const rule = quadratureFor(n - 1);
  const room = shifted(limit);
  rule.nodes.forEach((t, k) => {
    const below = votesBelow(t, rising, room);
    groups.forEach(([weight], g) => {
      const at = pivotChance(below, t, quota, weight, n);
      const mirrored = pivotChance(below, t, blocking, weight, n);
      const lone = 2 * k + 1 === rule.order;
      sums[g] += rule.weights[k] * (lone ? at.value : at.value + mirrored.value);
      bounds[g] += rule.weights[k] * (lone ? at.error : at.error + mirrored.error);
    });
  });
  const relative = relativeError(rule, n - 1);
  const values = new Float64Array(n);
  const errors = new Float64Array(n);
  groups.forEach(([, voters], g) => {
    for (const i of voters) {
      values[i] = sums[g];
      // nodes and weights are good to a few units
      errors[i] = bounds[g] + (relative + 2e-15) * sums[g];
    }
  });
  return { values, errors };
}
