/** A symmetric system solved, or the first row that depends on those before it. */
export type Factor =
  | { readonly kind: "factored"; readonly lower: Float64Array }
  | { readonly kind: "dependent"; readonly row: number };

/**
 * The Cholesky factor of a symmetric positive matrix.
 *
 * @param least a pivot below this part of its diagonal counts as none.
 */
export function cholesky(matrix: Float64Array, size: number, least = 1e-11): Factor {
  const lower = new Float64Array(size * size);
  for (let p = 0; p < size; p++) {
    for (let q = 0; q <= p; q++) {
      let sum = matrix[p * size + q];
      for (let k = 0; k < q; k++) sum -= lower[p * size + k] * lower[q * size + k];
      if (p !== q) lower[p * size + q] = sum / lower[q * size + q];
      else if (sum > least * Math.abs(matrix[p * size + p]) && sum > 0) lower[p * size + p] = Math.sqrt(sum);
      else return { kind: "dependent", row: p };
    }
  }
  return { kind: "factored", lower };
}

/** x with L Lᵀ x = right. */
export function solve(lower: Float64Array, size: number, right: Float64Array): Float64Array {
  const x = right.slice();
  for (let p = 0; p < size; p++) {
    for (let k = 0; k < p; k++) x[p] -= lower[p * size + k] * x[k];
    x[p] /= lower[p * size + p];
  }
  for (let p = size - 1; p >= 0; p--) {
    for (let k = p + 1; k < size; k++) x[p] -= lower[k * size + p] * x[k];
    x[p] /= lower[p * size + p];
  }
  return x;
}

/** The inverse of L Lᵀ. */
export function inverse(lower: Float64Array, size: number): Float64Array {
  const made = new Float64Array(size * size);
  for (let p = 0; p < size; p++) {
    const unit = new Float64Array(size);
    unit[p] = 1;
    made.set(solve(lower, size, unit), p * size);
  }
  return made;
}
