import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { philox } from "./philox.ts";

type Words = readonly [number, number, number, number];

function block(counter: Words, key: readonly [number, number]): number[] {
  const out = new Uint32Array(4);
  philox(out, key[0], key[1], ...counter);
  return [...out];
}

/** Philox4x32-10 letter by letter, in whole numbers without bounds: Salmon et al. 2011, section 3.3. */
function byDefinition(counter: Words, key: readonly [number, number]): number[] {
  const word = 2n ** 32n;
  let [l0, r0, l1, r1] = counter.map((c) => BigInt(c >>> 0));
  let [k0, k1] = key.map((k) => BigInt(k >>> 0));
  for (let round = 0; round < 10; round++) {
    const product0 = 0xd2511f53n * l0;
    const product1 = 0xcd9e8d57n * l1;
    [l0, r0, l1, r1] = [
      (product1 / word) ^ r0 ^ k0,
      product1 % word,
      (product0 / word) ^ r1 ^ k1,
      product0 % word,
    ];
    k0 = (k0 + 0x9e3779b9n) % word;
    k1 = (k1 + 0xbb67ae85n) % word;
  }
  return [l0, r0, l1, r1].map(Number);
}

const ONES = 0xffffffff;

describe("philox", () => {
  // The known answers of Random123 (kat_vectors): philox4x32, 10 rounds.
  it.each([
    ["zeros", [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]],
    ["ones", [ONES, ONES, ONES, ONES], [ONES, ONES], [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]],
    [
      "the digits of π",
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ] as [string, Words, [number, number], number[]][])(
    "gives the known answer for %s",
    (_what, counter, key, known) => {
      expect(block(counter, key)).toEqual(known);
    },
  );

  it("is what its definition says, for any counter and key", () => {
    const word = fc.integer({ min: 0, max: ONES });
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
        expect(block(counter, key)).toEqual(byDefinition(counter, key));
      }),
    );
  });
});
