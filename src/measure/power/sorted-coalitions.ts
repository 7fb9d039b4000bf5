/**
 * The coalitions of some voters, lightest first. A key is votes · 2^voters + mask, so that one number carries both and
 * keys never tie; where that would not fit in 2⁵³, or votes are not whole, masks are carried beside.
 */
export interface Sorted {
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
export interface Rooms {
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
export function roomsFor(size: number): Rooms {
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

export function sortCoalitions(weights: ArrayLike<number>, from: number, count: number, into: Sorted): void {
  let votes = 0;
  let whole = true;
  for (let i = from; i < from + count; i++) {
    votes += weights[i];
    whole = whole && weights[i] === Math.floor(weights[i]);
  }
  if (whole && (votes + 1) * 2 ** count <= Number.MAX_SAFE_INTEGER) sortKeys(weights, from, count, into);
  else sortPairs(weights, from, count, into);
}
