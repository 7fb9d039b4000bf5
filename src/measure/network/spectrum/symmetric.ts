import { type Eigenpairs, tridiagonalEigenpairs, tridiagonalEigenvalues } from "./tridiagonal.ts";

/**
 * All eigenvalues and eigenvectors of a symmetric matrix: Householder's reflections make it tridiagonal.
 *
 * @remarks For matrices of some hundred rows at most; O(n³).
 * @see Golub & Van Loan 2013, section 8.3.1.
 */
export function symmetricEigenpairs(matrix: readonly (readonly number[])[]): Eigenpairs {
  const { diagonal, beside, mirrors } = tridiagonal(matrix.map((row) => Float64Array.from(row)));
  const { values, vectors } = tridiagonalEigenpairs(diagonal, beside);
  for (const vector of vectors) {
    for (const { from, unit } of mirrors.toReversed()) {
      let along = 0;
      for (let i = 0; i < unit.length; i++) along += unit[i] * vector[from + i];
      for (let i = 0; i < unit.length; i++) vector[from + i] -= 2 * along * unit[i];
    }
  }
  return { values, vectors };
}

/** All eigenvalues of a symmetric matrix, in rising order. */
export function symmetricEigenvalues(matrix: readonly Float64Array[]): Float64Array {
  const { diagonal, beside } = tridiagonal(matrix.map((row) => row.slice()));
  return tridiagonalEigenvalues(diagonal, beside);
}

interface Mirror {
  readonly from: number;
  readonly unit: Float64Array;
}

/** Makes a matrix tridiagonal, in place, and says by which reflections. */
function tridiagonal(a: Float64Array[]) {
  const n = a.length;
  const mirrors: Mirror[] = [];
  for (let k = 0; k + 2 < n; k++) {
    const below = Float64Array.from({ length: n - k - 1 }, (_, i) => a[k + 1 + i][k]);
    const length = Math.sqrt(below.reduce((sum, x) => sum + x * x, 0));
    if (length === 0) continue;
    below[0] += below[0] < 0 ? -length : length;
    const size = Math.sqrt(below.reduce((sum, x) => sum + x * x, 0));
    const unit = below.map((x) => x / size);
    reflect(a, k + 1, unit);
    mirrors.push({ from: k + 1, unit });
  }
  const diagonal = Float64Array.from({ length: n }, (_, i) => a[i][i]);
  const beside = Float64Array.from({ length: Math.max(0, n - 1) }, (_, i) => a[i + 1][i]);
  return { diagonal, beside, mirrors };
}

/** H A H for the reflection H = I − 2 u uᵀ on the rows and columns from `from` on: A − u qᵀ − q uᵀ. */
function reflect(a: Float64Array[], from: number, u: Float64Array): void {
  const n = a.length;
  const q = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let along = 0;
    const row = a[i];
    for (let j = 0; j < u.length; j++) along += row[from + j] * u[j];
    q[i] = 2 * along;
  }
  let across = 0;
  for (let j = 0; j < u.length; j++) across += q[from + j] * u[j];
  for (let j = 0; j < u.length; j++) q[from + j] -= across * u[j];
  // Columns before `from − 1` are done: u meets zeros there.
  for (let i = from - 1; i < n; i++) {
    const row = a[i];
    const own = i < from ? 0 : u[i - from];
    for (let j = 0; j < u.length; j++) row[from + j] -= q[i] * u[j] + own * q[from + j];
    if (own !== 0) row[from - 1] -= own * q[from - 1];
  }
}
