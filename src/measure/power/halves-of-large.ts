import type { Halves } from "./halves.ts";

/** The coalitions of voters from … from + count − 1 by weight, lightest first, with sums of any length. */
function sorted(
  weights: ArrayLike<number>,
  from: number,
  count: number,
): { sums: bigint[]; masks: Int32Array } {
  let sums = [0n];
  let masks = Int32Array.of(0);
  for (let v = 0; v < count; v++) {
    const weight = BigInt(weights[from + v]);
    const size = sums.length;
    const nextSums: bigint[] = new Array(2 * size);
    const nextMasks = new Int32Array(2 * size);
    let a = 0;
    let b = 0;
    for (let k = 0; k < 2 * size; k++) {
      if (b === size || (a < size && sums[a] <= sums[b] + weight)) {
        nextSums[k] = sums[a];
        nextMasks[k] = masks[a++];
      } else {
        nextSums[k] = sums[b] + weight;
        nextMasks[k] = masks[b++] | (1 << v);
      }
    }
    sums = nextSums;
    masks = nextMasks;
  }
  return { sums, masks };
}

/** {@link halves} for weights whose sum is beyond 2⁵³, where doubles would round: about twenty times slower. */
export function halvesOfLarge(quota: number, weights: ArrayLike<number>, n: number): Halves {
  const left = n >> 1;
  const right = n - left;
  const a = sorted(weights, 0, left);
  const b = sorted(weights, left, right);
  const tooLight = new Int32Array(a.sums.length);
  const needed = BigInt(quota);
  let p = 0;
  for (let k = 0; k < tooLight.length; k++) {
    const sum = a.sums[tooLight.length - 1 - k];
    while (p < b.sums.length && b.sums[p] + sum < needed) p++;
    tooLight[k] = p;
  }
  return { left, right, leftMasks: a.masks.reverse(), rightMasks: b.masks, tooLight };
}
