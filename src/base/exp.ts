// Math.exp differs in the last bit between JavaScript engines and versions; a run must not.
// Only + − × ÷ are used here, which IEEE 754 fixes.

const LOG2E = 1.4426950408889634;
// ln 2 in two parts: the first has 21 trailing zero bits, so that k × LN2_HIGH is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 2^k for whole k from −1022 to 1023, exactly: at k + 1022. */
const powers = new Float64Array(2046);
powers[1022] = 1;
for (let k = 1; k <= 1023; k++) powers[1022 + k] = 2 * powers[1021 + k];
for (let k = 1; k <= 1022; k++) powers[1022 - k] = powers[1023 - k] / 2;

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
  const k = Math.floor(x * LOG2E + 0.5);
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
                                    r * (1 / 39916800 + r * (1 / 479001600 + r * (1 / 6227020800)))))))))));
  const e = 1 + (r + r * r * q);
  if (k > 1023) return e * 2 * powers[1021 + k];
  if (k < -1022) return e * powers[k + 2044] * 2.2250738585072014e-308;
  return e * powers[k + 1022];
}
