// See exp.ts for why this is not Math.log.

const buffer = new Float64Array(1);
const words = new Int32Array(buffer.buffer);
const high = new Uint8Array(new Int32Array([1]).buffer)[0] === 1 ? 1 : 0;

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SQRT2 = 1.4142135623730951;

/**
 * The natural logarithm with the same bits on every machine and in every JavaScript engine.
 *
 * @param x any number; below 0 gives NaN, 0 gives −Infinity.
 * @returns ln x, within 2 units in the last place.
 * @remarks x = m 2ᵉ with √½ ≤ m < √2 and s = (m − 1)/(m + 1): ln m = 2 (s + s³/3 + s⁵/5 + …),
 * to s²¹, whose remainder is below 2⁻⁵⁷ there.
 * @example
 * ```ts
 * import { log } from "tawazun/base";
 * log(1); //=> 0
 * ```
 */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  let e = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    e = -54;
  }
  buffer[0] = x;
  e += ((words[high] >>> 20) & 0x7ff) - 1023;
  words[high] = (words[high] & 0x000fffff) | (1023 << 20);
  let m = buffer[0];
  if (m >= SQRT2) {
    m *= 0.5;
    e += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const tail =
    z *
    (1 / 3 +
      z *
        (1 / 5 +
          z *
            (1 / 7 +
              z *
                (1 / 9 +
                  z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z / 21)))))))));
  return e * LN2_HIGH + (2 * s + (2 * s * tail + e * LN2_LOW));
}
