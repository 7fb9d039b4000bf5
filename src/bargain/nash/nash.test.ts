import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import {
  type BargainingProblem,
  compromiseMean,
  nashBargaining,
  nashProduct,
  twoActorNash,
} from "../index.ts";

const luck = seeded("none needed");
const side = (x: number, risk = 0) => ({ position: [x], salience: [1], risk });

describe("Nash bargaining between two who would otherwise fight", () => {
  // KTAB's demonstration, one dimension: positions, risk attitudes, probability, and its optimum
  it.each([
    [0.41028, 0.67799, -0.53505, 0.50809, 0.64882, 0.00379208, 0.4951],
    [0.34413, 0.88326, 0.87808, -0.58796, 0.86039, 0.217446, 0.4768],
  ])("strikes KTAB's bargain between %d and %d", (ti, tj, ri, rj, probability, product, position) => {
    const bargain = twoActorNash([side(ti, ri), side(tj, rj)], { probability });
    expect(bargain.agreed).toBe(true);
    expect(Math.abs(bargain.product - product)).toBeLessThan(0.002);
    expect(bargain.positions[0][0]).toBeCloseTo(position, 3);
    expect(bargain.positions[1][0]).toBeCloseTo(position, 3);
  });

  it("finds no bargain where one is sure to win and both like risks", () => {
    const bargain = twoActorNash([side(0.26536, -0.84604), side(0.84574, -0.33894)], {
      probability: 0.83528,
    });
    expect(bargain.agreed).toBe(false);
    expect(Math.abs(bargain.product - -6.81445)).toBeLessThan(0.002);
  });

  it("cannot be bettered by any pair of positions on a fine grid", () => {
    const sides = [side(0.1, 0.6), side(0.8, 0.2)] as const;
    const { product } = twoActorNash(sides, { probability: 0.4 });
    for (let x = 0; x <= 1; x += 0.01) {
      for (let y = 0; y <= 1; y += 0.01) {
        expect(nashProduct(sides, { probability: 0.4 }, [[x], [y]])).toBeLessThanOrEqual(product + 1e-9);
      }
    }
  });

  it.each([
    ["a probability above 1", [side(0), side(1)], 1.2, "bargain/probability"],
    ["a probability that is no number", [side(0), side(1)], Number.NaN, "bargain/probability"],
    ["a position off the scale", [side(-0.1), side(1)], 0.5, "bargain/position"],
    ["a risk attitude above 1", [side(0, 2), side(1)], 0.5, "bargain/risk"],
    ["no salience", [{ ...side(0), salience: [0] }, side(1)], 0.5, "bargain/salience"],
    ["a side without dimensions", [{ ...side(0), position: [] }, side(1)], 0.5, "bargain/dimensions"],
  ] as const)("refuses %s", (_what, sides, probability, code) => {
    expect(() => twoActorNash([sides[0], sides[1]], { probability })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("leaves two who stand together where they are", () => {
    const { positions } = twoActorNash([side(0.4), side(0.4)], { probability: 0.5 });
    for (const [x] of positions) expect(x).toBeCloseTo(0.4, 6);
  });
});

const problems: fc.Arbitrary<BargainingProblem> = fc
  .record({
    parts: fc.array(
      fc.record({
        position: fc.integer({ min: 0, max: 100 }),
        salience: fc.integer({ min: 1, max: 10 }).map((x) => x / 10),
        capability: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    statusQuo: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  })
  .map(({ parts, statusQuo }) => ({
    actors: parts.map((part, i) => ({ id: `${i}`, ...part })),
    range: [0, 100] as const,
    ...(statusQuo === undefined ? {} : { statusQuo }),
  }));

/** The logarithm of the Nash product, or nothing if someone gains nothing. */
function objective({ actors, statusQuo }: BargainingProblem, x: number): number | undefined {
  let sum = 0;
  for (const { position, salience, capability } of actors) {
    const cost = statusQuo === undefined ? 1 : salience * ((statusQuo - position) / 100) ** 2;
    const gain = cost - salience * ((x - position) / 100) ** 2;
    if (gain <= 0) return undefined;
    sum += capability * Math.log(gain);
  }
  return sum;
}

describe("Nash bargaining among all", () => {
  it("maximises the product of gains: no point of a fine grid is better", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { position } = nashBargaining.settle(problem, luck);
        const best = objective(problem, position);
        for (let x = 0; x <= 100; x += 0.5) {
          const other = objective(problem, x);
          if (other !== undefined) expect(other).toBeLessThanOrEqual((best ?? -Infinity) + 1e-9);
        }
      }),
      { numRuns: 120 },
    );
  });

  it("keeps the status quo if it lies between actors", () => {
    const actors = [10, 90].map((position, i) => ({ id: `${i}`, position, salience: 1, capability: 1 }));
    const { position, account } = nashBargaining.settle({ actors, range: [0, 100], statusQuo: 30 }, luck);
    expect(position).toBe(30);
    expect(account.summary).toContain("it stays");
  });

  it("is near the compromise mean if nobody cares much, as Achen 2006 says", () => {
    const actors = [0, 20, 100].map((position, i) => ({
      id: `${i}`,
      position,
      salience: 0.02,
      capability: 1 + i,
    }));
    const problem = { actors, range: [0, 100] as const };
    const mean = compromiseMean.settle(problem, luck).position;
    expect(Math.abs(nashBargaining.settle(problem, luck).position - mean)).toBeLessThan(0.2);
  });
});
