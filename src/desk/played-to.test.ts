import { describe, expect, it } from "vitest";
import { dayOf } from "../base/index.ts";
import { beforeHorizon, lastDay, monthsPlayed } from "./played-to.ts";

describe("the last day that is played", () => {
  const world = { start: dayOf("2018-10-25"), end: dayOf("2019-10-25") };

  it("is that of a calendar month, the first being that of the as-of date", () => {
    expect(monthsPlayed(world, 12)).toBe("12 months, 2018-10-25 to 2019-09-30");
    expect(monthsPlayed(world, 1)).toBe("1 month, 2018-10-25 to 2018-10-31");
  });

  it("is the horizon where the month goes on after it", () => {
    expect(lastDay(world, 13)).toBe("2019-10-25");
    expect(beforeHorizon(world, 13)).toEqual([]);
  });

  it("says by how many months the horizon is reached", () => {
    const said = ["The case's horizon is 2019-10-25: --months 13 plays to it."];
    expect([beforeHorizon(world, 12), beforeHorizon(world, 3)]).toEqual([said, said]);
  });
});
