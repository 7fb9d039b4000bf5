import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp } from "./exp.ts";
import { log } from "./log.ts";

const bits = new DataView(new ArrayBuffer(8));
const place = (x: number): bigint => {
  bits.setFloat64(0, x);
  return bits.getBigInt64(0);
};

/** How many doubles lie between two of the same sign. */
const apart = (a: number, b: number): number => Number(place(a) - place(b));

// x is the double exactly; ln x to 21 digits, by Python 3.11:
//   from decimal import *; getcontext().prec = 25; getcontext().Emin = -999999; print(f"{Decimal(x).ln():.20e}")
const table: readonly (readonly [x: number, logarithm: string])[] = [
  [5e-324, "-7.44440071921381262314e+2"],
  [1e-310, "-7.13801378828154165101e+2"],
  [2.2250738585072014e-308, "-7.08396418532264106224e+2"],
  [1e-200, "-4.60517018598809136821e+2"],
  [1e-10, "-2.30258509299404568037e+1"],
  [0.001, "-6.90775527898213703124e+0"],
  [0.1, "-2.30258509299404562851e+0"],
  [0.25, "-1.38629436111989061883e+0"],
  [0.5, "-6.93147180559945309417e-1"],
  [0.7071067811865475, "-3.46573590279972743360e-1"],
  [0.7071067811865476, "-3.46573590279972586351e-1"],
  [0.75, "-2.87682072451780927439e-1"],
  [0.9, "-1.05360515657826276556e-1"],
  [0.999, "-1.00050033358353438921e-3"],
  [0.9999999999999999, "-1.11022302462515660205e-16"],
  [1.0000000000000002, "2.22044604925031283433e-16"],
  [1.0000073165851646, "7.31655839853973846289e-6"],
  [1.001, "9.99500333083423142709e-4"],
  [1.1, "9.53101798043249407874e-2"],
  [1.25, "2.23143551314209755766e-1"],
  [1.414213562373095, "3.46573590279972566057e-1"],
  [1.4142135623730951, "3.46573590279972723067e-1"],
  [1.5, "4.05465108108164381978e-1"],
  [2.0, "6.93147180559945309417e-1"],
  [2.718281828459045, "9.99999999999999946818e-1"],
  [3.0, "1.09861228866810969140e+0"],
  [7.0, "1.94591014905531330511e+0"],
  [10.0, "2.30258509299404568402e+0"],
  [123.456, "4.81588481728326390797e+0"],
  [1000000.0, "1.38155105579642741041e+1"],
  [9007199254740992.0, "3.67368005696771013991e+1"],
  [1e100, "2.30258509299404568418e+2"],
  [1.7976931348623157e308, "7.09782712893383996732e+2"],
];

describe("log", () => {
  // Off by less than two units from the true value, it is at most two doubles away from the nearest to it.
  it.each(table)("of %d is within two units of %s", (x, logarithm) => {
    expect(Math.abs(apart(log(x), Number(logarithm)))).toBeLessThanOrEqual(2);
  });

  it("is defined from 0 to infinity", () => {
    expect([log(1), log(0), log(-0)]).toEqual([0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect([log(Number.POSITIVE_INFINITY), log(-1), log(Number.NaN)]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NaN,
    ]);
  });

  const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });

  it("is within three doubles of the engine's own, which has its own error", () => {
    fc.assert(
      fc.property(positive, (x) => Math.abs(apart(log(x), Math.log(x))) <= 3 || log(x) === Math.log(x)),
    );
  });

  it("undoes exp: the error of exp is one part in 2⁵², that of log two units", () => {
    const moderate = fc.double({ min: -700, max: 700, noNaN: true });
    fc.assert(
      fc.property(moderate, (x) => Math.abs(log(exp(x)) - x) <= Number.EPSILON * (1 + 2 * Math.abs(x))),
    );
  });

  it("of a product is the sum", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-100, max: 1e100, noNaN: true }), (x) => {
        const scale = Math.abs(log(x)) + Math.LN2;
        return Math.abs(log(2 * x) - (log(x) + Math.LN2)) <= 6 * Number.EPSILON * scale;
      }),
    );
  });
});
