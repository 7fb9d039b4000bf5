import { type Eigenpairs, tridiagonalEigenpairs } from "./tridiagonal.ts";

/**
 * All eigenvalues and eigenvectors of a symmetric matrix: Householder's reflections make it tridiagonal.
 *
 * @remarks For matrices of some hundred rows at most; O(n³).
 * @see Golub & Van Loan 2013, section 8.3.1.
 */
export function symmetricEigenpairs(matrix: readonly (readonly number[])[]): Eigenpairs {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const mirrors: { readonly from: number; readonly unit: Float64Array }[] = [];
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

/** H A H for the reflection H = I − 2 u uᵀ on the rows and columns from `from` on. */
function reflect(a: Float64Array[], from: number, u: Float64Array): void {
  const n = a.length;
  for (let i = 0; i < n; i++) {
    let along = 0;
    for (let j = 0; j < u.length; j++) along += a[i][from + j] * u[j];
    for (let j = 0; j < u.length; j++) a[i][from + j] -= 2 * along * u[j];
  }
  for (let j = 0; j < n; j++) {
    let along = 0;
    for (let i = 0; i < u.length; i++) along += a[from + i][j] * u[i];
    for (let i = 0; i < u.length; i++) a[from + i][j] -= 2 * along * u[i];
  }
}
