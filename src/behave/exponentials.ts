import { exp } from "../base/index.ts";

// ex = 2ᵏ · 2^(j/64) · eʳ with |r| ≤ ln 2 / 128. Only + × and tables made by the exact exp are used,
// so the bits are the same everywhere.
const PER_DOUBLING = 64;
const SCALE = 92.33248261893073; // 64 / ln 2
// Adding it and taking it away rounds to the nearest whole number.
const ROUND = 6755399441055744;
// ln 2 / 64 in two parts: the first has 21 trailing zero bits.
const HIGH = 0.6931471803691238 / PER_DOUBLING;
const LOW = 1.9082149292705877e-10 / PER_DOUBLING;
const parts = Float64Array.from({ length: PER_DOUBLING }, (_, j) => exp(j * HIGH + j * LOW));
const LEAST = -1022;
const powers = new Float64Array(2046);
for (let k = LEAST, power = 2.2250738585072014e-308; k < 1024; k++, power *= 2) powers[k - LEAST] = power;

/**
 * eˣ, some three times faster than the exact `exp` where many are wanted at once.
 *
 * @returns eˣ within 2 units in the last place, with the same bits on every machine; 0 below −708.
 */
export function quickExp(x: number): number {
  if (!(x > -708)) return x <= -708 ? 0 : x;
  if (x > 709) return exp(x);
  const whole = x * SCALE + ROUND - ROUND;
  const r = x - whole * HIGH - whole * LOW;
  const tail = r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  const index = whole | 0;
  const part = parts[index & 63];
  return (part + part * (r + tail)) * powers[(index >> 6) - LEAST];
}

/** Turns utilities into weights relative to one of them, 0 where the mask from `at` on is 0; gives their sum. */
export function exponentials(
  eta: Float64Array,
  masks: Uint8Array,
  at: number,
  top: number,
  n: number,
): number {
  let total = 0;
  for (let j = 0; j < n; j++) {
    const w = masks[at + j] === 0 ? 0 : quickExp(eta[j] - top);
    eta[j] = w;
    total += w;
  }
  return total;
}
