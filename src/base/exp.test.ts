import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp } from "./exp.ts";

const bits = new DataView(new ArrayBuffer(8));
const place = (x: number): bigint => {
  bits.setFloat64(0, x);
  return bits.getBigInt64(0);
};

/** How many doubles lie between two of the same sign. */
const apart = (a: number, b: number): number => Number(place(a) - place(b));

// x is the double exactly; eˣ to 21 digits, by Python 3.11:
//   from decimal import *; getcontext().prec = 25; getcontext().Emin = -999999; print(f"{Decimal(x).exp():.20e}")
const table: readonly (readonly [x: number, power: string])[] = [
  [1e-300, "1.00000000000000000000e+0"],
  [-1e-20, "9.99999999999999999990e-1"],
  [1e-10, "1.00000000010000000000e+0"],
  [1e-5, "1.00001000005000016667e+0"],
  [0.001, "1.00100050016670834169e+0"],
  [-0.1, "9.04837418035959568141e-1"],
  [0.25, "1.28402541668774148407e+0"],
  [0.34657359027997264, "1.41421356237309503240e+0"],
  [0.3465735902799727, "1.41421356237309511091e+0"],
  [0.5, "1.64872127070012814685e+0"],
  [0.6931471805599453, "1.99999999999999995362e+0"],
  [1.0, "2.71828182845904523536e+0"],
  [-1.0, "3.67879441171442321596e-1"],
  [1.5, "4.48168907033806482260e+0"],
  [2.0, "7.38905609893065022723e+0"],
  [-2.5, "8.20849986238987951695e-2"],
  [3.141592653589793, "2.31406926327792661718e+1"],
  [5.0, "1.48413159102576603421e+2"],
  [-7.25, "7.10174388842549063585e-4"],
  [10.0, "2.20264657948067165170e+4"],
  [-20.0, "2.06115362243855782797e-9"],
  [50.0, "5.18470552858707246409e+21"],
  [-100.0, "3.72007597602083596296e-44"],
  [123.456, "4.13294435277810613583e+53"],
  [300.0, "1.94242639524125593658e+130"],
  [-500.5, "4.32127402815385523242e-218"],
  [700.0, "1.01423205473500450946e+304"],
  [-708.3, "2.45029553096598833746e-308"],
  [709.782712893384, "1.79769313486227321784e+308"],
  [-708.4, "2.21711908166426510306e-308"],
  [-720.0, "2.03223080242429315287e-313"],
  [-740.0, "4.18873988004804893946e-322"],
  [-745.1, "2.55376854775207392724e-324"],
];

describe("exp", () => {
  // Off by less than a unit from the true value, it is at most one double away from the nearest to it.
  it.each(table)("of %d is within a unit of %s", (x, power) => {
    expect(Math.abs(apart(exp(x), Number(power)))).toBeLessThanOrEqual(1);
  });

  it("is exact where the result is", () => {
    expect([exp(0), exp(-0), exp(Number.NEGATIVE_INFINITY)]).toEqual([1, 1, 0]);
    expect([exp(710), exp(Number.POSITIVE_INFINITY)]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    expect([exp(-746), exp(Number.NaN)]).toEqual([0, Number.NaN]);
  });

  const moderate = fc.double({ min: -700, max: 700, noNaN: true });

  it("is within two doubles of the engine's own, which has its own error", () => {
    fc.assert(fc.property(moderate, (x) => Math.abs(apart(exp(x), Math.exp(x))) <= 2));
  });

  it("of −x is 1/eˣ, within the rounding of both and of their product", () => {
    fc.assert(fc.property(moderate, (x) => Math.abs(exp(x) * exp(-x) - 1) <= 3 * Number.EPSILON));
  });

  it("never falls as x grows by more than its error", () => {
    const steps = fc.tuple(
      fc.double({ min: -700, max: 699, noNaN: true }),
      fc.double({ min: 1e-12, max: 1, noNaN: true }),
    );
    fc.assert(fc.property(steps, ([x, step]) => exp(x + step) >= exp(x)));
  });
});
