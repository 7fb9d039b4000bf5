import { type Counters, counters } from "./counters.ts";

/** Counters found by a number that stands for what is counted. */
export interface Keyed extends Counters {
  /** The entry of a key; −1 if nothing was counted under it. */
  find(key: number): number;
  /** One more event under a key, which is a whole number from 0 to 2^53; gives its entry. */
  record(key: number, day: number): number;
}

const EMPTY = -1;
const PLACES = 4096;
const HIGH = 4_294_967_296;

/**
 * Counters by key, in a table of numbers with open places: a `Map` of keys above 2^31 takes ten times the
 * memory.
 *
 * @param tables one table of `fading` per half-life.
 */
export function keyed(tables: readonly Float64Array[]): Keyed {
  const made = counters(tables);
  let mask = PLACES - 1;
  let keys = new Float64Array(PLACES).fill(EMPTY);
  let entries = new Int32Array(PLACES);
  /** Where a key is, or would be put. */
  function placeOf(key: number): number {
    let at = Math.imul((key | 0) ^ Math.imul((key / HIGH) | 0, 0x9e3779b1), 0x85ebca6b);
    at = (at ^ (at >>> 15)) & mask;
    while (keys[at] !== key && keys[at] !== EMPTY) at = (at + 1) & mask;
    return at;
  }
  function grow(): void {
    const [oldKeys, oldEntries] = [keys, entries];
    mask = 2 * mask + 1;
    keys = new Float64Array(mask + 1).fill(EMPTY);
    entries = new Int32Array(mask + 1);
    for (let k = 0; k < oldKeys.length; k++) {
      if (oldKeys[k] === EMPTY) continue;
      const at = placeOf(oldKeys[k]);
      keys[at] = oldKeys[k];
      entries[at] = oldEntries[k];
    }
  }
  return {
    ...made,
    find(key) {
      const at = placeOf(key);
      return keys[at] === key ? entries[at] : -1;
    },
    record(key, day) {
      let at = placeOf(key);
      if (keys[at] !== key) {
        if (2 * made.count() > mask) {
          grow();
          at = placeOf(key);
        }
        keys[at] = key;
        entries[at] = made.add();
      }
      made.hit(entries[at], day);
      return entries[at];
    },
  };
}
