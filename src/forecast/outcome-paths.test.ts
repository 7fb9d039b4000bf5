import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Happening, outcomePaths } from "./outcome-paths.ts";

const weight = new Map([
  ["fall", 5],
  ["split", 3],
  ["vote", 2],
]);
const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom("fall", "split", "vote", "talk"),
  day: fc.nat(364),
});
const futures = fc.array(fc.array(happening, { maxLength: 8 }), { minLength: 1, maxLength: 60 });

describe("paths of outcomes", () => {
  it("hold every future exactly once, the commonest path first", () => {
    fc.assert(
      fc.property(futures, fc.integer({ min: 1, max: 4 }), (given, most) => {
        const { paths } = outcomePaths(given, { weight, most });
        expect(paths.flatMap((path) => path.futures).sort((a, b) => a - b)).toEqual(given.map((_, k) => k));
        const sizes = paths.map((path) => path.futures.length);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        for (const path of paths) expect(path.futures).toContain(path.like);
      }),
    );
  });

  it("have in order what happened first, and nothing that has no weight", () => {
    fc.assert(
      fc.property(futures, (given) => {
        const { told, paths } = outcomePaths(given, { weight, most: 3 });
        expect(told).not.toContain("talk");
        const first = (future: readonly Happening[], what: string): number =>
          Math.min(...future.filter((one) => one.what === what).map((one) => one.day));
        for (const { steps, futures: members } of paths) {
          for (const member of members) {
            const days = steps.map(({ what }) => first(given[member], what));
            expect(days).toEqual([...days].sort((a, b) => a - b));
            const there = new Set(given[member].map(({ what }) => what));
            expect(new Set(steps.map(({ what }) => what))).toEqual(
              new Set(told.filter((what) => there.has(what))),
            );
          }
        }
      }),
    );
  });

  it("tell the same whatever order the futures come in", () => {
    fc.assert(
      fc.property(futures, (given) => {
        const said = (all: readonly (readonly Happening[])[]) =>
          outcomePaths(all, { weight, most: 2 })
            .paths.map(({ steps, futures: members }) => JSON.stringify([steps, members.length]))
            .sort();
        expect(said([...given].reverse())).toEqual(said(given));
      }),
    );
  });

  it("by hand: two of four futures split, one of them falls after it", () => {
    const given = [
      [
        { what: "fall", day: 30 },
        { what: "split", day: 10 },
      ],
      [{ what: "split", day: 20 }],
      [],
      [],
    ];
    const { told, paths } = outcomePaths(given, { weight, most: 3 });
    // Weight × p(1 − p): the split 3 × ¼ = 0.75, the fall 5 × ¼ × ¾ ≈ 0.94; nobody votes.
    expect(told).toEqual(["fall", "split"]);
    expect(paths.map(({ steps }) => steps.map(({ what, day }) => `${what} ${day}`))).toEqual([
      [],
      ["split 10", "fall 30"],
      ["split 20"],
    ]);
  });

  it("leaves out what happens in all futures: it tells none apart", () => {
    const { told, paths } = outcomePaths([[{ what: "fall", day: 1 }], [{ what: "fall", day: 9 }]], {
      weight,
      most: 2,
    });
    expect(told).toEqual([]);
    expect(paths).toHaveLength(1);
  });

  it("refuses to make paths of nothing", () => {
    expect(() => outcomePaths([], { weight, most: 0 })).toThrow(/1 or more/);
  });
});
