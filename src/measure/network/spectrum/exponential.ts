import { extremes } from "./lanczos.ts";
import type { Operator } from "./operator.ts";

/** The diagonal of an exponential, scaled down: entry v is (e^A)ᵥᵥ · e^−top. */
export interface ScaledDiagonal {
  readonly diagonal: Float64Array;
  readonly top: number;
  /** What is cut off is at most this part of e^top, an entry. */
  readonly error: number;
}

/** The part of the largest that the coefficients left out may have together. */
const CUT = 1e-16;

/** Columns of the Chebyshev matrices that are worked on together, so that they stay in the cache. */
const WIDTH = 16;

/**
 * The diagonal of e^A for a symmetric matrix with zeros on its diagonal.
 *
 * @remarks Between its least and its largest eigenvalue (each moved out by a hundredth of their distance and by what a few
 * steps of Lanczos leave open), e^A is
 * expanded in Chebyshev polynomials T₀ … T_2d of (A − middle) / reach, column by column. Only T₀ … T_d are formed:
 * (T_2k)ᵥᵥ = 2 ‖T_k eᵥ‖² − 1 and (T_2k+1)ᵥᵥ = 2 (T_k eᵥ)·(T_k+1 eᵥ) − (T₁)ᵥᵥ, as 2 T_a T_b = T_a+b + T_|a−b|.
 *
 * @see Druskin & Knizhnerman 1989 for the expansion and its error.
 */
export function exponentialDiagonal(matrix: Operator): ScaledDiagonal {
  const { size, offset, neighbour, value } = matrix;
  const { least, largest, residual } = extremes(matrix, 15, 1e-3);
  const middle = (least + largest) / 2;
  const reach = (largest - least) * 0.51 + residual;
  const { coefficient, error } = coefficients(reach);
  const top = middle + reach;
  if (reach === 0) return { diagonal: new Float64Array(size).fill(1), top, error };

  const diagonal = new Float64Array(size).fill(coefficient[0] - (coefficient[1] * middle) / reach);
  const steps = coefficient.length >> 1;
  const doubled = inBands({ ...matrix, value: value.map((w) => (2 * w) / reach) }, (-2 * middle) / reach);
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
    for (let k = 1; k < steps; k++) {
      squares.fill(0);
      products.fill(0);
      recur(doubled, older, newer, squares, products);
      for (let c = 0; c < columns; c++) {
        diagonal[start + c] += coefficient[2 * k] * (2 * squares[c] - 1);
        diagonal[start + c] += coefficient[2 * k + 1] * (2 * products[c] + middle / reach);
      }
      [older, newer] = [newer, older];
    }
    // Of the last matrix only the lengths are needed.
    squares.fill(0);
    for (let i = 0; i < newer.length; i++) squares[i % WIDTH] += newer[i] * newer[i];
    for (let c = 0; c < columns; c++) diagonal[start + c] += coefficient[2 * steps] * (2 * squares[c] - 1);
  }
  return { diagonal, top, error };
}

/** The same matrix with a diagonal; its columns are places in a band of columns. */
function inBands({ size, offset, neighbour, value }: Operator, onDiagonal: number): Operator {
  const columns = new Int32Array(size + neighbour.length);
  const values = new Float64Array(size + neighbour.length);
  for (let v = 0; v < size; v++) {
    const start = offset[v] + v;
    columns[start] = v * WIDTH;
    values[start] = onDiagonal;
    for (let i = offset[v]; i < offset[v + 1]; i++) columns[i + v + 1] = neighbour[i] * WIDTH;
    values.set(value.subarray(offset[v], offset[v + 1]), start + 1);
  }
  return { size, offset: offset.map((start, v) => start + v), neighbour: columns, value: values };
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
    const first = offset[v];
    const end = offset[v + 1];
    for (let j = 0; j < WIDTH; j += 8) {
      let a = -older[row + j + 0];
      let b = -older[row + j + 1];
      let c = -older[row + j + 2];
      let d = -older[row + j + 3];
      let e = -older[row + j + 4];
      let f = -older[row + j + 5];
      let g = -older[row + j + 6];
      let h = -older[row + j + 7];
      for (let i = first; i < end; i++) {
        const at = neighbour[i] + j;
        const w = value[i];
        a += w * newer[at + 0];
        b += w * newer[at + 1];
        c += w * newer[at + 2];
        d += w * newer[at + 3];
        e += w * newer[at + 4];
        f += w * newer[at + 5];
        g += w * newer[at + 6];
        h += w * newer[at + 7];
      }
      older[row + j + 0] = a;
      older[row + j + 1] = b;
      older[row + j + 2] = c;
      older[row + j + 3] = d;
      older[row + j + 4] = e;
      older[row + j + 5] = f;
      older[row + j + 6] = g;
      older[row + j + 7] = h;
    }
    for (let j = 0; j < WIDTH; j++) {
      const now = newer[row + j];
      squares[j] += now * now;
      products[j] += now * older[row + j];
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
  while (error + (2 * bessel[last]) / sum < CUT) error += (2 * bessel[last--]) / sum;
  const count = 2 * Math.ceil(last / 2) + 1;
  return {
    coefficient: Float64Array.from({ length: count }, (_, k) => ((k === 0 ? 1 : 2) * bessel[k]) / sum),
    error,
  };
}
