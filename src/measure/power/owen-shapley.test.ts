import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Game, owenShapley, type IdealPoint as Point, shapleyShubik } from "./index.ts";

const cases = fc
  .array(
    fc.record({
      weight: fc.integer({ min: 0, max: 6 }),
      x: fc.integer({ min: -5, max: 5 }),
      y: fc.integer({ min: -5, max: 5 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .filter((voters) => voters.some(({ weight }) => weight > 0))
  .chain((voters) => {
    const weights = voters.map(({ weight }) => weight);
    return fc
      .integer({ min: 1, max: weights.reduce((a, b) => a + b, 0) })
      .map((quota): [Game, Point[]] => [{ quota, weights }, voters.map(({ x, y }) => [x, y])]);
  });

/** The pivot in one direction, with voters at one point in the order of their names. */
function pivotIn({ quota, weights }: Game, positions: readonly Point[], angle: number): number {
  const reach = positions.map(([x, y]) => x * Math.cos(angle) + y * Math.sin(angle));
  const order = positions.map((_, i) => i).sort((a, b) => reach[b] - reach[a] || a - b);
  let votes = 0;
  for (const i of order) {
    votes += weights[i];
    if (votes >= quota) return i;
  }
  return -1;
}

describe("the Owen–Shapley index", () => {
  it("is the part of directions in which each voter is pivotal", () => {
    fc.assert(
      fc.property(cases, ([game, positions]) => {
        const keys = positions.map(String);
        fc.pre(new Set(keys).size === keys.length);
        const shares = owenShapley(game, positions);
        const steps = 2000;
        const counted = game.weights.map(() => 0);
        // an irrational offset keeps the sampled directions off those in which two voters are level
        for (let k = 0; k < steps; k++) {
          counted[pivotIn(game, positions, ((k + 0.3819660113) * 2 * Math.PI) / steps)] += 1 / steps;
        }
        // each of at most 30 arcs is counted to within one step
        for (const [i, share] of shares.entries())
          expect(Math.abs(share - counted[i])).toBeLessThan(31 / steps);
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 60 },
    );
  });

  it("gives each corner of a triangle what its angles leave: by hand", () => {
    // one of three equal voters is in the middle of the order while the direction is within its angle of the triangle,
    // taken both ways: 30°, 60°, 90°
    const positions: Point[] = [
      [0, 0],
      [Math.sqrt(3), 0],
      [0, 1],
    ];
    const shares = owenShapley({ quota: 2, weights: [1, 1, 1] }, positions);
    for (const [i, degrees] of [90, 30, 60].entries()) expect(shares[i]).toBeCloseTo(degrees / 180, 14);
  });

  it("halves power between the pivots from either end where all stand on one line", () => {
    const line: Point[] = [
      [0, 0],
      [1, 2],
      [2, 4],
      [3, 6],
    ];
    expect(owenShapley({ quota: 3, weights: [1, 1, 1, 1] }, line)).toEqual([0, 0.5, 0.5, 0]);
    expect(owenShapley({ quota: 51, weights: [20, 35, 25, 20] }, line)).toEqual([0, 1, 0, 0]);
    expect(owenShapley({ quota: 3, weights: [1, 1, 1, 1, 1] }, [...line, [4, 8]])).toEqual([0, 0, 1, 0, 0]);
  });

  it("is the Shapley–Shubik index where all stand at one point, and a dummy's nothing anywhere", () => {
    const game = { quota: 163, weights: [91, 89, 70, 43, 8, 8, 6, 4, 4, 2] };
    const point: Point = [3, 4];
    const expected = shapleyShubik(game);
    const found = owenShapley(
      game,
      game.weights.map(() => point),
    );
    for (const [i, share] of found.entries()) expect(share).toBeCloseTo(expected[i], 15);
    const eec: Game = { quota: 12, weights: [4, 4, 4, 2, 2, 1] };
    const around = eec.weights.map((_, i): Point => [i, (i * i) % 7]);
    expect(owenShapley(eec, around)[5]).toBe(0);
  });

  it("does not change when the plane is turned, moved or stretched evenly", () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0.1, max: 3, noNaN: true }), ([game, positions], angle) => {
        const turned = positions.map(
          ([x, y]): Point => [
            7 + 2 * (x * Math.cos(angle) - y * Math.sin(angle)),
            2 * (x * Math.sin(angle) + y * Math.cos(angle)) - 3,
          ],
        );
        // coinciding voters would be torn apart by rounding
        fc.pre(new Set(positions.map(String)).size === positions.length);
        const shares = owenShapley(game, positions);
        for (const [i, share] of owenShapley(game, turned).entries()) expect(share).toBeCloseTo(shares[i], 9);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[readonly Point[]]>([
    [[[0, 0]]],
    [
      [
        [0, 0],
        [1, Number.NaN],
      ],
    ],
  ])("refuses positions %j", (positions) => {
    expect(() => owenShapley({ quota: 2, weights: [1, 1] }, positions)).toThrow(
      expect.objectContaining({ code: "spatial/positions" }),
    );
  });
});
