// Math.exp differs in the last bit between JavaScript engines and versions; a run must not.
// Only + − × ÷ and the bits of a double are used here, which IEEE 754 fixes.

const buffer = new Float64Array(1);
const words = new Int32Array(buffer.buffer);
const high = new Uint8Array(new Int32Array([1]).buffer)[0] === 1 ? 1 : 0;

const LOG2E = 1.4426950408889634;
// ln 2 in two parts: the first has 21 trailing zero bits, so that k × LN2_HIGH is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 2^k for a whole k from −1022 to 1023, exactly. */
function powerOfTwo(k: number): number {
  words[1 - high] = 0;
  words[high] = (k + 1023) << 20;
  return buffer[0];
}

/**
 * eˣ with the same bits on every machine and in every JavaScript engine.
 *
 * @param x any number; NaN gives NaN.
 * @returns eˣ, within 1 unit in the last place of the true value; 0 below −745, Infinity above 709.79.
 * @remarks Range reduction x = k ln 2 + r with |r| ≤ ln 2 / 2, then the Taylor series of degree 13
 * (remainder below 2⁻⁵⁸ there), summed from the smallest term.
 * @example
 * ```ts
 * import { exp } from "tawazun/base";
 * exp(0); //=> 1
 * ```
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.round(x * LOG2E);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const q =
    1 / 2 +
    r *
      (1 / 6 +
        r *
          (1 / 24 +
            r *
              (1 / 120 +
                r *
                  (1 / 720 +
                    r *
                      (1 / 5040 +
                        r *
                          (1 / 40320 +
                            r *
                              (1 / 362880 +
                                r *
                                  (1 / 3628800 +
                                    r * (1 / 39916800 + r * (1 / 479001600 + r / 6227020800))))))))));
  const e = 1 + (r + r * r * q);
  if (k > 1023) return e * 2 * powerOfTwo(k - 1);
  if (k < -1022) return e * powerOfTwo(k + 1022) * 2.2250738585072014e-308;
  return e * powerOfTwo(k);
}
