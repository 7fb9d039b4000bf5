// Meet in the middle: the voters are split in two halves, the coalitions of each half are sorted by
// weight, and one sweep tells for every coalition of one half which of the other half it wins with
// (Horowitz & Sahni 1974). With 2^(n/2) steps, the weights may be of any size.

/** How far off sums of 2²² terms in blocks of 2¹¹ can be, twice over: 4 · 2¹¹ + 44 half units. */
export const WEIGHING_ERROR = 8240 * 2 ** -53;

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
 * The coalitions of some voters, lightest first. A key is votes · 2^voters + mask, so that one number carries both and
 * keys never tie; where that would not fit in 2⁵³, or votes are not whole, masks are carried beside.
 */
interface Sorted {
  keys: Float64Array;
  spareKeys: Float64Array;
  masks: Int32Array;
  spareMasks: Int32Array;
}

/** Room for halves of up to this many coalitions is kept between calls; larger ones are made anew. */
const KEPT = 2 ** 15;
const room = (size: number): Sorted => ({
  keys: new Float64Array(size),
  spareKeys: new Float64Array(size),
  masks: new Int32Array(size),
  spareMasks: new Int32Array(size),
});

/** What a sweep works in. The engine asks tens of thousands of times, so that it is made once and grows. */
interface Rooms {
  readonly size: number;
  readonly left: Sorted;
  readonly right: Sorted;
  readonly tooLight: Int32Array;
  readonly leftValues: Float64Array;
  readonly rightValues: Float64Array;
}
const rooms = (size: number): Rooms => ({
  size,
  left: room(size),
  right: room(size),
  tooLight: new Int32Array(size),
  leftValues: new Float64Array(size),
  rightValues: new Float64Array(size),
});
let kept = rooms(512);

/** Rooms of at least this size. */
function roomsFor(size: number): Rooms {
  if (size <= kept.size) return kept;
  if (size > KEPT) return rooms(size);
  kept = rooms(size);
  return kept;
}

/** Sorts the coalitions of voters from … from + count − 1, by merging the list with itself shifted. */
function sortKeys(weights: ArrayLike<number>, from: number, count: number, into: Sorted): void {
  const scale = 2 ** count;
  into.keys[0] = 0;
  let size = 1;
  for (let v = 0; v < count; v++) {
    const { keys, spareKeys } = into;
    const step = weights[from + v] * scale + 2 ** v;
    let i = 0;
    let j = 0;
    let k = 0;
    // the list without the voter runs out first: its heaviest coalition with the voter is the last of all
    while (i < size) {
      const without = keys[i];
      const withVoter = keys[j] + step;
      if (without < withVoter) {
        spareKeys[k++] = without;
        i++;
      } else {
        spareKeys[k++] = withVoter;
        j++;
      }
    }
    while (j < size) spareKeys[k++] = keys[j++] + step;
    into.keys = spareKeys;
    into.spareKeys = keys;
    size *= 2;
  }
  for (let k = 0; k < size; k++) {
    const votes = Math.floor(into.keys[k] / scale);
    into.masks[k] = into.keys[k] - votes * scale;
    into.keys[k] = votes;
  }
}

/** The same with masks carried beside the votes: for numbers too large, or not whole. */
function sortPairs(weights: ArrayLike<number>, from: number, count: number, into: Sorted): void {
  into.keys[0] = 0;
  into.masks[0] = 0;
  let size = 1;
  for (let v = 0; v < count; v++) {
    const { keys, masks, spareKeys, spareMasks } = into;
    const weight = weights[from + v];
    const bit = 1 << v;
    let i = 0;
    let j = 0;
    for (let k = 0; k < 2 * size; k++) {
      if (j === size || (i < size && keys[i] <= keys[j] + weight)) {
        spareKeys[k] = keys[i];
        spareMasks[k] = masks[i++];
      } else {
        spareKeys[k] = keys[j] + weight;
        spareMasks[k] = masks[j++] | bit;
      }
    }
    into.keys = spareKeys;
    into.masks = spareMasks;
    into.spareKeys = keys;
    into.spareMasks = masks;
    size *= 2;
  }
}

function sortCoalitions(weights: ArrayLike<number>, from: number, count: number, into: Sorted): void {
  let votes = 0;
  let whole = true;
  for (let i = from; i < from + count; i++) {
    votes += weights[i];
    whole = whole && weights[i] === Math.floor(weights[i]);
  }
  if (whole && (votes + 1) * 2 ** count <= Number.MAX_SAFE_INTEGER) sortKeys(weights, from, count, into);
  else sortPairs(weights, from, count, into);
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
