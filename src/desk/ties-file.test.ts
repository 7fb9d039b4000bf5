import { describe, expect, it } from "vitest";
import { frustration } from "../measure/index.ts";
import { tiesFile } from "./ties-file.ts";

describe("a file of ties", () => {
  it("is one network, whatever its columns and signs are called", () => {
    const [only, ...rest] = tiesFile("t.csv", "Source,Target,Sign\na,b,-\nb,c,hostile\na,c,-2\n", false);
    expect(rest).toEqual([]);
    expect([...only.network.weight]).toEqual([-1, -1, -2]);
    expect(frustration(only.network).value).toBe(1);
  });

  it("is the case format's own table of relations too, whose signed weight is its value", () => {
    const [{ network }] = tiesFile(
      "relations.csv",
      'from,to,value,source\na,b,-0.6,press\nb,c,"[0.2, 0.4, 0.5]",press\n',
      false,
    );
    expect([network.ids, [...network.weight]]).toEqual([
      ["a", "b", "c"],
      [-0.6, 0.4],
    ]);
  });

  it("is a network for each year, in the order of the years", () => {
    const text = "year,from,to,sign\n1000,a,b,1\n999,a,b,-1\n1000,b,c,1\n";
    expect(tiesFile("t.csv", text, false).map(({ time, network }) => [time, network.from.length])).toEqual([
      ["999", 1],
      ["1000", 2],
    ]);
  });

  it("tells every line that is no tie, not only the first", () => {
    const text = "from,to,sign\na,b,1\na,,1\nb,b,1\na,c,\na,d,foe\n";
    expect(() => tiesFile("t.csv", text, false)).toThrow(
      [
        "t.csv:3: a tie needs two actors; one has no name.",
        "t.csv:4: ties b to itself; leave the row out.",
        't.csv:5: "" in the column sign is no sign: give 1, -1, 0, +, - or a signed weight.',
        't.csv:6: "foe" in the column sign is no sign: give 1, -1, 0, +, - or a signed weight.',
      ].join("\n"),
    );
  });

  it("refuses a year that is no year, and a date that is no date", () => {
    expect(() => tiesFile("t.csv", "year,from,to,sign\n20x1,a,b,1\n,a,c,1\n-480,a,d,1\n", false)).toThrow(
      [
        't.csv:2: "20x1" in the column year is no year: write 2012, 2012-01 or 2012-01-10.',
        't.csv:3: "" in the column year is no year: write 2012, 2012-01 or 2012-01-10.',
      ].join("\n"),
    );
    expect(() => tiesFile("t.csv", "date,from,to,sign\n2012-02-30,a,b,1\n", false)).toThrow(
      't.csv:2: "2012-02-30" in the column date is no date',
    );
  });

  it("says that semicolons or tabs part the cells, where they do", () => {
    expect(() => tiesFile("t.csv", "from;to;sign\na;b;1\n", false)).toThrow(
      "t.csv has its cells parted by semicolons; save it with commas between them.",
    );
    expect(() => tiesFile("t.csv", "from\tto\tsign\na\tb\t1\n", false)).toThrow("parted by tabs");
  });

  it("says which columns it needs", () => {
    expect(() => tiesFile("t.csv", "from,to\na,b\n", false)).toThrow(
      "t.csv has no column sign or weight or tie or value",
    );
  });
});
