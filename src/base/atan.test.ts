import { describe, expect, it } from "vitest";
import { angleOf, atan } from "./atan.ts";

/** Distance in units of the last place of the true value. */
const units = (found: number, wanted: number) =>
  Math.abs(found - wanted) / (2 ** -52 * 2 ** Math.floor(Math.log2(Math.abs(wanted))));

describe("the arc tangent", () => {
  it("is within 4 units of the built-in one, which is within 1 of the true value", () => {
    for (let k = -400; k <= 400; k++) {
      if (k === 0) continue;
      const x = Math.sign(k) * 1.05 ** Math.abs(k % 200) * (Math.abs(k) > 200 ? 1e-3 : 0.1);
      expect(units(atan(x), Math.atan(x))).toBeLessThan(4);
    }
  });

  it("ends at right angles and passes through nothing", () => {
    expect(atan(0)).toBe(0);
    expect(atan(Number.POSITIVE_INFINITY)).toBe(Math.PI / 2);
    expect(atan(Number.NEGATIVE_INFINITY)).toBe(-Math.PI / 2);
    expect(atan(Number.NaN)).toBeNaN();
  });
});

describe("the angle of a point", () => {
  it("goes all the way round", () => {
    for (let degree = -179; degree <= 180; degree++) {
      const angle = (degree * Math.PI) / 180;
      expect(angleOf(Math.cos(angle), Math.sin(angle))).toBeCloseTo(angle, 14);
    }
    expect(angleOf(0, 0)).toBe(0);
    expect(angleOf(0, -2)).toBe(-Math.PI / 2);
  });
});
