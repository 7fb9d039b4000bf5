import type { Random } from "../../../base/index.ts";

/**
 * Whole numbers from 0 to n − 1 for a search that asks for millions of them and for nothing fine.
 *
 * @see Marsaglia 2003 (xorshift), p. 4; seeded from a stream.
 */
export function quick(random: Random): (n: number) => number {
  let state = 1 + random.integer(2 ** 31 - 2);
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}
