/** Where an answer turns from yes to no, or the other way, as one input is moved. */
export interface Flip {
  /** The value nearest to where the input stands at which the answer is another. */
  readonly at: number;
  /** Between this value, at which it is still the same, and `at`, it turns. */
  readonly notYet: number;
  /** The probabilities there. */
  readonly probability: number;
  readonly before: number;
  /** How far the input must be moved, as a part of the way to the end of its range. */
  readonly part: number;
}

/**
 * The smallest change of one input that turns an answer, by bisection between where it stands and an end of its range.
 *
 * @param probability of yes with the input at a value, on the same luck each time.
 * @param from where the input stands, and `end` of its range.
 * @returns nothing if the answer at the end is still the same.
 * @remarks Finds one turning point; where the answer turns more than once on the way, it may not be the nearest.
 */
export async function flipOf(
  probability: (value: number) => Promise<number>,
  from: number,
  end: number,
  { threshold = 0.5, steps = 6 }: { readonly threshold?: number; readonly steps?: number } = {},
): Promise<Flip | undefined> {
  const base = await probability(from);
  const last = await probability(end);
  const yes = base >= threshold;
  if (last >= threshold === yes) return undefined;
  let same = { value: from, probability: base };
  let other = { value: end, probability: last };
  for (let step = 0; step < steps; step++) {
    const value = (same.value + other.value) / 2;
    const found = { value, probability: await probability(value) };
    if (found.probability >= threshold === yes) same = found;
    else other = found;
  }
  return {
    at: other.value,
    notYet: same.value,
    probability: other.probability,
    before: same.probability,
    part: Math.abs(other.value - from) / Math.abs(end - from),
  };
}
