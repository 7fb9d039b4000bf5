import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTo, countRange, mergeInto, quantileOf, shareRange, sketches } from "./sketch.ts";

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 });

describe("sketches", () => {
  it("give each quantile of shares within 1/256 of the sorted values' own, or within 2⁻¹⁴", () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 1, noNaN: true }), (values, part) => {
        const sketch = sketches(1, shareRange);
        for (const value of values) addTo(sketch, 0, value);
        const sorted = Float64Array.from(values).sort();
        const exact = sorted[Math.min(values.length - 1, Math.floor(part * values.length))];
        const found = quantileOf(sketch, 0, part) as number;
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact / 256 + 2 ** -14);
      }),
    );
  });

  it("give small counts exactly", () => {
    for (const count of [0, 1, 2, 3, 77, 127, 200, 255]) {
      const sketch = sketches(2, countRange);
      addTo(sketch, 1, count);
      expect(quantileOf(sketch, 1, 0.5)).toBe(count);
      expect(quantileOf(sketch, 0, 0.5)).toBeUndefined();
    }
  });

  it("are the same however the values are dealt out and merged", () => {
    fc.assert(
      fc.property(shares, fc.array(fc.nat(2), { minLength: 200, maxLength: 200 }), (values, hands) => {
        const whole = sketches(2, shareRange);
        const parts = [0, 1, 2].map(() => sketches(2, shareRange));
        values.forEach((value, k) => {
          addTo(whole, k % 2, value);
          addTo(parts[hands[k]], k % 2, value);
        });
        const merged = sketches(2, shareRange);
        for (const k of [2, 0, 1]) mergeInto(merged, parts[k]);
        expect(merged).toEqual(whole);
      }),
    );
  });

  it("take values beyond their range as the greatest, and refuse what is no number from 0 on", () => {
    const sketch = sketches(1, countRange);
    addTo(sketch, 0, 2 ** 60);
    expect(quantileOf(sketch, 0, 0)).toBeGreaterThan(2 ** 23);
    for (const value of [-1, Number.NaN]) expect(() => addTo(sketch, 0, value)).toThrow(/from 0 on/);
  });
});
