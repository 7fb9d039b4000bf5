import { extremes } from "./lanczos.ts";
import type { Operator } from "./operator.ts";

/** The diagonal of an exponential, scaled down: entry v is (e^A)ᵥᵥ · e^−top. */
export interface ScaledDiagonal {
  readonly diagonal: Float64Array;
  readonly top: number;
  /** What is cut off is at most this part of e^top, an entry. */
  readonly error: number;
}

/** Columns of the Chebyshev matrices that are worked on together, so that they stay in the cache. */
const WIDTH = 48;

/**
 * The diagonal of e^A for a symmetric matrix with zeros on its diagonal.
 *
 * @remarks Between its least and its largest eigenvalue (each moved out by a hundredth of their distance), e^A is
 * expanded in Chebyshev polynomials T₀ … T_2d of (A − middle) / reach, column by column. Only T₀ … T_d are formed:
 * (T_2k)ᵥᵥ = 2 ‖T_k eᵥ‖² − 1 and (T_2k+1)ᵥᵥ = 2 (T_k eᵥ)·(T_k+1 eᵥ) − (T₁)ᵥᵥ, as 2 T_a T_b = T_a+b + T_|a−b|.
 *
 * @see Druskin & Knizhnerman 1989 for the expansion and its error.
 */
export function exponentialDiagonal(matrix: Operator): ScaledDiagonal {
  const { size, offset, neighbour, value } = matrix;
  const { least, largest } = extremes(matrix, 60, 1e-6);
  const middle = (least + largest) / 2;
  const reach = (largest - least) * 0.51;
  const { coefficient, error } = coefficients(reach);
  const top = middle + reach;
  if (reach === 0) return { diagonal: new Float64Array(size).fill(1), top, error };

  const diagonal = new Float64Array(size).fill(coefficient[0] - (coefficient[1] * middle) / reach);
  const steps = coefficient.length >> 1;
  const doubled = inFours({ ...matrix, value: value.map((w) => (2 * w) / reach) }, (-2 * middle) / reach);
  let older = new Float64Array(size * WIDTH);
  let newer = new Float64Array(size * WIDTH);
  const squares = new Float64Array(WIDTH);
  const products = new Float64Array(WIDTH);
  for (let start = 0; start < size; start += WIDTH) {
    const columns = Math.min(WIDTH, size - start);
    older.fill(0);
    newer.fill(0);
    for (let c = 0; c < columns; c++) {
      const v = start + c;
      older[v * WIDTH + c] = 1;
      newer[v * WIDTH + c] = -middle / reach;
      for (let i = offset[v]; i < offset[v + 1]; i++) newer[neighbour[i] * WIDTH + c] = value[i] / reach;
    }
    for (let k = 1; k <= steps; k++) {
      squares.fill(0);
      products.fill(0);
      recur(doubled, older, newer, squares, products);
      for (let c = 0; c < columns; c++) {
        diagonal[start + c] += coefficient[2 * k] * (2 * squares[c] - 1);
        if (k < steps) diagonal[start + c] += coefficient[2 * k + 1] * (2 * products[c] + middle / reach);
      }
      [older, newer] = [newer, older];
    }
  }
  return { diagonal, top, error };
}

/** The same matrix with a diagonal, and rows filled up by zeros to whole fours of entries. */
function inFours({ size, offset, neighbour, value }: Operator, onDiagonal: number): Operator {
  const filled = new Int32Array(size + 1);
  for (let v = 0; v < size; v++) {
    filled[v + 1] = filled[v] + 4 * Math.ceil((offset[v + 1] - offset[v] + 1) / 4);
  }
  const columns = new Int32Array(filled[size]);
  const values = new Float64Array(filled[size]);
  for (let v = 0; v < size; v++) {
    columns.fill(v, filled[v], filled[v + 1]);
    values[filled[v]] = onDiagonal;
    columns.set(neighbour.subarray(offset[v], offset[v + 1]), filled[v] + 1);
    values.set(value.subarray(offset[v], offset[v + 1]), filled[v] + 1);
  }
  return { size, offset: filled, neighbour: columns, value: values };
}

/**
 * One step of the recurrence for a band of columns: from T_k−1 in `older` and T_k in `newer` to T_k+1 in `older`,
 * with the squared lengths of the columns of T_k, and their products with those of T_k+1.
 */
function recur(
  { size, offset, neighbour, value }: Operator,
  older: Float64Array,
  newer: Float64Array,
  squares: Float64Array,
  products: Float64Array,
): void {
  for (let v = 0; v < size; v++) {
    const row = v * WIDTH;
    const last = offset[v + 1] - 4;
    let sign = -1;
    for (let i = offset[v]; i <= last; i += 4) {
      const a = neighbour[i] * WIDTH;
      const b = neighbour[i + 1] * WIDTH;
      const c = neighbour[i + 2] * WIDTH;
      const d = neighbour[i + 3] * WIDTH;
      const p = value[i];
      const q = value[i + 1];
      const r = value[i + 2];
      const s = value[i + 3];
      if (i < last) {
        for (let j = 0; j < WIDTH; j++) {
          const sum = p * newer[a + j] + q * newer[b + j] + (r * newer[c + j] + s * newer[d + j]);
          older[row + j] = sum + sign * older[row + j];
        }
        sign = 1;
        continue;
      }
      for (let j = 0; j < WIDTH; j++) {
        const sum = p * newer[a + j] + q * newer[b + j] + (r * newer[c + j] + s * newer[d + j]);
        const next = sum + sign * older[row + j];
        const now = newer[row + j];
        older[row + j] = next;
        squares[j] += now * now;
        products[j] += now * next;
      }
    }
  }
}

/**
 * The coefficients of e^(reach·x) in Chebyshev polynomials, times e^−reach: I₀, 2 I₁, 2 I₂ … of the modified Bessel
 * functions, an odd number of them, and the sum of those left out.
 *
 * @remarks Backward recurrence I_k−1 = I_k+1 + (2k / reach) I_k (Miller), scaled by e^reach = I₀ + 2 I₁ + 2 I₂ + …
 * @see Olver & Maximon, NIST Digital Library of Mathematical Functions, 10.29.1, 10.35.5, 10.74(iv).
 */
function coefficients(reach: number): { readonly coefficient: Float64Array; readonly error: number } {
  if (reach === 0) return { coefficient: Float64Array.of(1), error: 0 };
  const far = 60 + 2 * Math.ceil(reach);
  const bessel = new Float64Array(far + 2);
  bessel[far] = 1e-280;
  for (let k = far; k > 0; k--) {
    bessel[k - 1] = bessel[k + 1] + ((2 * k) / reach) * bessel[k];
    if (bessel[k - 1] > 1e200) for (let i = k - 1; i <= far; i++) bessel[i] *= 1e-240;
  }
  let sum = bessel[0];
  for (let k = far; k > 0; k--) sum += 2 * bessel[k];
  let last = far;
  let error = 0;
  while (error + (2 * bessel[last]) / sum < 1e-17) error += (2 * bessel[last--]) / sum;
  const count = 2 * Math.ceil(last / 2) + 1;
  return {
    coefficient: Float64Array.from({ length: count }, (_, k) => ((k === 0 ? 1 : 2) * bessel[k]) / sum),
    error,
  };
}
