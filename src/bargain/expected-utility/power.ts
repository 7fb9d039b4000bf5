// Powers to (nearly always) the last bit. exp(y log x) of doubles is off by some units in the last place;
// where two actors are alike, the model compares numbers that differ by one, and so do the programs with
// which results are compared. All in pairs of doubles, high + low, with + − × ÷ only.

type Pair = readonly [high: number, low: number];

function sum(a: Pair, b: Pair): Pair {
  const high = a[0] + b[0];
  const part = high - a[0];
  const low = a[0] - (high - part) + (b[0] - part) + (a[1] + b[1]);
  return quick(high, low);
}

/** A pair from two parts, the first by far the greater. */
function quick(high: number, low: number): Pair {
  const total = high + low;
  return [total, low - (total - high)];
}

/** The product of two doubles without any error (Dekker 1971). */
function product(a: number, b: number): Pair {
  const high = a * b;
  const [a1, a2] = halves(a);
  const [b1, b2] = halves(b);
  return [high, a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2];
}

function halves(x: number): Pair {
  const wide = x * 134217729;
  const upper = wide - (wide - x);
  return [upper, x - upper];
}

function times(a: Pair, b: Pair): Pair {
  const [high, low] = product(a[0], b[0]);
  return quick(high, low + a[0] * b[1] + a[1] * b[0]);
}

function ratio(a: Pair, b: Pair): Pair {
  const first = a[0] / b[0];
  const rest = sum(a, times([-first, 0], b));
  return quick(first, rest[0] / b[0]);
}

const LN2: Pair = [0.6931471805599453, 2.3190468138462996e-17];

/** Coefficients, the highest power first. */
const ODD: readonly Pair[] = Array.from({ length: 22 }, (_, k) => ratio([1, 0], [2 * (21 - k) + 1, 0]));
const FACTORIAL: readonly Pair[] = factorials(22);

/** 1/n!, … 1/1!, 1/0!. */
function factorials(n: number): Pair[] {
  const rising: Pair[] = [[1, 0]];
  for (let k = 1; k <= n; k++) rising.push(ratio(rising[k - 1], [k, 0]));
  return rising.reverse();
}

/** A polynomial at x. */
function horner(coefficients: readonly Pair[], x: Pair): Pair {
  let value = coefficients[0];
  for (let k = 1; k < coefficients.length; k++) value = sum(times(value, x), coefficients[k]);
  return value;
}

/** ln x for a normal x > 0: x = m 2ᵉ, s = (m − 1)/(m + 1), ln m = 2 (s + s³/3 + …). */
function logarithm(x: number): Pair {
  let e = 0;
  let m = x;
  while (m < 0.7071067811865476) {
    m *= 2;
    e -= 1;
  }
  while (m > 1.4142135623730951) {
    m /= 2;
    e += 1;
  }
  const s = ratio([m - 1, 0], sum([m, 0], [1, 0]));
  const half = times(horner(ODD, times(s, s)), s);
  return sum(times(LN2, [e, 0]), [2 * half[0], 2 * half[1]]);
}

/** eᶻ for |z| < 700: z = k ln 2 + r, Taylor series of r. */
function exponential(z: Pair): number {
  const k = Math.round(z[0] / LN2[0]);
  const series = horner(FACTORIAL, sum(z, times(LN2, [-k, 0])));
  let value = series[0] + series[1];
  for (let i = 0; i < Math.abs(k); i++) value *= k > 0 ? 2 : 0.5;
  return value;
}

/**
 * A base from 0 to 2 raised to an exponent from 0 to 4, to the nearest double but for rare halfway cases.
 * Anything to the power 0 is 1.
 *
 * @remarks Some microseconds. The same bits on every machine.
 */
export function power(base: number, exponent: number): number {
  if (exponent === 1) return base;
  if (exponent === 2) return base * base;
  if (exponent === 0) return 1;
  if (base < 1e-70) return 0;
  return exponential(times(logarithm(base), [exponent, 0]));
}

/** `power` that remembers: actors share positions and risks, so that few of n² powers differ. */
export function rememberedPower(): (base: number, exponent: number) => number {
  const known = new Map<number, Map<number, number>>();
  return (base, exponent) => {
    let of = known.get(exponent);
    if (of === undefined) {
      of = new Map();
      known.set(exponent, of);
    }
    const before = of.get(base);
    if (before !== undefined) return before;
    const value = power(base, exponent);
    of.set(base, value);
    return value;
  };
}
