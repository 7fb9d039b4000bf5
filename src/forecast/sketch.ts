import { TawazunError } from "../base/index.ts";

/** Bins to each doubling of a value: neighbours lie less than 1 % apart. */
const BINS = 128;

/** Between which powers of two values are told apart: less counts as 0, more as the greatest. */
export interface SketchRange {
  readonly least: number;
  readonly most: number;
}

/** Shares, 0…1: below 2⁻¹⁴ they count as 0. */
export const shareRange: SketchRange = { least: -14, most: 1 };
/** Counts, up to 2²⁴. */
export const countRange: SketchRange = { least: 0, most: 24 };

/**
 * Quantile sketches of many quantities side by side: how many values fell into each of a few hundred bins.
 *
 * Its size does not grow with the number of values. Counts are whole numbers, so that sketches can be merged
 * in any order and grouping and the bytes are the same as if all values had come to one.
 *
 * @see Masson, Rim & Lee 2019 for bins of equal relative width
 */
export interface Sketches {
  readonly quantities: number;
  readonly range: SketchRange;
  /** quantity × bin */
  readonly counts: Uint32Array;
}

export function sketches(quantities: number, range: SketchRange): Sketches {
  return { quantities, range, counts: new Uint32Array(quantities * binsOf(range)) };
}

/** Bins of a quantity: one for 0, and then for each doubling. */
function binsOf(range: SketchRange): number {
  return 1 + (range.most - range.least) * BINS;
}

const value64 = new Float64Array(1);
const words = new Uint32Array(value64.buffer);
const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The bin of a value, from the bits of the number: its power of two and the first seven digits after it. */
function binOf(value: number, { least, most }: SketchRange): number {
  value64[0] = value + 0; // −0 is 0
  const exponent = (words[high] >>> 20) - 1023;
  if (exponent < least) return 0;
  if (exponent >= most) return (most - least) * BINS;
  return 1 + (exponent - least) * BINS + ((words[high] >>> 13) & (BINS - 1));
}

/**
 * Adds a value to one of the sketches.
 *
 * @throws {TawazunError} `sketch/value` for a value below 0 or none at all.
 */
export function addTo(into: Sketches, quantity: number, value: number): void {
  if (!(value >= 0)) {
    throw new TawazunError("sketch/value", `A sketch takes numbers from 0 on; ${value} is none.`);
  }
  into.counts[quantity * binsOf(into.range) + binOf(value, into.range)] += 1;
}

/** Adds what another has counted of the same quantities. */
export function mergeInto(into: Sketches, other: Sketches): void {
  for (let k = 0; k < into.counts.length; k++) into.counts[k] += other.counts[k];
}

/**
 * The value below which a part of those added lie: that of rank ⌊part × count⌋ from the least, as near as its bin.
 *
 * @returns within 1/256 of the true value, or within the least that the range tells apart; undefined for a sketch without values.
 * @example
 * ```ts
 * import { addTo, quantileOf, shareRange, sketches } from "tawazun/forecast";
 * const one = sketches(1, shareRange);
 * for (let k = 1; k <= 99; k++) addTo(one, 0, k / 100);
 * Math.round(100 * (quantileOf(one, 0, 0.5) ?? 0)); //=> 50
 * ```
 */
export function quantileOf(of: Sketches, quantity: number, part: number): number | undefined {
  const bins = binsOf(of.range);
  const counts = of.counts.subarray(quantity * bins, (quantity + 1) * bins);
  let count = 0;
  for (let bin = 0; bin < bins; bin++) count += counts[bin];
  if (count === 0) return undefined;
  let before = Math.min(count - 1, Math.floor(part * count));
  for (let bin = 0; bin < bins; bin++) {
    before -= counts[bin];
    if (before < 0) return middleOf(bin, of.range);
  }
  return undefined;
}

/** The middle of a bin; for counts below the number of bins, the count itself. */
function middleOf(bin: number, { least }: SketchRange): number {
  if (bin === 0) return 0;
  let power = 1;
  const exponent = least + Math.floor((bin - 1) / BINS);
  for (let k = 0; k < Math.abs(exponent); k++) power *= exponent > 0 ? 2 : 0.5;
  const first = power * (1 + ((bin - 1) % BINS) / BINS);
  const width = power / BINS;
  return Number.isInteger(first) && width <= 1 ? first : first + width / 2;
}
