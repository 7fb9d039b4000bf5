import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { energy, frustration, landscape, type Propensities, signedNetwork, type Tie } from "./index.ts";

// Axelrod & Bennett 1993, Table 2: sizes, G generalists and S workstation specialists; firms of a type repel.
const unix = [
  ["Sun", 28.9, "S", 1, 1],
  ["Prime", 1.0, "S", 1, 1],
  ["AT&T", 28.5, "G", 1, 2],
  ["IBM", 3.8, "G", 1, 2],
  ["DEC", 20.0, "G", 2, 1],
  ["HP", 11.5, "G", 2, 1],
  ["Apollo", 21.2, "S", 2, 2],
  ["Intergraph", 4.4, "S", 2, 2],
  ["SGI", 4.4, "S", 2, 2],
] as const;

const unixLandscape: Propensities = {
  actors: unix.map(([firm]) => firm),
  size: unix.map(([, size]) => size),
  propensity: unix.map(([, , type]) => unix.map(([, , other]) => (type === other ? -1 : 0))),
};

describe("the landscape of Axelrod and Bennett", () => {
  it("has for the Unix standards of 1988 the two minima of Table 2, equal in energy and basin", () => {
    const { minima, configurations } = landscape(unixLandscape);
    expect(configurations).toBe(256);
    expect(minima.map((m) => m.basin)).toEqual([128, 128]);
    expect(minima[0].energy).toBeCloseTo(minima[1].energy, 9);
    const predicted = [unix.map((row) => row[3]), unix.map((row) => row[4])];
    expect(minima.map((m) => m.sides).toSorted()).toEqual(predicted.toSorted());
  });

  it("has four stable configurations for five great powers that all repel each other (p. 226)", () => {
    const size = [7.45, 5.32, 11.49, 4.03, 15.01];
    const propensity = size.map(() => size.map(() => -1));
    const { minima } = landscape({
      actors: ["Britain", "France", "Germany", "Italy", "Soviet Union"],
      size,
      propensity,
    });
    expect(minima.length).toBe(4);
    expect(minima.every((m) => m.strict)).toBe(true);
  });
});

const problems = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.record({
    size: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }),
    raw: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: n * n, maxLength: n * n }),
  }),
);

function problemOf({ size, raw }: { size: number[]; raw: number[] }): Propensities {
  const n = size.length;
  const propensity = size.map((_, i) => size.map((__, j) => raw[Math.min(i, j) * n + Math.max(i, j)]));
  return { actors: size.map((_, i) => `a${i}`), size, propensity };
}

describe("any landscape", () => {
  it("has exactly those minima that no single switch lowers, and basins that cover everything", () => {
    fc.assert(
      fc.property(problems, (raw) => {
        const problem = problemOf(raw);
        const n = problem.actors.length;
        const expected: number[][] = [];
        for (let x = 0; x < 2 ** (n - 1); x++) {
          const sides: number[] = problem.actors.map((_, v) => (v > 0 && (x >> (v - 1)) & 1 ? 2 : 1));
          const own = energy(problem, sides);
          if (sides.every((side, v) => energy(problem, sides.with(v, 3 - side)) >= own)) expected.push(sides);
        }
        const { minima, configurations } = landscape(problem);
        expect(minima.map((m) => m.sides).toSorted()).toEqual(expected.toSorted());
        expect(minima.reduce((sum, m) => sum + m.basin, 0)).toBe(configurations);
        for (const m of minima) expect(m.energy).toBe(energy(problem, m.sides));
      }),
      { numRuns: 200 },
    );
  });

  it("has its lowest point where the frustration of sizes times propensities is least", () => {
    fc.assert(
      fc.property(problems, (raw) => {
        const problem = problemOf(raw);
        const ties: Tie[] = [];
        problem.actors.forEach((a, i) => {
          problem.actors.slice(0, i).forEach((b, j) => {
            ties.push([a, b, problem.size[i] * problem.size[j] * problem.propensity[i][j]]);
          });
        });
        const { value } = frustration(signedNetwork(ties, { actors: problem.actors }));
        const repulsion = ties.reduce((sum, [, , w]) => sum + Math.max(0, -w), 0);
        expect(landscape(problem).minima[0].energy).toBe(2 * (value - repulsion) + 0);
      }),
      { numRuns: 100 },
    );
  });

  it("refuses nobody, too many, a size below zero, and propensities that differ by direction", () => {
    const empty = { actors: [], size: [], propensity: [] };
    expect(() => landscape(empty)).toThrow(/there are 0/);
    const many = Array.from({ length: 25 }, (_, i) => `a${i}`);
    expect(() => landscape({ actors: many, size: many.map(() => 1), propensity: [] })).toThrow(
      /there are 25/,
    );
    const two = {
      actors: ["a", "b"],
      size: [1, 1],
      propensity: [
        [0, 1],
        [1, 0],
      ],
    };
    expect(() => landscape({ ...two, size: [1, -1] })).toThrow(/size of b is -1/);
    expect(() =>
      landscape({
        ...two,
        propensity: [
          [0, 1],
          [2, 0],
        ],
      }),
    ).toThrow(/one number both ways/);
    expect(() => landscape({ ...two, propensity: [[0], [2, 0]] })).toThrow(/one number both ways/);
    expect(landscape({ actors: ["a"], size: [1], propensity: [[0]] }).minima).toEqual([
      { sides: [1], energy: 0, basin: 1, strict: false },
    ]);
  });
});
