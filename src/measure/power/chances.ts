// Votes as chance: every voter says yes with the same probability t, and the votes are counted as a distribution.
// Nothing can overflow, all terms are positive, and one distribution serves every voter: leaving a voter out of it
// is an alternating sum of quota / weight terms (Kurz 2016 does the same with counts).

import type { Shifted } from "./shifted.ts";

/** Half a unit in the last place of 1. */
const UNIT = 2 ** -53;

/** Sums of this many numbers are off by that many units at most. */
const BLOCK = 8;

/** After this many voters the distribution is scaled, before 2ⁿ grows beyond a double. */
const BATCH = 500;

/** All that may be dropped from the thin ends of a distribution, as a probability. */
const DROPPED = 1e-17;

/**
 * below[z]: probability of at most z votes for, z < limit, if each voter is for with probability t ≤ ½.
 *
 * @param rising the weights in rising order.
 * @param room `limit` numbers, written over.
 * @remarks Thin ends of the distribution are dropped, together less than {@link DROPPED}: they cost time, and most of
 * it where they fall below 10⁻³⁰⁸.
 */
export function votesBelow(t: number, rising: Float64Array, room: Shifted): Float64Array {
  const below = room.ways.fill(0);
  const limit = below.length;
  below[0] = 1;
  const ratio = t / (1 - t);
  const thin = DROPPED / (rising.length * limit);
  let least = 0;
  let most = 0;
  let mass = 1;
  let scale = 1;
  for (let k = 0; k < rising.length; k++) {
    const weight = rising[k];
    most = Math.min(most + weight, limit - 1);
    room.add(weight, least + weight, most, ratio);
    mass *= 1 + ratio;
    scale *= 1 - t;
    for (; most > least && below[most] < thin * mass; most--) below[most] = 0;
    for (; least < most && below[least] < thin * mass; least++) below[least] = 0;
    if (k % BATCH === BATCH - 1) {
      for (let z = least; z <= most; z++) below[z] *= scale;
      mass *= scale;
      scale = 1;
    }
  }
  // blocks of eight are summed plainly, the blocks by Kahan's way, which keeps what rounding would lose
  let sum = 0;
  let lost = 0;
  for (let from = least; from < limit; from += BLOCK) {
    const to = Math.min(from + BLOCK, limit);
    let inBlock = 0;
    for (let z = from; z < to; z++) {
      inBlock += below[z] * scale;
      below[z] = sum + inBlock;
    }
    const term = inBlock - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return below;
}

/** A probability, and how far off it can be by rounding. */
export interface Chance {
  readonly value: number;
  readonly error: number;
}

/**
 * The probability that a voter of this weight turns the vote at a quota, if each other is for with probability t ≤ ½.
 *
 * @param below from {@link votesBelow} with at least `quota` entries, for `voters` voters.
 * @remarks The error bound: each entry of the distribution is a sum of positive products with 3 roundings a voter, so
 * its relative error is at most 3n + 4 units; in the alternating sum such errors never add up to more than once the
 * distribution itself, because what is counted alternates between 0 and 1. What does add up is the rounding of each
 * term, of each prefix sum and of each addition.
 */
export function pivotChance(
  below: Float64Array,
  t: number,
  quota: number,
  weight: number,
  voters: number,
): Chance {
  if (weight === 0) return { value: 0, error: 0 };
  const ratio = t / (1 - t);
  const whole = below[quota - 1];
  let factor = 1 / (1 - t);
  let without = 0;
  let rounded = 0;
  for (let z = quota - 1 - weight; z >= 0; z -= weight) {
    const term = factor * below[z];
    without += term;
    rounded += Math.abs(without) + (BLOCK + 4) * Math.abs(term);
    factor *= -ratio;
    if (Math.abs(factor) < 1e-30) break; // what is left is far below the rounding of one term
  }
  const value = (whole - without) / (1 - t);
  const error = (UNIT * ((6 * voters + BLOCK + 10) * (whole / (1 - t)) + rounded)) / (1 - t);
  return { value: Math.max(0, value), error };
}
