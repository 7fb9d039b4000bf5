import { describe, expect, it } from "vitest";
import { digamma, logGamma } from "./log-gamma.ts";

describe("logGamma", () => {
  it("is ln (n − 1)! at whole numbers and ln √π at one half", () => {
    let factorial = 1;
    for (let n = 1; n <= 18; n++) {
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(1e-12 * (1 + Math.log(factorial)));
      factorial *= n;
    }
    expect(Math.abs(logGamma(0.5) - 0.5 * Math.log(Math.PI))).toBeLessThan(1e-13);
  });

  it("grows as Γ(x + 1) = x Γ(x), and digamma with it", () => {
    for (const x of [1e-3, 0.2, 0.9, 3.3, 9.9, 10.1, 250.5, 1e6]) {
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-9);
      expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(1e-9 * (1 + 1 / x));
    }
  });
});

describe("digamma", () => {
  it("is −γ at 1 and −γ − 2 ln 2 at one half", () => {
    const euler = 0.5772156649015329;
    expect(Math.abs(digamma(1) + euler)).toBeLessThan(1e-13);
    expect(Math.abs(digamma(0.5) + euler + 2 * Math.LN2)).toBeLessThan(1e-13);
  });
});
