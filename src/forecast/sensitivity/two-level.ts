import { type Random, TawazunError } from "../../base/index.ts";

/** What an outcome does when one input goes from its low end to its high end, all others at either. */
export interface TwoLevelEffect {
  readonly name: string;
  /** Mean outcome with the input at its low and at its high end. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Part of the variance of the outcome between points that goes with the input. */
  readonly part: number;
  /** Whether the difference exceeds the greatest that any of the inputs shows by chance in 19 of 20 cases. */
  readonly told: boolean;
}

const SHUFFLES = 200;
const LEVEL = 0.95;

/**
 * The ends at which inputs stand in the points of a screening: each at its low or high end, by a fair coin.
 *
 * @returns by point, 1 for the high end, in the order of the inputs.
 * @remarks A random balance design: with far more inputs than points, main effects are still estimated
 * without bias, each with the others as noise.
 * @see Satterthwaite 1959
 */
export function twoLevelDesign(inputs: number, points: number, random: Random): readonly Uint8Array[] {
  return Array.from({ length: points }, (_, p) => {
    const luck = random.fork(p);
    return Uint8Array.from({ length: inputs }, () => luck.integer(2));
  });
}

/**
 * Main effects of inputs from the outcomes at the points of {@link twoLevelDesign}.
 *
 * @returns by size, the greatest first; nothing if the outcome does not vary.
 * @throws {TawazunError} `sensitivity/data` if there are not as many outcomes as points.
 * @remarks Told from chance by shuffling the outcomes and taking the greatest difference of all inputs each
 * time (Westfall & Young 1993), so that a thousand inputs do not make one of them look important.
 */
export function twoLevelEffects(
  names: readonly string[],
  points: readonly Uint8Array[],
  outcome: ArrayLike<number>,
  random: Random,
): readonly TwoLevelEffect[] {
  const n = points.length;
  if (outcome.length !== n)
    throw new TawazunError("sensitivity/data", `There are ${n} points and ${outcome.length} outcomes.`);
  const y = Float64Array.from(outcome);
  const mean = y.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  const variance = y.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / Math.max(1, n);
  if (n < 8 || !(variance > 1e-12)) return [];
  const highs = new Float64Array(names.length);
  for (const point of points) for (let i = 0; i < names.length; i++) highs[i] += point[i];
  const sumsOf = (values: Float64Array): Float64Array => {
    const sums = new Float64Array(names.length);
    points.forEach((point, p) => {
      const value = values[p] - mean;
      for (let i = 0; i < names.length; i++) if (point[i] === 1) sums[i] += value;
    });
    return sums;
  };
  /** mean at the high end − mean at the low end, the sums being of values less their mean */
  const difference = (sums: Float64Array, i: number): number =>
    highs[i] === 0 || highs[i] === n ? 0 : sums[i] / highs[i] + sums[i] / (n - highs[i]);
  const greatest = Array.from({ length: SHUFFLES }, (_, s) => {
    const sums = sumsOf(shuffled(y, random.fork(s)));
    return names.reduce((most, _name, i) => Math.max(most, Math.abs(difference(sums, i))), 0);
  }).sort((a, b) => a - b);
  const limit = greatest[Math.floor(LEVEL * SHUFFLES)];
  const sums = sumsOf(y);
  return names
    .map((name, i): TwoLevelEffect => {
      const effect = difference(sums, i);
      return {
        name,
        atLow: mean - sums[i] / Math.max(1, n - highs[i]),
        atHigh: mean + sums[i] / Math.max(1, highs[i]),
        part: Math.min(1, (effect * effect) / 4 / variance),
        told: Math.abs(effect) > limit,
      };
    })
    .sort((a, b) => b.part - a.part || (a.name < b.name ? -1 : 1));
}

/** A copy in another order (Fisher–Yates). */
export function shuffled(values: Float64Array, random: Random): Float64Array {
  const copy = values.slice();
  for (let k = copy.length - 1; k > 0; k--) {
    const other = random.integer(k + 1);
    const kept = copy[k];
    copy[k] = copy[other];
    copy[other] = kept;
  }
  return copy;
}
