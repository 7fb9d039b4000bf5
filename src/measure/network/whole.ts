/**
 * A factor that makes weights whole, so that all their sums are exact.
 *
 * @returns the least power of ten, up to 10⁹, that makes all weights whole; failing that a power of two that makes their
 * total about 2⁴⁵, so that rounding them moves no sum by more than a part in 2⁴⁵ a weight.
 */
export function wholeScale(...lists: readonly Float64Array[]): number {
  let total = 0;
  for (const list of lists) for (const weight of list) total += Math.abs(weight);
  if (total === 0) return 1;
  let scale = 1;
  for (let digits = 0; digits <= 9 && total * scale < 2 ** 45; digits++) {
    if (lists.every((list) => allWhole(list, scale))) return scale;
    scale *= 10;
  }
  let fine = 1;
  while (total * fine < 2 ** 45) fine *= 2;
  while (total * fine > 2 ** 46) fine /= 2;
  return fine;
}

/** Whole, but for the rounding of a decimal such as 0.1 × 10. */
function allWhole(list: Float64Array, scale: number): boolean {
  for (let k = 0; k < list.length; k++) {
    const x = Math.abs(list[k]) * scale;
    if (Math.abs(x - Math.round(x)) > 1e-12 * (1 + x)) return false;
  }
  return true;
}
