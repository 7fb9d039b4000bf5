import { describe, expect, it } from "vitest";
import { minimise } from "./minimise.ts";

describe("minimise", () => {
  it("finds the bottom of Rosenbrock's valley", () => {
    const found = minimise(
      ([x, y], gradient) => {
        gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
        gradient[1] = 200 * (y - x * x);
        return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
      },
      [-1.2, 1],
      { tolerance: 1e-9 },
    );
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(1, 7);
    expect(found.x[1]).toBeCloseTo(1, 7);
  });

  it("says when it was not given enough steps", () => {
    const found = minimise(
      ([x], gradient) => {
        gradient[0] = 4 * x * x * x;
        return x ** 4;
      },
      [5],
      { tolerance: 1e-12, most: 3 },
    );
    expect(found.converged).toBe(false);
  });
});
