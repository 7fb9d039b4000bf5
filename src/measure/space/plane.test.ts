import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlaneCommittee, type Point, planeCore, planeVetoWinset, prevailsOver, yolk } from "./index.ts";

const pentagon: readonly Point[] = Array.from({ length: 5 }, (_, k) => [
  Math.cos((k * 2 * Math.PI) / 5),
  Math.sin((k * 2 * Math.PI) / 5),
]);
const ones = (n: number): number[] => new Array<number>(n).fill(1);
const far = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

const committees: fc.Arbitrary<PlaneCommittee> = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 20 }),
      y: fc.integer({ min: 0, max: 20 }),
      w: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((voters) => ({
    ideals: voters.map(({ x, y }) => [x, y] as const),
    weights: voters.map(({ w }) => w),
  }));

/** The distance from a point to the farthest median line, over many directions. */
function farthest({ ideals, weights }: PlaneCommittee, centre: Point, directions: number): number {
  const half = weights.reduce((sum, w) => sum + w, 0) / 2;
  let most = 0;
  for (let k = 0; k < directions; k++) {
    const angle = (k * 2 * Math.PI) / directions;
    const along = ([x, y]: Point): number => Math.cos(angle) * x + Math.sin(angle) * y;
    // the median line farthest out in this direction: the last with half the weight beyond or on it
    const offset = Math.max(
      ...ideals
        .map(along)
        .filter(
          (t) => weights.reduce((sum, w, i) => sum + (along(ideals[i]) >= t - 1e-12 ? w : 0), 0) >= half,
        ),
    );
    most = Math.max(most, Math.abs(along(centre) - offset));
  }
  return most;
}

