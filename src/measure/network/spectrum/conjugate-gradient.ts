import { TawazunError } from "../../../base/index.ts";

/**
 * The solution of M x = b for a symmetric, positive definite M that is given as what it does to a vector.
 *
 * @throws {TawazunError} `network/not-solved` if it does not settle in 10 000 steps, or M is not positive definite.
 * @see Hestenes & Stiefel 1952, p. 410.
 */
export function conjugateGradient(times: (x: Float64Array) => Float64Array, b: Float64Array): Float64Array {
  const x = new Float64Array(b.length);
  const rest = b.slice();
  let way = b.slice();
  let size = dot(rest, rest);
  const small = size * 1e-30;
  for (let step = 0; step < 10_000; step++) {
    if (size <= small) return x;
    const image = times(way);
    const along = dot(way, image);
    if (!(along > 0)) break;
    const length = size / along;
    for (let i = 0; i < x.length; i++) {
      x[i] += length * way[i];
      rest[i] -= length * image[i];
    }
    const next = dot(rest, rest);
    way = way.map((entry, i) => rest[i] + (next / size) * entry);
    size = next;
  }
  throw new TawazunError("network/not-solved", "The centrality of this network could not be computed.");
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}
