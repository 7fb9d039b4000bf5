import { TawazunError } from "../../../base/index.ts";

/** Eigenvalues in rising order, and the unit eigenvector of each. */
export interface Eigenpairs {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/**
 * Eigenvalues and eigenvectors of a symmetric tridiagonal matrix, by implicit QL steps.
 *
 * @param diagonal n numbers; @param beside n − 1 numbers next to the diagonal.
 * @throws {TawazunError} `network/eigenvalues` if one does not settle in 60 steps, which no finite input is known to do.
 * @see Bowdler, Martin, Reinsch & Wilkinson 1968, pp. 293–306 (tql2).
 */
export function tridiagonalEigenpairs(diagonal: Float64Array, beside: Float64Array): Eigenpairs {
  const n = diagonal.length;
  // Row i of the matrix of eigenvectors: its columns are turned together.
  const rows = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  });
  const values = settled(diagonal, beside, rows);
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b]);
  return {
    values: Float64Array.from(order, (i) => values[i]),
    vectors: order.map((i) => Float64Array.from(rows, (row) => row[i])),
  };
}

/** The eigenvalues alone, in rising order. */
export function tridiagonalEigenvalues(diagonal: Float64Array, beside: Float64Array): Float64Array {
  return settled(diagonal, beside, []).sort();
}

/** Eigenvalues as they settle; the rows are turned with them. */
function settled(diagonal: Float64Array, beside: Float64Array, rows: readonly Float64Array[]): Float64Array {
  const n = diagonal.length;
  const d = diagonal.slice();
  const e = new Float64Array(n);
  e.set(beside.subarray(0, Math.max(0, n - 1)));
  for (let l = 0; l < n; l++) {
    for (let steps = 0; ; steps++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]) > 2 ** -53 * (Math.abs(d[m]) + Math.abs(d[m + 1]))) m += 1;
      if (m === l) break;
      if (steps === 60) {
        throw new TawazunError("network/eigenvalues", "The eigenvalues of the network did not settle.");
      }
      sweep(d, e, rows, l, m);
    }
  }
  return d;
}

/** One implicit QL step on the rows l … m. */
function sweep(d: Float64Array, e: Float64Array, rows: readonly Float64Array[], l: number, m: number): void {
  let g = (d[l + 1] - d[l]) / (2 * e[l]);
  let r = Math.sqrt(g * g + 1);
  g = d[m] - d[l] + e[l] / (g + (g < 0 ? -r : r));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * e[i];
    const b = c * e[i];
    r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1] - p;
    r = (d[i] - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    for (const row of rows) {
      const upper = row[i + 1];
      row[i + 1] = s * row[i] + c * upper;
      row[i] = c * row[i] - s * upper;
    }
  }
  d[l] -= p;
  e[l] = g;
  e[m] = 0;
}