describe("the yolk", () => {
  it("of a triangle is its inscribed circle", () => {
    // sides 3, 4, 5: radius area / half perimeter = 6 / 6
    const { centre, radius, method } = yolk({
      ideals: [
        [0, 0],
        [4, 0],
        [0, 3],
      ],
      weights: ones(3),
    });
    expect(centre[0]).toBeCloseTo(1, 12);
    expect(centre[1]).toBeCloseTo(1, 12);
    expect(radius).toBeCloseTo(1, 12);
    expect(method).toBe("exact");
  });

  it("of a regular pentagon touches its diagonals", () => {
    const { centre, radius } = yolk({ ideals: pentagon, weights: ones(5) });
    expect(far(centre, [0, 0])).toBeLessThan(1e-12);
    expect(radius).toBeCloseTo(Math.cos((2 * Math.PI) / 5), 12);
  });

  it("is a point where Plott's pairs balance", () => {
    const ideals: Point[] = [
      [1, 0],
      [0, 0],
      [3, 0],
      [1, 2],
      [1, -1],
    ];
    expect(yolk({ ideals, weights: ones(5) })).toMatchObject({ centre: [1, 0], radius: 0 });
    expect(yolk({ ideals: [[3, 4]], weights: [2] })).toMatchObject({ centre: [3, 4], radius: 0 });
  });

  it("meets every median line, and no smaller circle does", () => {
    fc.assert(
      fc.property(committees, fc.integer({ min: 1, max: 9999 }), (committee, salt) => {
        const { centre, radius, lower, method } = yolk(committee);
        expect(method).toBe("exact");
        expect(lower).toBeLessThanOrEqual(radius + 1e-9);
        expect(farthest(committee, centre, 720)).toBeLessThanOrEqual(radius + 1e-9);
        // the largest distance is convex in the centre: any other centre is no better
        for (let k = 1; k <= 12; k++) {
          const step = radius * 0.3 + 0.05;
          const other: Point = [centre[0] + step * Math.cos(k * salt), centre[1] + step * Math.sin(k * salt)];
          expect(farthest(committee, other, 7200)).toBeGreaterThanOrEqual(radius - 2e-3 * (radius + 1));
        }
      }),
      { numRuns: 25 },
    );
  });

  it("moves, turns and grows with the ideal points", () => {
    fc.assert(
      fc.property(committees, ({ ideals, weights }) => {
        const one = yolk({ ideals, weights });
        const other = yolk({ ideals: ideals.map(([x, y]) => [5 - 2 * y, 2 * x + 1]), weights });
        expect(other.radius).toBeCloseTo(2 * one.radius, 8);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the core in the plane", () => {
  it.each([
    [3, 0],
    [4, 5],
    [5, 5],
  ])("of a regular pentagon with quota %d has %d corners", (quota, corners) => {
    expect(planeCore({ ideals: pentagon, weights: ones(5), quota })).toHaveLength(corners);
  });

  it("with quota 4 of 5 is the pentagon that the diagonals enclose", () => {
    // its circumradius is cos 72° / cos 36°
    for (const corner of planeCore({ ideals: pentagon, weights: ones(5), quota: 4 })) {
      expect(far(corner, [0, 0])).toBeCloseTo(Math.cos((2 * Math.PI) / 5) / Math.cos(Math.PI / 5), 9);
    }
  });

  it("is a point where Plott's pairs balance, and a segment on a line", () => {
    const ideals: Point[] = [
      [1, 0],
      [0, 0],
      [3, 0],
      [1, 2],
      [1, -1],
    ];
    const [centre, ...none] = planeCore({ ideals, weights: ones(5), quota: 3 });
    expect(far(centre, [1, 0])).toBeLessThan(1e-9);
    expect(none).toEqual([]);
    const segment = planeCore({
      ideals: [
        [0, 0],
        [1, 1],
        [3, 3],
      ],
      weights: ones(3),
      quota: 3,
    });
    expect(segment).toHaveLength(2);
    expect(
      planeCore({
        ideals: [
          [2, 2],
          [2, 2],
        ],
        weights: ones(2),
        quota: 2,
      }),
    ).toEqual([[2, 2]]);
  });

  it("holds only points that nothing near beats, and all of them", () => {
    fc.assert(
      fc.property(committees, fc.double({ min: 0.51, max: 1, noNaN: true }), (committee, part) => {
        const quota = part * committee.weights.reduce((sum, w) => sum + w, 0);
        const rule = { ...committee, quota };
        const corners = planeCore(rule);
        const isBeaten = (x: Point): boolean =>
          Array.from({ length: 360 }, (_, k) => (k * Math.PI) / 180).some((angle) =>
            prevailsOver(rule, [x[0] + 1e-4 * Math.cos(angle), x[1] + 1e-4 * Math.sin(angle)], x),
          );
        // how far a point lies inside the polygon; below 0 outside, or if there is no inside
        const depth = (x: Point): number =>
          corners.length < 3
            ? -Math.min(Infinity, ...corners.map((corner) => far(corner, x)))
            : Math.min(
                ...corners.map((corner, k) => {
                  const next = corners[(k + 1) % corners.length];
                  const edge = [next[0] - corner[0], next[1] - corner[1]];
                  return (edge[0] * (x[1] - corner[1]) - edge[1] * (x[0] - corner[0])) / far(corner, next);
                }),
              );
        for (let k = 0; k < 60; k++) {
          const x: Point = [((k * 7) % 21) + 0.3, ((k * 11) % 21) + 0.6];
          if (depth(x) > 0.01) expect(isBeaten(x)).toBe(false);
          if (depth(x) < -0.5 && corners.length !== 2) expect(isBeaten(x)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["a quota of half", { quota: 2.5 }, "space/quota"],
    [
      "an ideal point that is no point",
      { ideals: [[0, Number.NaN], ...pentagon.slice(1)] },
      "space/position",
    ],
    ["a missing weight", { weights: [1] }, "space/length"],
    ["weights of nothing", { weights: [0, 0, 0, 0, 0] }, "space/weight"],
    ["a negative weight", { weights: [1, 1, 1, 1, -1] }, "space/weight"],
  ])("refuses %s", (_what, change, code) => {
    const rule = { ideals: pentagon, weights: ones(5), quota: 3, ...change } as Parameters<
      typeof planeCore
    >[0];
    expect(() => planeCore(rule)).toThrow(expect.objectContaining({ code }));
  });
});

describe("the winset of veto players in the plane", () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
    minLength: 1,
    maxLength: 5,
  });

  it("has corners and arcs on the boundary: liked by all, gained on by none beyond", () => {
    fc.assert(
      fc.property(
        places,
        fc.tuple(fc.integer({ min: -3, max: 15 }), fc.integer({ min: -3, max: 15 })),
        (ideals, at) => {
          const winset = planeVetoWinset(ideals, at);
          if (winset === undefined) return;
          const isLiked = (p: Point, room: number): boolean =>
            ideals.every((ideal) => far(ideal, p) <= far(ideal, at) + room);
          for (const corner of winset.corners) {
            expect(isLiked(corner, 1e-6)).toBe(true);
            expect(ideals.some((ideal) => Math.abs(far(ideal, corner) - far(ideal, at)) < 1e-6)).toBe(true);
          }
          expect(winset.arcs.length).toBe(winset.corners.length);
          for (const { around, from, to } of winset.arcs) {
            for (const point of [from, to]) {
              expect(Math.abs(far(ideals[around], point) - far(ideals[around], at))).toBeLessThan(1e-6);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is empty exactly where no point near the status quo is better for all", () => {
    fc.assert(
      fc.property(
        places,
        fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })),
        (ideals, at) => {
          const step = 1e-5;
          const better = Array.from({ length: 720 }, (_, k) => (k * Math.PI) / 360).some((angle) => {
            const near: Point = [at[0] + step * Math.cos(angle), at[1] + step * Math.sin(angle)];
            return ideals.every((ideal) => far(ideal, near) < far(ideal, at) - 1e-9);
          });
          expect(planeVetoWinset(ideals, at) !== undefined).toBe(better);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("of one veto player is its whole circle", () => {
    expect(planeVetoWinset([[0, 1]], [2, 0])).toEqual({
      corners: [[2, 0]],
      arcs: [{ around: 0, from: [2, 0], to: [2, 0] }],
    });
  });

  it("of two is a lens, each side bounded by the player across", () => {
    const { corners, arcs } = planeVetoWinset(
      [
        [0, 1],
        [4, 1],
      ],
      [2, 0],
    )!;
    expect(corners).toEqual([
      [2, 0],
      [2, 2],
    ]);
    // counterclockwise: up the right side, which lies on the circle of the player to the left
    expect(arcs.map(({ around }) => around)).toEqual([0, 1]);
  });
});
