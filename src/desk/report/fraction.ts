/** The greatest common divisor of two whole numbers. */
function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** A fraction in lowest terms, such as "67/210"; "0" and "1" stand alone. */
export function fraction(numerator: number, denominator: number): string {
  const by = divisor(numerator, denominator);
  const [over, under] = [numerator / by, denominator / by];
  return under === 1 ? `${over}` : `${over}/${under}`;
}

/** More orders than this a double cannot count: 15! is the last that leaves room for the rounding. */
const MOST_VOTERS = 15;

/**
 * Shares in all orders of n voters as fractions of n!; nothing if there are too many voters for it.
 *
 * @param shares rounded once from ratios of whole numbers, as `shapleyShubik` gives them.
 */
export function ordersAsFractions(shares: readonly number[]): readonly string[] | undefined {
  if (shares.length > MOST_VOTERS) return undefined;
  let orders = 1;
  for (let k = 2; k <= shares.length; k++) orders *= k;
  const counts = shares.map((share) => Math.round(share * orders));
  return counts.reduce((sum, count) => sum + count, 0) === orders
    ? counts.map((count) => fraction(count, orders))
    : undefined;
}

/** Counts as fractions of their sum; nothing if they are too large to be whole. */
export function partsAsFractions(counts: readonly number[]): readonly string[] | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!counts.every(Number.isSafeInteger) || !Number.isSafeInteger(total) || total === 0) return undefined;
  return counts.map((count) => fraction(count, total));
}
