import { describe, expect, it } from "vitest";
import { reduced } from "./counts.ts";
import { swingsByEnumeration } from "./enumeration.ts";
import { fairCoin, overAllChances } from "./many-voters.ts";
import { gaussLegendre, relativeError } from "./quadrature.ts";
import { shifted, shiftedInScript } from "./shifted.ts";
import { turnedOrders } from "./turned-orders.ts";

describe("the loop in WebAssembly", () => {
  const weights = [1, 2, 3, 17, 400, 401, 1999, 3000];
  const length = 5003;

  it.each([1, 0.3, 1e-3])("gives the same bits as the plain one at ratio %d", (ratio) => {
    const fast = shifted(length);
    const plain = shiftedInScript(length);
    expect(fast.ways.buffer.byteLength).toBeGreaterThan(length * 8); // it is not the plain one
    fast.ways[0] = plain.ways[0] = 1;
    for (const weight of weights) {
      fast.add(weight, weight, length - 1, ratio);
      plain.add(weight, weight, length - 1, ratio);
    }
    expect(fast.ways).toEqual(plain.ways);
  });

  it("gives the same remainders", () => {
    const prime = 97;
    const fast = shifted(length);
    const plain = shiftedInScript(length);
    fast.ways[0] = plain.ways[0] = 1;
    for (const weight of [...weights, ...weights, ...weights, 1, 1, 1, 1, 1, 1, 1]) {
      fast.addModulo(weight, weight, length - 1, prime);
      plain.addModulo(weight, weight, length - 1, prime);
    }
    expect(fast.ways).toEqual(plain.ways);
    expect(fast.ways.some((ways) => ways > 90)).toBe(true);
  });
});

describe("Gauss–Legendre quadrature", () => {
  it.each([1, 2, 5, 24, 53])("integrates tᵏ exactly up to degree 2 · %i − 1", (order) => {
    const { nodes, weights } = gaussLegendre(order);
    const degree = 2 * order - 1;
    let sum = 0;
    nodes.forEach((t, k) => {
      sum += weights[k] * t ** degree;
      if (2 * k + 1 !== order) sum += weights[k] * (1 - t) ** degree;
    });
    expect(sum * (degree + 1)).toBeCloseTo(1, 13);
  });

  it("bounds the error that too few nodes make", () => {
    // 12 voters of one vote: every voter has 1/12; two nodes are far off, and the bound says so
    const rule = gaussLegendre(2);
    const pivot = (t: number) => 462 * t ** 5 * (1 - t) ** 6; // C(11, 5)
    const sum = rule.weights[0] * (pivot(rule.nodes[0]) + pivot(1 - rule.nodes[0]));
    const off = Math.abs(sum * 12 - 1);
    expect(off).toBeGreaterThan(0.1);
    expect(relativeError(rule, 11)).toBeGreaterThanOrEqual(off);
    expect(relativeError(gaussLegendre(6), 11)).toBe(0);
  });
});

describe("votes as chance", () => {
  const weights = [41, 33, 20, 20, 11, 9, 7, 5, 5, 3, 2, 1];

  it.each([2, 40, 79, 100, 155])("agrees with enumeration within the bound it gives, quota %i", (quota) => {
    const { values, errors, passing } = fairCoin(reduced({ quota, weights }));
    const swings = swingsByEnumeration(quota, weights);
    for (const [i, value] of values.entries()) {
      expect(errors[i]).toBeLessThan(1e-12);
      expect(Math.abs(value - swings[i] / 2 ** 11)).toBeLessThanOrEqual(errors[i]);
    }
    expect(passing).toBeGreaterThan(0);
    const exact = turnedOrders({ quota, weights });
    const integral = overAllChances(reduced({ quota, weights }));
    for (const [i, value] of integral.values.entries()) {
      expect(integral.errors[i]).toBeLessThan(1e-12);
      expect(Math.abs(value - exact.values[i])).toBeLessThanOrEqual(integral.errors[i]);
    }
  });

  it("gives 400 equal voters 1/400 each, and 2000 of them no overflow", () => {
    const { values, errors } = overAllChances(reduced({ quota: 260, weights: new Array(400).fill(1) }));
    expect(Math.abs(values[0] - 1 / 400)).toBeLessThanOrEqual(errors[0]);
    expect(errors[0]).toBeLessThan(1e-12);
    // the middle term of 1999 coin throws, by Stirling: 1 / √(π · 999.5) to three digits
    expect(fairCoin(reduced({ quota: 1001, weights: new Array(2000).fill(1) })).values[5]).toBeCloseTo(
      0.01784,
      5,
    );
  });
});
