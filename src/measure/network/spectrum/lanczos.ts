import { seeded } from "../../../base/index.ts";
import { type Operator, times } from "./operator.ts";
import { tridiagonalEigenpairs } from "./tridiagonal.ts";

/** The largest and the least eigenvalue of a symmetric matrix, and how far from settled they are. */
export interface Extremes {
  readonly largest: number;
  readonly least: number;
  /** Unit eigenvector of the largest. */
  readonly vector: Float64Array;
  /** ‖A v − λ v‖ for the largest. */
  readonly residual: number;
}

/**
 * Extreme eigenvalues by the Lanczos process with full reorthogonalisation.
 *
 * @param steps at most so many products of the matrix with a vector; stops before if the largest is settled to
 * `accuracy` times itself.
 * @param apart vectors to stay at right angles to: with an eigenvector there, the next one is found, even for the same
 * eigenvalue.
 * @remarks Starts from a fixed vector of chance, which has something of every eigenvector.
 * @see Lanczos 1950; Paige 1972 for why vectors are made orthogonal again.
 */
export function extremes(
  matrix: Operator,
  steps: number,
  accuracy = 1e-14,
  apart: readonly Float64Array[] = [],
): Extremes {
  const { size } = matrix;
  const random = seeded(`lanczos ${apart.length}`);
  const start = Float64Array.from({ length: size }, () => random.normal());
  for (const old of apart) subtract(start, old, dot(start, old));
  const basis: Float64Array[] = [unit(start)];
  const diagonal: number[] = [];
  const beside: number[] = [];
  for (let k = 0; ; k++) {
    const next = times(matrix, basis[k]);
    diagonal.push(dot(next, basis[k]));
    // Twice is enough.
    for (let pass = 0; pass < 2; pass++)
      for (const old of [...apart, ...basis]) subtract(next, old, dot(next, old));
    const length = Math.sqrt(dot(next, next));
    const ended =
      k + 1 === Math.min(steps, size - apart.length) || length < 1e-13 * (1 + Math.abs(diagonal[0]));
    if (ended || (k + 1) % 10 === 0) {
      const found = tridiagonalEigenpairs(Float64Array.from(diagonal), Float64Array.from(beside));
      const weights = found.vectors[k];
      const largest = found.values[k];
      const residual = length * Math.abs(weights[k]);
      if (ended || residual <= accuracy * Math.abs(largest)) {
        const vector = new Float64Array(size);
        basis.forEach((old, i) => {
          subtract(vector, old, -weights[i]);
        });
        return {
          largest,
          least: found.values[0],

          vector,
          residual,
        };
      }
    }
    beside.push(length);
    basis.push(next.map((x) => x / length));
  }
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

/** Takes `times` y from x, in place. */
function subtract(x: Float64Array, y: Float64Array, times: number): void {
  for (let i = 0; i < x.length; i++) x[i] -= times * y[i];
}

function unit(x: Float64Array): Float64Array {
  const length = Math.sqrt(dot(x, x));
  return x.map((entry) => entry / length);
}
