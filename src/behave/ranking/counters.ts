import { exp } from "../../base/index.ts";

const LN2 = 0.6931471805599453;

/** 2^(−age / half-life) by whole days, as a table. */
export function fading(halfLife: number, days: number): Float64Array {
  return Float64Array.from({ length: days + 2 }, (_, age) => exp((-LN2 * age) / halfLife));
}

/** Counts that fade, many at once: for each entry a last day, a total and one value per half-life. */
export interface Counters {
  readonly count: () => number;
  /** A new entry, empty. */
  add(): number;
  /** One more event of an entry. */
  hit(entry: number, day: number): void;
  last(entry: number): number;
  total(entry: number): number;
  /** The count with half-life number k at a day. */
  faded(entry: number, k: number, day: number): number;
}

/** @param tables one table of {@link fading} per half-life. */
export function counters(tables: readonly Float64Array[]): Counters {
  const width = tables.length;
  let size = 1024;
  let count = 0;
  let last = new Int32Array(size);
  let total = new Float32Array(size);
  let values = new Float32Array(size * width);
  return {
    count: () => count,
    add() {
      if (count === size) {
        size *= 2;
        const [oldLast, oldTotal, oldValues] = [last, total, values];
        last = new Int32Array(size);
        last.set(oldLast);
        total = new Float32Array(size);
        total.set(oldTotal);
        values = new Float32Array(size * width);
        values.set(oldValues);
      }
      last[count] = -1;
      return count++;
    },
    hit(entry, day) {
      const age = last[entry] < 0 ? 0 : day - last[entry];
      for (let k = 0; k < width; k++)
        values[entry * width + k] = values[entry * width + k] * tables[k][age] + 1;
      total[entry] += 1;
      last[entry] = day;
    },
    last: (entry) => last[entry],
    total: (entry) => total[entry],
    faded: (entry, k, day) => values[entry * width + k] * tables[k][day - last[entry]],
  };
}
