import { describe, expect, it } from "vitest";
import { readMarked as read } from "../../../test/worlds/marked.ts";

const WORLD = `actors: [{ id: a, name: A, kind: party }, { id: b, name: B, kind: party }]
fronts: [{ id: f, name: F }]
issues: [{ id: oil, name: Oil, low: a, high: b, front: f, status_quo: 5 }]
`;

describe("a table in a CSV file", () => {
  it("holds ranges, numbers, true and false, several sources, texts with commas, and nothing", () => {
    const files = {
      "w.yaml": WORLD,
      "stakes.csv":
        'actor,issue,position,salience,note\na,oil,10|20|30,0.5,"x, ""y""\nz"\nb,oil,"[10, 20, 30]",1e-1,\n',
      "relations.csv": "from,to,value,mutual,source,note\r\na,b,-0.5,true,s; s,2012\r\n\r\n",
      "events.csv": "id,date,by,type,text\ne,2011,a,ACCUSE,true\n",
    };
    const { found, world } = read("", files);
    expect(found).toEqual([]);
    expect(world?.stakes).toEqual([
      { actor: "a", issue: "oil", position: [10, 20, 30], salience: 0.5, note: 'x, "y"\nz' },
      { actor: "b", issue: "oil", position: [10, 20, 30], salience: 0.1 },
    ]);
    expect(world?.relations).toEqual([
      { from: "a", to: "b", value: -0.5, mutual: true, source: ["s", "s"], note: "2012" },
    ]);
    expect(world?.events).toEqual([{ id: "e", date: "2011", by: "a", type: "ACCUSE", text: "true" }]);
  });

  it("is joined with a section of the same name in YAML", () => {
    const yaml = "events: [{ id: y, date: 2010, by: a, type: X, text: t }]\n";
    const csv = "id,date,by,type,text\nc,2011,a,X,t\n";
    const ids = (file: string) =>
      read("", { "w.yaml": WORLD, [file]: yaml, "events.csv": csv }).world?.events.map(({ id }) => id);
    expect(ids("a.yaml")).toEqual(["y", "c"]);
    expect(ids("x.yaml")).toEqual(["c", "y"]);
  });

  it.each<[string, string, string]>([
    ["csv/quote", "a quotation mark that is not closed", 'from,to,value\na,b,▸"0.5\n'],
    ["csv/quote", "text after a quotation mark", 'from,to,value,note\na,b,0.5,"x"▸y\n'],
    ["csv/cells", "a row with too many cells", "from,to,value\n▸a,b,0,5\n"],
    ["csv/cells", "a row with too few cells", "from,to,value\na,b,0.5\n▸b,a\n"],
    ["csv/header", "an empty file", "▸"],
    ["csv/header", "a column that stands twice", "from,to,value,▸to\na,b,0.5,a\n"],
    ["csv/header", "a column without a name", "from,to,value,▸\na,b,0.5,\n"],
    ["csv/separator", "semicolons", "▸from;to;value\na;b;0,5\n"],
    ["csv/separator", "tabs", "▸from\tto\tvalue\na\tb\t0.5\n"],
    ["case/unknown-key", "a column that is not known", "from,to,value,▸sorce\na,b,0.5,s\n"],
    ["case/missing-key", "a row without a value", "from,to,value\n▸a,b,\n".replace("▸a,b,", "a,b,▸")],
    ["case/bounds", "a value above its bounds", "from,to,value\na,b,▸2\n"],
    ["case/bounds", "a part of a range above its bounds", "from,to,value\na,b,▸0|1|2\n"],
    ["case/range", "a range upside down", "from,to,value\na,b,▸1|0|0.5\n"],
    ["case/type", "a word for a number", "from,to,value\na,b,▸high\n"],
    ["case/type", "a word for true or false", "from,to,value,mutual\na,b,0.5,▸yes\n"],
    ["case/reference", "an actor that is not there", "from,to,value\na,▸c,0.5\n"],
    ["case/reference", "a source in a cell over two lines", 'from,to,value,note,source\na,b,0.5,"x\ny",▸t\n'],
    ["case/repeated", "a row that stands twice", "from,to,value\na,b,0.5\n▸a,b,0.5\n"],
  ])("%s: %s", (code, _, text) => {
    const { found, expected } = read(code, { "w.yaml": WORLD, "relations.csv": text });
    expect(found.filter((finding) => finding.startsWith(code))).toEqual(expected);
  });
});

describe("a series", () => {
  const files = (csv: string, item = "column: deaths") => ({
    "w.yaml": `series:\n  - { id: d, name: D, file: series/d.csv, unit: deaths, ${item} }\n`,
    "series/d.csv": csv,
  });

  it("is read from its column, by month", () => {
    const { found, world } = read("", files("month,other,deaths\n2011-11-01,1,\n2011-12,2,30\n"));
    expect(found).toEqual([]);
    expect(world?.values).toEqual({ d: { id: "d", months: ["2011-12"], values: [30] } });
    const winter = read("", files("month,deaths\n2010-11,1\n2010-12,2\n2011-01,3\n2011-02,\n")).world;
    expect(winter?.values.d).toEqual({
      id: "d",
      months: ["2010-11", "2010-12", "2011-01"],
      values: [1, 2, 3],
    });
  });

  it.each<[string, string]>([
    ["a month that is none", "month,deaths\n▸2011-13,1\n"],
    ["a year for a month", "month,deaths\n▸2011,1\n"],
    ["a month left out", "month,deaths\n2011-01,1\n▸2011-03,1\n"],
    ["a month twice", "month,deaths\n2011-01,1\n▸2011-01,1\n"],
    ["a hole", "month,deaths\n2011-01,1\n2011-02,\n▸2011-03,1\n"],
    ["a value that is no number", "month,deaths\n2011-01,▸n/a\n"],
  ])("case/series: %s", (_, csv) => {
    const { found, expected } = read("case/series", files(csv));
    expect(found).toEqual(expected);
  });

  it("says where its column, its file or its hindsight is wrong", () => {
    const csv = "month,deaths\n2011-12,1\n";
    const column = read("case/series", files(csv, "column: ▸deathes"));
    expect(column.found).toEqual(column.expected);
    expect(column.findings[0].expected).toBe("deaths");
    const late = read("case/hindsight", files(`${csv}2012-01,5\n`));
    expect(late.found).toEqual(["case/hindsight w.yaml:2:29"]);
    const other = { ...files(csv), "w.yaml": files(csv)["w.yaml"].replace("series/d.csv", "▸series/e.csv") };
    const missing = read("file/missing", other);
    expect(missing.found).toEqual(missing.expected);
    expect(read("", files("")).found).toEqual(["csv/header series/d.csv:1:1"]);
  });
});
