/** Many lists of entries, most of them short; each entry stands in one list, in the order in which it was added. */
export interface Chains {
  /** The first entry of a list; −1 if it has none. */
  first(list: number): number;
  /** The entry after another; −1 after the last. */
  next(entry: number): number;
  add(list: number, entry: number): void;
}

const AT_FIRST = 1024;
const NONE = -1;

/** Lists in columns of numbers: an array for each takes ten times the memory. */
export function chains(): Chains {
  let firsts = new Int32Array(AT_FIRST).fill(NONE);
  let lasts = new Int32Array(AT_FIRST).fill(NONE);
  let nexts = new Int32Array(AT_FIRST).fill(NONE);
  return {
    first: (list) => (list < firsts.length ? firsts[list] : NONE),
    next: (entry) => nexts[entry],
    add(list, entry) {
      if (list >= firsts.length) [firsts, lasts] = [grown(firsts, list), grown(lasts, list)];
      if (entry >= nexts.length) nexts = grown(nexts, entry);
      if (firsts[list] === NONE) firsts[list] = entry;
      else nexts[lasts[list]] = entry;
      lasts[list] = entry;
    },
  };
}

function grown(column: Int32Array<ArrayBuffer>, to: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * Math.max(column.length, to)).fill(NONE);
  larger.set(column);
  return larger;
}
