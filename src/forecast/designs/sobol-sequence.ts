import { TawazunError } from "../../base/index.ts";

const BITS = 32;

/** Joe & Kuo 2008, new-joe-kuo-6: degree, coefficients of the primitive polynomial, first direction numbers. */
const DIRECTIONS: readonly (readonly [degree: number, polynomial: number, first: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
  [7, 1, [1, 3, 7, 11, 23, 15, 103]],
  [7, 4, [1, 3, 7, 13, 13, 15, 69]],
];

/** The most variables of a Sobol’ sequence. */
const MOST = DIRECTIONS.length + 1;

/**
 * Points of the Sobol’ sequence, which fill the unit cube evenly: of the first 2ᵏ points each coordinate has one
 * in every 2ᵏ-th part.
 *
 * @param shift by dimension, 32 bits that are turned over in every point: another set that is as even, which does
 * not begin in the corner. Absent: the sequence as published.
 * @throws {TawazunError} `design/dimensions` for none, or more than 21.
 * @see Sobol’ 1967; Joe & Kuo 2008; Antonov & Saleev 1979 for the order
 * @example Published: the second and third point.
 * ```ts
 * import { sobolSequence } from "tawazun/forecast";
 * const [, second, third] = sobolSequence(3, 3);
 * [...second]; //=> [0.5, 0.5, 0.5]
 * [...third]; //=> [0.75, 0.25, 0.25]
 * ```
 */
export function sobolSequence(
  dimensions: number,
  points: number,
  shift: readonly number[] = [],
): readonly Float64Array[] {
  if (!(dimensions >= 1 && dimensions <= MOST)) {
    throw new TawazunError(
      "design/dimensions",
      `A Sobol’ sequence can have from 1 to ${MOST} variables, and ${dimensions} are asked for; a Latin hypercube takes any number.`,
    );
  }
  const directions = Array.from({ length: dimensions }, (_, d) => directionsOf(d));
  const at = Array.from({ length: dimensions }, (_, d) => (shift[d] ?? 0) >>> 0);
  return Array.from({ length: points }, (_, p) => {
    if (p > 0) {
      const flip = 31 - Math.clz32(p & -p);
      for (let d = 0; d < dimensions; d++) at[d] = (at[d] ^ directions[d][flip]) >>> 0;
    }
    return Float64Array.from(at, (word) => word / 4294967296);
  });
}

/** v₁, v₂ … of a dimension, as 32-bit words; by the recurrence of Joe & Kuo 2008, section 2. */
function directionsOf(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) {
    for (let k = 0; k < BITS; k++) v[k] = 1 << (31 - k);
    return v;
  }
  const [degree, polynomial, first] = DIRECTIONS[dimension - 1];
  for (let k = 0; k < degree; k++) v[k] = first[k] << (31 - k);
  for (let k = degree; k < BITS; k++) {
    v[k] = v[k - degree] ^ (v[k - degree] >>> degree);
    for (let j = 1; j < degree; j++) if ((polynomial >> (degree - 1 - j)) & 1) v[k] ^= v[k - j];
  }
  return v;
}
