import { describe, expect, it } from "vitest";
import { testCase } from "../../test/worlds/small-case.ts";
import type { Series } from "../case/index.ts";
import { violenceOf } from "./violence-choice.ts";

const months = Array.from(
  { length: 60 },
  (_, t) => `${2015 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, "0")}`,
);
const series = (id: string, kind: "violence" | "driver"): Series =>
  ({ id, name: id, file: "x.csv", column: id, unit: "deaths a month", kind, source: "s" }) as Series;
const withCounts = (counts: readonly number[], driver?: readonly number[]) =>
  testCase({
    series: [series("deaths", "violence"), ...(driver === undefined ? [] : [series("d", "driver")])],
    values: {
      deaths: { id: "deaths", months, values: counts },
      ...(driver === undefined ? {} : { d: { id: "d", months, values: driver } }),
    },
  });

/** The same twelve counts every year, far apart: last year's month is nearly a sure forecast. */
const yearly = Array.from({ length: 60 }, (_, t) => (t % 12 === 3 ? 900 : t % 12 === 7 ? 400 : 20 + (t % 3)));

describe("what futures draw their violence from", () => {
  it("is a plain rule where that did best on the months held back, with its scores beside the others", () => {
    const violence = violenceOf(withCounts(yearly));
    expect(violence?.chosen).toBe("seasonal-naive");
    expect(violence?.model).toMatchObject({ rule: "seasonal-naive", past: yearly });
    expect(violence?.scores?.map((score) => score.id)).toEqual([
      "self-exciting",
      "regression",
      "persistence",
      "trailing-year",
      "seasonal-naive",
      "climatology",
    ]);
  });

  it("is the model, untried, where the months are too few to hold any back", () => {
    const few = withCounts(yearly);
    const violence = violenceOf({
      ...few,
      values: { deaths: { id: "deaths", months: months.slice(0, 26), values: yearly.slice(0, 26) } },
    });
    expect(violence?.chosen).toBe("self-exciting");
    expect(violence?.scores).toBeUndefined();
    expect(violenceOf({ ...few, series: [] })).toBeUndefined();
  });

  it("knows of a driver only what stood at the end of the month before", () => {
    // the count of a month hangs on the driver of the month before, and on nothing else
    const driver = Array.from({ length: 60 }, (_, t) => ((t * t) % 7 < 3 ? 1 : 0));
    const counts = driver.map((_, t) => (t > 0 && driver[t - 1] === 1 ? 300 + (t % 9) : 60 + (t % 5)));
    const violence = violenceOf(withCounts(counts, driver));
    expect(violence?.chosen).toBe("driven");
    expect(violence?.driven?.drivers[0]).toBeGreaterThan(1);
    const last = driver[59] === 1 ? Math.exp(violence?.driven?.drivers[0] ?? 0) : 1;
    const model = violence?.model;
    if (model === undefined || "rule" in model || violence?.driven === undefined)
      throw new Error("not the model");
    expect(model.base).toBeCloseTo(violence.driven.model.base * last, 8);
  });
});
