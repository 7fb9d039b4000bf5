/**
 * The same counts as swingsBySize, as remainders: for more voters than a double can count.
 *
 * @param prime below 2⁵².
 */
export function swingsBySizeModulo(quota: number, weights: Float64Array, prime: number): Float64Array {
  const n = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const blocking = total - quota + 1;
  const limit = Math.min(quota, blocking);
  const below = rowsBelow(limit, weights, prime);
  const out = new Float64Array(n * n);
  const known = new Map<number, number[]>();
  for (let i = 0; i < n; i++) {
    const row = known.get(weights[i]) ?? rowOf(below, weights[i], n, prime);
    known.set(weights[i], row);
    // on the blocking side the others are those who are against
    row.forEach((count, s) => {
      out[i * n + (blocking < quota ? n - 1 - s : s)] = count;
    });
  }
  return out;
}

const plus = (a: number, b: number, prime: number): number => (a + b >= prime ? a + b - prime : a + b);
const minus = (a: number, b: number, prime: number): number => (a < b ? a - b + prime : a - b);

/** rows[s][z]: coalitions of s voters with at most z < limit votes. */
function rowsBelow(limit: number, weights: Float64Array, prime: number): Float64Array[] {
  const n = weights.length;
  const rows = Array.from({ length: n + 1 }, () => new Float64Array(limit));
  rows[0][0] = 1;
  let most = 0;
  Float64Array.from(weights)
    .sort()
    .forEach((weight, k) => {
      most = Math.min(most + weight, limit - 1);
      for (let s = k; s >= 0; s--) {
        const from = rows[s];
        const to = rows[s + 1];
        for (let z = weight; z <= most; z++) to[z] = plus(to[z], from[z - weight], prime);
      }
    });
  for (const row of rows) for (let z = 1; z < limit; z++) row[z] = plus(row[z], row[z - 1], prime);
  return rows;
}

/** Swings of a voter of this weight by the number of others; see withoutVoter in swings-by-size.ts. */
function rowOf(below: readonly Float64Array[], weight: number, n: number, prime: number): number[] {
  const row = new Array<number>(n).fill(0);
  if (weight === 0) return row;
  const last = below[0].length - 1;
  let previous = 0;
  for (let s = 0; s < n; s++) {
    let without = 0;
    let adding = true;
    for (let k = s, z = last - weight; k >= 0 && z >= 0; k--, z -= weight) {
      without = adding ? plus(without, below[k][z], prime) : minus(without, below[k][z], prime);
      adding = !adding;
    }
    row[s] = minus(minus(below[s][last], previous, prime), without, prime);
    previous = without;
  }
  return row;
}
