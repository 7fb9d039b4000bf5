import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fraction, ordersOfUnions, partsOfSum } from "./fraction.ts";

describe("fractions", () => {
  it.each([
    [402n, 1260n, "67/210"],
    [0n, 7n, "0"],
    [6n, 3n, "2"],
  ])("writes %s of %s as %s", (over, under, text) => {
    expect(fraction(over, under)).toBe(text);
  });

  it("gives parts that add up to 1", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 1_000_000n), { minLength: 1, maxLength: 8 }), (counts) => {
        fc.pre(counts.some((count) => count > 0n));
        const sum = partsOfSum(counts)
          .map((text) => text.split("/").map(Number))
          .reduce((total, [over, under = 1]) => total + over / under, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it("finds Owen's fractions among the orders that keep unions together", () => {
    // Madrid 2015, PP and Cs together: 2/3 and 1/3 of 3! · 2! orders
    expect(ordersOfUnions([2 / 3, 0, 0, 1 / 3], [2, 1, 1])).toEqual(["2/3", "0", "0", "1/3"]);
  });

  it("says nothing of more orders than a number can count", () => {
    expect(
      ordersOfUnions(
        [1],
        Array.from({ length: 30 }, () => 1),
      ),
    ).toBeUndefined();
  });
});
