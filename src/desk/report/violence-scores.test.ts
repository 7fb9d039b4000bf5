import { describe, expect, it } from "vitest";
import { testCase } from "../../../test/worlds/small-case.ts";
import type { Series } from "../../case/index.ts";
import { violenceOf } from "../violence-choice.ts";
import { against, ruleOf } from "./violence-scores.ts";

const months = Array.from(
  { length: 60 },
  (_, t) => `${2015 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, "0")}`,
);
const series = (id: string, kind: "violence" | "driver"): Series =>
  ({ id, name: id, file: "x.csv", column: id, unit: "deaths a month", kind, source: "s" }) as Series;

function chosen(counts: readonly number[], driver?: readonly number[]) {
  const violence = violenceOf(
    testCase({
      series: [series("deaths", "violence"), ...(driver === undefined ? [] : [series("votes", "driver")])],
      values: {
        deaths: { id: "deaths", months, values: counts },
        ...(driver === undefined ? {} : { votes: { id: "votes", months, values: driver } }),
      },
    }),
  );
  if (violence === undefined) throw new Error("There is violence to be counted.");
  return violence;
}

/** The same year again and again: no model knows it better than last year's month. */
const yearly = Array.from({ length: 60 }, (_, t) => (t % 12 === 3 ? 900 : t % 12 === 7 ? 400 : 20 + (t % 3)));
/** Slow waves with a jump now and then: what comes hangs on what was. */
const fed = Array.from({ length: 60 }, (_, t) => Math.round(100 + 80 * Math.sin(t / 4) + 37 * ((t * t) % 3)));

describe("what the report says of the count that is played", () => {
  it("says that a plain rule is used where it won, and marks it in the table", () => {
    const violence = chosen(yearly);
    expect(ruleOf(violence)?.id).toBe("seasonal-naive");
    const [callout, table] = against(violence);
    expect(callout).toMatchObject({
      kind: "callout",
      title: "A plain rule does better, so the futures use it.",
    });
    if (table.kind !== "table") throw new Error("The scores are a table.");
    expect(table.rows.filter((row) => row.played !== "").map((row) => row.name)).toEqual(["Seasonal naive"]);
  });

  it("says so of a driver that does not help, and that it is left out", () => {
    const violence = chosen(
      fed,
      fed.map((_, t) => (t % 11 === 0 ? 1 : 0)),
    );
    const words = JSON.stringify(against(violence));
    expect(words).toContain("“votes” a factor of");
    if (violence.chosen !== "driven") expect(words).toContain("the futures leave them out");
  });

  it("says that nothing was tried where the months are too few", () => {
    const { scores, ...rest } = chosen(yearly);
    expect(JSON.stringify(against({ ...rest, scores: undefined }))).toContain("too short");
  });
});
