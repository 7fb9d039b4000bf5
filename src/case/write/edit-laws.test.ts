import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneFile, STYLES, textIn, touched } from "../../../test/worlds/edited.ts";
import { newCase } from "../new/new-case.ts";
import { addDatum, removeDatum, setDatum } from "./edit.ts";
import { changedFiles, editable, files } from "./editable.ts";
import type { Plain } from "./render.ts";

describe("addDatum and removeDatum", () => {
  it("add an item below the last, and take it out again without a trace", () => {
    for (const newline of ["\n", "\r\n"]) {
      const text = STYLES.replaceAll("\n", newline);
      const added = addDatum(oneFile(text), "actors", { id: "orland", name: "Orland", kind: "state" });
      expect(touched(text, textIn(added))).toEqual({
        old: [],
        new: [`  - { id: orland, name: Orland, kind: state }${newline === "\n" ? "" : "\r"}`],
      });
      expect(textIn(removeDatum(added, "actors", "orland"))).toBe(text);
    }
  });

  it("take an item out with its lines, and leave the comments around it", () => {
    const result = textIn(removeDatum(oneFile(STYLES), "actors", "ridge"));
    expect(touched(STYLES, result)).toEqual({
      old: ["  - { id: ridge, name: Tomas Ridge, pace: 12, }   # second"],
      new: [],
    });
  });

  it("begin an empty list, an empty section, a missing section and an empty file", () => {
    const stake = { actor: "vale", issue: "x" };
    expect(textIn(addDatum(oneFile(STYLES), "stakes", stake))).toContain(
      "\nstakes: [{ actor: vale, issue: x }]\n",
    );
    expect(textIn(addDatum(oneFile(STYLES), "relations", { from: "a", to: "b" }))).toContain(
      "\nrelations: [{ from: a, to: b }]\n",
    );
    expect(textIn(addDatum(oneFile(STYLES), "posts", { id: "p" }))).toBe(
      `${STYLES}\nposts:\n  - { id: p }\n`,
    );
    expect(textIn(addDatum(oneFile(""), "posts", { id: "p" }))).toBe("posts:\n  - { id: p }\n");
    const other = addDatum(oneFile(STYLES), "posts", { id: "p" }, "posts.yaml");
    expect(textIn(other, "posts.yaml")).toBe("posts:\n  - { id: p }\n");
    expect([...changedFiles(other).keys()]).toEqual(["posts.yaml"]);
  });

  it("leave an empty list where the last item is taken out", () => {
    expect(
      textIn(
        removeDatum(oneFile("posts:\n  # none left\n  - id: p # p\n    name: P\nfronts: []\n"), "posts", "p"),
      ),
    ).toBe("posts:\n  # none left\n  [] # p\nfronts: []\n".replace(" # p", ""));
  });
});

describe("a table", () => {
  const TABLE = 'actor,issue,position,source\nvale,tax,1|2|3,"a; b"\nridge,tax,"say ""x"", y",\n';

  it("changes one cell, adds a row and takes one out", () => {
    for (const newline of ["\n", "\r\n"]) {
      const text = TABLE.replaceAll("\n", newline);
      const document = oneFile(text, "stakes.csv");
      const set = setDatum(document, "stakes", { actor: "vale" }, ["position"], [4, 5, 6]);
      expect(textIn(set, "stakes.csv")).toBe(text.replace("1|2|3", "4|5|6"));
      const quoted = setDatum(document, "stakes", { actor: "ridge" }, ["source"], "a, b");
      expect(textIn(quoted, "stakes.csv")).toBe(text.replace(`y",${newline}`, `y","a, b"${newline}`));
      const added = addDatum(document, "stakes", { issue: "war", actor: "moss", source: ["a", "b"] });
      expect(textIn(added, "stakes.csv")).toBe(`${text}moss,war,,a; b${newline}`);
      expect(textIn(removeDatum(added, "stakes", { actor: "moss" }), "stakes.csv")).toBe(text);
    }
  });

  it("refuses a column that is not there and a value that no cell can hold", () => {
    const document = oneFile(TABLE, "stakes.csv");
    const set = (path: string[], value: Plain) => () => setDatum(document, "stakes", 0, path, value);
    expect(set(["note"], "x")).toThrow(expect.objectContaining({ code: "edit/column" }));
    expect(set(["source"], { a: 1 })).toThrow(expect.objectContaining({ code: "edit/cell" }));
    expect(set(["source", "x"], "a")).toThrow(expect.objectContaining({ code: "edit/path" }));
  });
});

describe("writing what was read", () => {
  it("gives the same bytes for any unchanged folder", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.uint8Array({ maxLength: 50 })), (entries) => {
        const folder = new Map(Object.entries(entries));
        expect([...files(editable(folder))]).toEqual([...folder]);
      }),
    );
  });

  it("restores every byte when a value is changed and changed back, anywhere in a new case", () => {
    const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
    const document = editable(folder);
    const values: readonly [Parameters<typeof setDatum>[1], string, string[], Plain, Plain][] = [
      ["actors", "vale", ["name"], "Anna Vale", "Someone Else"],
      ["blocs", "harvest-list", ["elected"], 42, 41],
      ["posts", "interior", ["acting"], true, false],
      ["issues", "autonomy", ["status_quo"], 30, [1, 2, 3]],
      ["pacts", "coalition-pact", ["parties"], ["civic-list", "harvest-list"], ["civic-list", "free-list"]],
      ["outside", "drought", ["probability"], [0.1, 0.25, 0.4], 1],
      ["questions", "vale-in-office", ["text_odds"], 0.85, 0.5],
    ];
    for (const [section, id, path, old, other] of values) {
      const changed = setDatum(document, section, id, path, other);
      const file = [...changed.changed.keys()][0];
      expect(textIn(changed, file)).not.toBe(textIn(document, file));
      expect(textIn(setDatum(changed, section, id, path, old), file)).toBe(textIn(document, file));
    }
  });

  it("reads back any text and any number it has written, and leaves all other lines alone", () => {
    const value = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "null",
        "true",
        "~",
        "- a",
        "a: b",
        "#x",
        "*x",
        "&x",
        "0x1",
        "1e3",
        " x ",
        "x\n",
        "'",
        "]",
        "2012-01-10",
        "\u00a0",
        "\u3000x\u2003",
        "\u2028",
        "\ufeff",
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
      fc.boolean(),
      fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
    );
    const path = fc.constantFrom(["name"], ["note"], ["aims", "own"], ["country"], ["x-y"]);
    fc.assert(
      fc.property(fc.constantFrom("vale", "ridge", "moss"), path, value, (id, where, content) => {
        const before = oneFile(STYLES);
        const after = setDatum(before, "actors", id, where, content);
        expect(setDatum(after, "actors", id, where, content)).toBe(after);
        const lines = touched(STYLES, textIn(after));
        expect(lines.old.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 40 },
    );
  });
});
