import { TawazunError } from "../../base/index.ts";

const MASK = (1n << 64n) - 1n;
const SIZE = 312;
const SHIFT = 156;

/** The 64-bit Mersenne Twister of Matsumoto and Nishimura (mt19937-64). */
function mersenneTwister(seed: bigint): () => bigint {
  const state = [seed & MASK];
  for (let i = 1; i < SIZE; i++) {
    const before = state[i - 1];
    state.push((6364136223846793005n * (before ^ (before >> 62n)) + BigInt(i)) & MASK);
  }
  let next = SIZE;
  return () => {
    if (next === SIZE) {
      for (let i = 0; i < SIZE; i++) {
        const y = (state[i] & 0xffffffff80000000n) | (state[(i + 1) % SIZE] & 0x7fffffffn);
        state[i] = state[(i + SHIFT) % SIZE] ^ (y >> 1n) ^ ((y & 1n) === 1n ? 0xb5026f5aa96619e9n : 0n);
      }
      next = 0;
    }
    let y = state[next++];
    y ^= (y >> 29n) & 0x5555555555555555n;
    y ^= (y << 17n) & 0x71d67fffeda60000n & MASK;
    y ^= (y << 37n) & 0xfff7eee000000000n & MASK;
    return y ^ (y >> 43n);
  };
}

/**
 * KTAB's stream of numbers from 0 to 1, so that its seeded runs with drawn choices can be played again.
 *
 * @param seed a whole number below 2⁶⁴, in decimal digits.
 * @throws {TawazunError} `bargain/seed` if it is not.
 * @see Wise, Lester & Efird 2015; Matsumoto & Nishimura 1998.
 */
export function ktabUniform(seed: string): () => number {
  if (!/^\d{1,20}$/.test(seed) || BigInt(seed) > MASK) {
    throw new TawazunError(
      "bargain/seed",
      `KTAB's seeds are whole numbers below 18446744073709551616; this is "${seed}".`,
    );
  }
  const draw = mersenneTwister(BigInt(seed));
  return () => {
    const n = draw();
    return Number(((n + 0xe08c1d668b756f83n) * (2n * n + 3n)) & MASK) / Number(MASK);
  };
}
