import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportionments, gamsonDepartures, gamsonShares, ministries } from "./index.ts";

describe("Gamson's law", () => {
  it("divides ministries as the coalition's seats", () => {
    expect(gamsonShares([60, 30, 10])).toEqual([0.6, 0.3, 0.1]);
  });

  it("deals out whole ministries, each way by its textbook example", () => {
    // 53, 24, 23 of 100 and 7 posts: a case in which the ways differ
    const seats = [53, 24, 23];
    expect(ministries(seats, 7, "largest-remainder")).toEqual([4, 2, 1]);
    expect(ministries(seats, 7, "sainte-lague")).toEqual([3, 2, 2]);
    expect(ministries(seats, 7, "dhondt")).toEqual([4, 2, 1]);
    // the line: (0.0691 + 0.7927 · 0.53) / (3 · 0.0691 + 0.7927) · 7 = 3.42, 1.82, 1.76
    expect(ministries(seats, 7, "line")).toEqual([3, 2, 2]);
    // 16 and 1 seats have claims of 8 to 1: of nine posts, eight and one; in proportion 8.47 and 0.53
    expect(ministries([16, 1], 9)).toEqual([8, 1]);
    // 81 and 1: 27 to 1
    expect(ministries([81, 1], 28)).toEqual([27, 1]);
    expect(ministries([81, 1], 28, "largest-remainder")).toEqual([28, 0]);
  });

  it("deals out every post, and none to who brings nothing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 40 }),
        (seats, posts) => {
          fc.pre(seats.some((count) => count > 0));
          for (const { id } of apportionments) {
            const dealt = ministries(seats, posts, id);
            expect(dealt.reduce((a, b) => a + b, 0)).toBe(posts);
            for (const [i, count] of dealt.entries()) {
              expect(Number.isInteger(count) && count >= 0).toBe(true);
              if (seats[i] === 0) expect(count).toBe(0);
            }
          }
        },
      ),
    );
  });

  it("measures departures that cancel out", () => {
    const departures = gamsonDepartures([90, 10], [8, 2]);
    expect(departures[1]).toBeCloseTo(0.1, 15);
    expect(departures[0] + departures[1]).toBeCloseTo(0, 15);
  });

  it.each<[() => unknown, string]>([
    [() => gamsonShares([]), "gamson/seats"],
    [() => gamsonShares([1, -1]), "gamson/seats"],
    [() => gamsonShares([Number.NaN]), "gamson/seats"],
    [() => ministries([1, 2], 1.5), "gamson/posts"],
    [() => ministries([1, 2], 3, "hare"), "gamson/way"],
    [() => gamsonDepartures([1, 2], [0, 0]), "gamson/posts"],
    [() => gamsonDepartures([1, 2], [1]), "gamson/posts"],
  ])("refuses what it cannot divide: %s", (act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});
