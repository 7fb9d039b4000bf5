import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp } from "../base/index.ts";
import { exponentials, quickExp } from "./exponentials.ts";

describe("quickExp", () => {
  it("is the exact exp to within three units in the last place", () => {
    fc.assert(
      fc.property(fc.double({ min: -707, max: 709, noNaN: true }), (x) => {
        expect(Math.abs(quickExp(x) / exp(x) - 1)).toBeLessThan(3 * 2 ** -52);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps what the ends mean", () => {
    expect(quickExp(0)).toBe(1);
    expect(quickExp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(quickExp(-750)).toBe(0);
    expect(quickExp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(quickExp(Number.NaN)).toBeNaN();
  });

  it("weighs only those whom the mask lets", () => {
    const eta = Float64Array.from([0, 1, 2]);
    expect(exponentials(eta, Uint8Array.from([9, 1, 0, 1]), 1, 0, 3)).toBeCloseTo(1 + Math.exp(2), 12);
    expect(eta[1]).toBe(0);
  });
});
