import type { Random } from "../../base/index.ts";

/**
 * Points of a Latin hypercube: each coordinate has one point in each of as many equal parts of 0…1, at random
 * within it; which parts meet is random.
 *
 * @see McKay, Beckman & Conover 1979
 */
export function latinHypercube(dimensions: number, points: number, random: Random): readonly Float64Array[] {
  const design = Array.from({ length: points }, () => new Float64Array(dimensions));
  for (let d = 0; d < dimensions; d++) {
    const luck = random.fork(d);
    const order = Array.from({ length: points }, (_, p) => p);
    for (let p = points - 1; p > 0; p--) {
      const other = luck.integer(p + 1);
      const kept = order[p];
      order[p] = order[other];
      order[other] = kept;
    }
    // below 1 even where the last part and the greatest draw meet and are rounded up
    for (let p = 0; p < points; p++)
      design[p][d] = Math.min((order[p] + luck.uniform()) / points, 1 - Number.EPSILON);
  }
  return design;
}
