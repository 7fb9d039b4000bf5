import { describe, expect, it } from "vitest";
import { readMarked } from "../../../test/worlds/marked.ts";

const csv = (column: string, months: readonly string[]) =>
  `month,${column}\n${months.map((month) => `${month},1`).join("\n")}\n`;
const series = (items: string) => `series:\n${items}`;
const deaths = "  - { id: deaths, name: D, file: d.csv, column: deaths, unit: deaths, kind: violence }\n";
const COUNTED = csv("deaths", ["2011-10", "2011-11", "2011-12"]);

describe("a driver of violence", () => {
  it("covers the months in which violence is counted", () => {
    const { found, expected, findings } = readMarked("case/driver", {
      "d.csv": COUNTED,
      "p.csv": csv("vote", ["2011-11", "2011-12"]),
      "series.yaml": series(
        `${deaths}  - { id: vote, name: V, file: ▸p.csv, column: vote, unit: 0 or 1, kind: driver }\n`,
      ),
    });
    expect(found).toEqual(expected);
    expect(findings[0].message).toContain("from 2011-11 to 2011-12");
    expect(findings[0].message).toContain("2011-10 to 2011-12");
    const whole = readMarked("", {
      "d.csv": COUNTED,
      "p.csv": csv("vote", ["2011-09", "2011-10", "2011-11", "2011-12"]),
      "series.yaml": series(
        `${deaths}  - { id: vote, name: V, file: p.csv, column: vote, unit: 0 or 1, kind: driver }\n`,
      ),
    });
    expect(whole.found).toEqual([]);
  });

  it("wants a count that it could drive", () => {
    const { found, expected } = readMarked("case/driver", {
      "p.csv": csv("vote", ["2011-11", "2011-12"]),
      "series.yaml": series(
        "  - { id: vote, name: V, file: p.csv, column: vote, unit: 0 or 1, kind: ▸driver }\n",
      ),
    });
    expect(found).toEqual(expected);
  });
});
