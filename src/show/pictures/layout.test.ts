import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelPlaces } from "./labels.ts";
import { layout } from "./layout.ts";

const box = { width: 800, height: 500, seed: "test" };

const networks = fc.integer({ min: 1, max: 30 }).chain((n) =>
  fc.record({
    nodes: fc.array(
      fc.oneof(
        fc.record({ faction: fc.integer({ min: 0, max: 1 }) }),
        fc.constant({ faction: undefined as number | undefined }),
      ),
      { minLength: n, maxLength: n },
    ),
    ties: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: n - 1 }),
        to: fc.integer({ min: 0, max: n - 1 }),
        value: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
      { maxLength: 60 },
    ),
  }),
);

describe("the layout of a network", () => {
  it("stands inside its box, each faction on its side, and is the same again", () => {
    fc.assert(
      fc.property(networks, ({ nodes, ties }) => {
        const points = layout(nodes, ties, box);
        points.forEach((point, i) => {
          expect(point.x).toBeGreaterThanOrEqual(0);
          expect(point.x).toBeLessThanOrEqual(box.width);
          expect(point.y).toBeGreaterThanOrEqual(0);
          expect(point.y).toBeLessThanOrEqual(box.height);
          if (nodes.some((node) => node.faction === 1) && nodes[i].faction !== undefined) {
            expect(point.x < box.width / 2).toBe(nodes[i].faction === 0);
          }
        });
        expect(layout(nodes, ties, box)).toEqual(points);
      }),
      { numRuns: 15 },
    );
  });

  it("lets no two nodes touch", () => {
    const nodes = Array.from({ length: 40 }, (_, i) => ({ faction: i % 2, r: 6 + (i % 5) * 3 }));
    const ties = nodes.flatMap((_, i) => [
      { from: i, to: (i * 7 + 2) % 40, value: 0.9 },
      { from: i, to: (i * 3 + 1) % 40, value: -0.5 },
    ]);
    const points = layout(nodes, ties, box);
    points.forEach((a, i) => {
      points.slice(0, i).forEach((b, j) => {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(nodes[i].r + nodes[j].r);
      });
    });
  });

  it("sets friends nearer than those who are not tied", () => {
    const nodes = Array.from({ length: 8 }, () => ({}));
    const ties = [0, 1, 2].flatMap((i) =>
      [1, 2, 3].filter((j) => j > i).map((j) => ({ from: i, to: j, value: 1 })),
    );
    const points = layout(nodes, ties, box);
    const mean = (pairs: readonly (readonly [number, number])[]): number =>
      pairs.reduce(
        (sum, [i, j]) => sum + Math.hypot(points[i].x - points[j].x, points[i].y - points[j].y),
        0,
      ) / pairs.length;
    const friends = ties.map(({ from, to }) => [from, to] as const);
    const others = [0, 1, 2, 3].flatMap((i) => [4, 5, 6, 7].map((j) => [i, j] as const));
    expect(mean(friends)).toBeLessThan(mean(others));
  });
});

describe("labels beside nodes", () => {
  const page = { x: 0, y: 0, width: 400, height: 400 };

  it("stand to the right where nothing is in the way", () => {
    const [place] = labelPlaces([{ x: 100, y: 100, r: 5, width: 50, height: 12 }], page);
    expect(place.anchor).toBe("start");
    expect(place.x).toBeGreaterThan(105);
  });

  it("turn to the left at the right edge", () => {
    const [place] = labelPlaces([{ x: 390, y: 100, r: 5, width: 50, height: 12 }], page);
    expect(place.anchor).toBe("end");
  });

  it("make way for a neighbour", () => {
    const places = labelPlaces(
      [
        { x: 100, y: 100, r: 5, width: 60, height: 12 },
        { x: 130, y: 100, r: 5, width: 60, height: 12 },
      ],
      page,
    );
    expect(places.map((place) => place.anchor)).not.toEqual(["start", "start"]);
  });
});
