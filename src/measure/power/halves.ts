// Meet in the middle: the voters are split in two halves, the coalitions of each half are sorted by
// weight, and one sweep tells for every coalition of one half which of the other half it wins with
// (Horowitz & Sahni 1974). With 2^(n/2) steps, the weights may be of any size.

import { roomsFor, sortCoalitions } from "./sorted-coalitions.ts";

/** A number of voters beyond which the sorted halves no longer fit in memory. */
export const MOST_FOR_HALVES = 44;

/** The coalitions of both halves in the order of their weight, and who wins with whom. */
export interface Halves {
  /** Voters 0 … left − 1 are the left half, the next `right` voters the right half. */
  readonly left: number;
  readonly right: number;
  /** Coalitions of the left half as bit masks, heaviest first. */
  readonly leftMasks: Int32Array;
  /** Coalitions of the right half as bit masks, lightest first. */
  readonly rightMasks: Int32Array;
  /** tooLight[k]: how many coalitions of the right half lose together with leftMasks[k]. */
  readonly tooLight: Int32Array;
}

/**
 * Sorts both halves of a weighted game of at most 44 voters.
 *
 * @param weights numbers from 0 whose sum is exact: below 2⁵³.
 * @param left how many voters make the left half; neither half may have more than 24.
 * @returns while neither half has more than 15 voters, room that the next call uses again.
 */
export function halves(quota: number, weights: ArrayLike<number>, n: number, left = n >> 1): Halves {
  const right = n - left;
  const leftSize = 2 ** left;
  const rightSize = 2 ** right;
  const { left: a, right: b, tooLight } = roomsFor(Math.max(leftSize, rightSize));
  sortCoalitions(weights, 0, left, a);
  sortCoalitions(weights, left, right, b);
  const leftMasks = a.spareMasks;
  const votes = b.keys;
  let p = 0;
  for (let k = 0; k < leftSize; k++) {
    const place = leftSize - 1 - k;
    const needed = quota - a.keys[place];
    while (p < rightSize && votes[p] < needed) p++;
    tooLight[k] = p;
    leftMasks[k] = a.masks[place];
  }
  return { left, right, leftMasks, rightMasks: b.masks, tooLight };
}
