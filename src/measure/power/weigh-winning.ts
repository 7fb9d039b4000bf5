import { type Halves, MOST_FOR_HALVES } from "./halves.ts";
import { roomsFor } from "./sorted-coalitions.ts";

/** How far off sums of 2²² terms in blocks of 2¹¹ can be, twice over: 4 · 2¹¹ + 44 half units. */
export const WEIGHING_ERROR = 8240 * 2 ** -53;

const sizes = new Uint8Array(1 << 16);
for (let mask = 1; mask < sizes.length; mask++) sizes[mask] = sizes[mask >> 1] + (mask & 1);
const sizeOf = (mask: number): number => sizes[mask & 0xffff] + sizes[mask >>> 16];

const partners = new Float64Array(MOST_FOR_HALVES);
const metBefore = new Float64Array(MOST_FOR_HALVES);
const met = new Float64Array(MOST_FOR_HALVES);

/** Sums are taken in blocks of this many, so that doubles that are not whole lose little. */
const BLOCK = 2048;

/** Sums over the masks that hold each voter's bit; the values are used up. Returns the sum over all. */
function sumsByVoter(values: Float64Array, count: number, from: number, out: Float64Array): number {
  for (let v = count - 1; v >= 0; v--) {
    const half = 1 << v;
    let sum = 0;
    for (let start = 0; start < half; start += BLOCK) {
      const end = Math.min(start + BLOCK, half);
      let inBlock = 0;
      for (let mask = start; mask < end; mask++) {
        const value = values[mask + half];
        inBlock += value;
        values[mask] += value;
      }
      sum += inBlock;
    }
    out[from + v] = sum;
  }
  return values[0];
}

/** A worth for every number of voters a of the left half and b of the right half, as {@link weighWinning} reads it. */
export function worthTable(
  left: number,
  right: number,
  worth: (a: number, b: number) => number,
): Float64Array {
  const table = new Float64Array((left + 1) * (right + 1));
  for (let a = 0; a <= left; a++) {
    for (let b = 0; b <= right; b++) table[a * (right + 1) + b] = worth(a, b);
  }
  return table;
}

/**
 * Weighs every winning coalition by how many voters of either half it has: out[i] becomes the sum of the worths of the
 * winning coalitions that hold i.
 *
 * @param worth from {@link worthTable}, for the same halves.
 * @returns the sum over all winning coalitions.
 * @remarks Exact if the worths are whole numbers and the sums stay below 2⁵³; else within {@link WEIGHING_ERROR} of
 * the sum of all terms. About 2^(n/2) · n/2 additions.
 */
export function weighWinning(game: Halves, worth: Float64Array, out: Float64Array): number {
  const { left, right, leftMasks, rightMasks, tooLight } = game;
  const leftSize = 2 ** left;
  const rightSize = 2 ** right;
  const { leftValues, rightValues } = roomsFor(Math.max(leftSize, rightSize));
  // partners[b]: coalitions of b voters of the right half that still win with the left one at hand
  partners.fill(0);
  for (let p = 0; p < rightSize; p++) partners[sizeOf(rightMasks[p])]++;
  // met[b]: worth of a right coalition of b voters with all left ones so far
  met.fill(0);
  metBefore.fill(0);
  let p = 0;
  for (let k = 0; k < leftSize; k++) {
    for (const end = tooLight[k]; p < end; p++) {
      const mask = rightMasks[p];
      const size = sizeOf(mask);
      rightValues[mask] = metBefore[size] + met[size];
      partners[size]--;
    }
    const mask = leftMasks[k];
    const row = sizeOf(mask) * (right + 1);
    let value = 0;
    for (let b = 0; b <= right; b++) {
      const w = worth[row + b];
      value += partners[b] * w;
      met[b] += w;
    }
    leftValues[mask] = value;
    if (k % BLOCK === BLOCK - 1) {
      for (let b = 0; b <= right; b++) metBefore[b] += met[b];
      met.fill(0);
    }
  }
  for (; p < rightSize; p++) {
    const size = sizeOf(rightMasks[p]);
    rightValues[rightMasks[p]] = metBefore[size] + met[size];
  }
  sumsByVoter(rightValues, right, left, out);
  return sumsByVoter(leftValues, left, 0, out);
}
