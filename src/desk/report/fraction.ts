import type { Fractions } from "../../measure/index.ts";

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

/** A fraction in lowest terms, such as "67/210"; whole numbers stand alone. */
export function fraction(numerator: bigint, denominator: bigint): string {
  const by = divisor(numerator, denominator);
  const [over, under] = [numerator / by, denominator / by];
  return under === 1n ? `${over}` : `${over}/${under}`;
}

/** Fractions with a common denominator, each in its own lowest terms. */
export function fractions({ numerators, denominator }: Fractions): readonly string[] {
  return numerators.map((numerator) => fraction(numerator, denominator));
}

/** Counts as fractions of their sum. */
export function partsOfSum(counts: readonly bigint[]): readonly string[] {
  const total = counts.reduce((sum, count) => sum + count, 0n);
  return counts.map((count) => (total === 0n ? "0" : fraction(count, total)));
}

/** The largest denominator by which a double still tells fractions apart. */
const MOST = 1e12;

/**
 * Shares in the orders that keep unions together, as fractions of those orders; nothing if there are too many.
 *
 * @param shares rounded once from ratios of whole numbers, as `owen` gives them.
 * @param sizes of the unions, voters that stand alone among them.
 */
export function ordersOfUnions(
  shares: readonly number[],
  sizes: readonly number[],
): readonly string[] | undefined {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  const orders = sizes.reduce((product, size) => product * factorial(size), factorial(sizes.length));
  if (orders > MOST) return undefined;
  return shares.map((share) => fraction(BigInt(Math.round(share * orders)), BigInt(orders)));
}
