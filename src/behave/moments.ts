/**
 * Weighted sums of columns and of their products, two columns at a time: Σ w x and Σ w x y for every pair of
 * columns, from one walk over four columns instead of one for each sum.
 */
export interface Moments {
  /** Σ w x, one per column. */
  readonly first: Float64Array;
  /** Σ w x y, lower half, [p·size + q]. */
  readonly second: Float64Array;
  /** Room for sums on the way. */
  readonly out: Float64Array;
}

/** Room for the moments of so many columns. */
export function moments(size: number): Moments {
  return {
    first: new Float64Array(size),
    second: new Float64Array(size * size),
    out: new Float64Array(5),
  };
}

/** Works them out for columns that stand one after another, n numbers each. */
export function momentsOf(
  { first, second, out }: Moments,
  w: Float64Array,
  x: Float64Array,
  from: number,
  n: number,
): void {
  const size = first.length;
  for (let p = 0; p < size; p += 2) {
    // A last column without a partner is its own.
    const odd = p + 1 === size;
    const a = from + p * n;
    const b = odd ? a : a + n;
    within(w, x, a, b, n, out);
    first[p] = out[0];
    second[p * size + p] = out[2];
    if (!odd) {
      first[p + 1] = out[1];
      second[(p + 1) * size + p] = out[3];
      second[(p + 1) * size + p + 1] = out[4];
    }
    for (let q = 0; q < p; q += 2) {
      between(w, x, a, b, from + q * n, from + (q + 1) * n, n, out);
      second[p * size + q] = out[0];
      second[p * size + q + 1] = out[1];
      if (odd) continue;
      second[(p + 1) * size + q] = out[2];
      second[(p + 1) * size + q + 1] = out[3];
    }
  }
}

/** Σ wa, Σ wb, Σ waa, Σ wab, Σ wbb. Two of each at a time: additions wait for one another otherwise. */
function within(w: Float64Array, x: Float64Array, a: number, b: number, n: number, out: Float64Array): void {
  let a0 = 0;
  let a1 = 0;
  let b0 = 0;
  let b1 = 0;
  let aa0 = 0;
  let aa1 = 0;
  let ab0 = 0;
  let ab1 = 0;
  let bb0 = 0;
  let bb1 = 0;
  let j = 0;
  for (; j + 1 < n; j += 2) {
    const xa0 = x[a + j];
    const xb0 = x[b + j];
    const wa0 = w[j] * xa0;
    const wb0 = w[j] * xb0;
    a0 += wa0;
    b0 += wb0;
    aa0 += wa0 * xa0;
    ab0 += wa0 * xb0;
    bb0 += wb0 * xb0;
    const xa1 = x[a + j + 1];
    const xb1 = x[b + j + 1];
    const wa1 = w[j + 1] * xa1;
    const wb1 = w[j + 1] * xb1;
    a1 += wa1;
    b1 += wb1;
    aa1 += wa1 * xa1;
    ab1 += wa1 * xb1;
    bb1 += wb1 * xb1;
  }
  if (j < n) {
    const wa = w[j] * x[a + j];
    const wb = w[j] * x[b + j];
    a0 += wa;
    b0 += wb;
    aa0 += wa * x[a + j];
    ab0 += wa * x[b + j];
    bb0 += wb * x[b + j];
  }
  out[0] = a0 + a1;
  out[1] = b0 + b1;
  out[2] = aa0 + aa1;
  out[3] = ab0 + ab1;
  out[4] = bb0 + bb1;
}

/** Σ wac, Σ wad, Σ wbc, Σ wbd. */
function between(
  w: Float64Array,
  x: Float64Array,
  a: number,
  b: number,
  c: number,
  d: number,
  n: number,
  out: Float64Array,
): void {
  let ac0 = 0;
  let ac1 = 0;
  let ad0 = 0;
  let ad1 = 0;
  let bc0 = 0;
  let bc1 = 0;
  let bd0 = 0;
  let bd1 = 0;
  let j = 0;
  for (; j + 1 < n; j += 2) {
    const wa0 = w[j] * x[a + j];
    const wb0 = w[j] * x[b + j];
    const xc0 = x[c + j];
    const xd0 = x[d + j];
    ac0 += wa0 * xc0;
    ad0 += wa0 * xd0;
    bc0 += wb0 * xc0;
    bd0 += wb0 * xd0;
    const wa1 = w[j + 1] * x[a + j + 1];
    const wb1 = w[j + 1] * x[b + j + 1];
    const xc1 = x[c + j + 1];
    const xd1 = x[d + j + 1];
    ac1 += wa1 * xc1;
    ad1 += wa1 * xd1;
    bc1 += wb1 * xc1;
    bd1 += wb1 * xd1;
  }
  if (j < n) {
    const wa = w[j] * x[a + j];
    const wb = w[j] * x[b + j];
    ac0 += wa * x[c + j];
    ad0 += wa * x[d + j];
    bc0 += wb * x[c + j];
    bd0 += wb * x[d + j];
  }
  out[0] = ac0 + ac1;
  out[1] = ad0 + ad1;
  out[2] = bc0 + bc1;
  out[3] = bd0 + bd1;
}
