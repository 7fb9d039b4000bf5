import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread } from "./spread.ts";

describe("labels spread along a line", () => {
  it.each([
    ["two that want one place share the shift", [0, 0], [-5, 5]],
    ["one that is clear stays", [0, 0, 30], [-5, 5, 30]],
    // 0, 8, 12 with gap 10: best start s minimises s² + (s+2)² + (s+8)², so s = −10/3.
    ["three that crowd, by hand", [0, 8, 12], [-10 / 3, 20 / 3, 50 / 3]],
    ["order of the input is kept", [12, 0, 8], [50 / 3, -10 / 3, 20 / 3]],
  ])("%s", (_, wanted, places) => {
    const made = spread(wanted, 10, -100, 100);
    made.forEach((place, i) => {
      expect(place).toBeCloseTo(places[i], 9);
    });
  });

  it("never stand nearer than the gap, nor outside, where there is room", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { maxLength: 10 }), (wanted) => {
        const places = [...spread(wanted, 10, 0, 100)].sort((a, b) => a - b);
        places.forEach((place, i) => {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(100 + 1e-9);
          if (i > 0) expect(place - places[i - 1]).toBeGreaterThanOrEqual(10 - 1e-9);
        });
      }),
    );
  });
});
