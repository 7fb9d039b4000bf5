import { describe, expect, it } from "vitest";
import { oneFile, STYLES, textIn, touched } from "../../../test/worlds/edited.ts";

import { removeDatum, setDatum } from "./edit.ts";
import type { Plain } from "./render.ts";

describe("setDatum", () => {
  it.each<[string, string, readonly (string | number)[], Plain | undefined, string[], string[]]>([
    ["a quoted text", "vale", ["name"], "Anna V.", ['    name:  "Anna Vale"'], ['    name:  "Anna V."']],
    [
      "an entry of a list",
      "vale",
      ["aliases", 1],
      "it's",
      ["    aliases: [ the prime minister,  'A. Vale' ]"],
      ["    aliases: [ the prime minister,  'it''s' ]"],
    ],
    [
      "one more entry",
      "vale",
      ["aliases", 2],
      "x, y",
      ["    aliases: [ the prime minister,  'A. Vale' ]"],
      ["    aliases: [ the prime minister,  'A. Vale', \"x, y\" ]"],
    ],
    [
      "a folded text",
      "vale",
      ["note"],
      "Short.",
      ["      Leads the list,", "      and the government."],
      ["      Short."],
    ],
    [
      "a range",
      "vale",
      ["aims", "own"],
      0.75,
      ["      own: [0.5, 1, 2]   # judged"],
      ["      own: 0.75   # judged"],
    ],
    [
      "a number by a range",
      "vale",
      ["aims", "group"],
      [0, 1, 2],
      ["      group: 1"],
      ["      group: [0, 1, 2]"],
    ],
    [
      "a whole mapping",
      "vale",
      ["aims"],
      { own: 1 },
      ["    aims:", "      own: [0.5, 1, 2]   # judged", "      group: 1"],
      ["    aims: { own: 1 }"],
    ],
    ["a new key in a mapping", "vale", ["aims", "policy"], 2, [], ["      policy: 2"]],
    ["a new key of an item", "vale", ["country"], "null", [], ['    country: "null"']],
    [
      "a key in brackets",
      "ridge",
      ["pace"],
      24,
      ["  - { id: ridge, name: Tomas Ridge, pace: 12, }   # second"],
      ["  - { id: ridge, name: Tomas Ridge, pace: 24, }   # second"],
    ],
    [
      "a new key in brackets",
      "ridge",
      ["leader"],
      "vale",
      ["  - { id: ridge, name: Tomas Ridge, pace: 12, }   # second"],
      ["  - { id: ridge, name: Tomas Ridge, pace: 12, leader: vale, }   # second"],
    ],
    [
      "a new mapping in brackets",
      "ridge",
      ["aims", "own"],
      1,
      ["  - { id: ridge, name: Tomas Ridge, pace: 12, }   # second"],
      ["  - { id: ridge, name: Tomas Ridge, pace: 12, aims: { own: 1 }, }   # second"],
    ],
    ["an empty value", "moss", ["leader"], "vale", ["      leader:"], ["      leader: vale"]],
    [
      "a key taken out",
      "vale",
      ["note"],
      undefined,
      ["    note: >-", "      Leads the list,", "      and the government."],
      [],
    ],
    [
      "the first key taken out",
      "moss",
      ["id"],
      undefined,
      ["  -   id: moss", "      name: Ida Moss"],
      ["  -   name: Ida Moss"],
    ],
    [
      "a key in brackets taken out",
      "ridge",
      ["name"],
      undefined,
      ["  - { id: ridge, name: Tomas Ridge, pace: 12, }   # second"],
      ["  - { id: ridge, pace: 12, }   # second"],
    ],
    [
      "an entry taken out",
      "vale",
      ["aliases", 0],
      undefined,
      ["    aliases: [ the prime minister,  'A. Vale' ]"],
      ["    aliases: [ 'A. Vale' ]"],
    ],
  ])("changes %s and no other line", (_, id, path, value, old, now) => {
    for (const newline of ["\n", "\r\n"]) {
      for (const mark of ["", "\uFEFF"]) {
        const text = mark + STYLES.replaceAll("\n", newline);
        const result = textIn(setDatum(oneFile(text), "actors", id, path, value));
        const lines = touched(text, result);
        const end = newline === "\n" ? "" : "\r";
        expect({ old: lines.old, new: lines.new }).toEqual({
          old: old.map((line) => line + end),
          new: now.map((line) => line + end),
        });
      }
    }
  });

  it("gives the same case back for a value that already stands there", () => {
    const document = oneFile(STYLES);
    expect(setDatum(document, "actors", "vale", ["aims"], { group: 1, own: [0.5, 1, 2] })).toBe(document);
    expect(setDatum(document, "actors", "vale", ["country"], undefined)).toBe(document);
  });

  it("finds an item by its place or by its fields", () => {
    const text =
      "stakes:\n  - { actor: a, issue: x, position: 1 }\n  - { actor: a, issue: y, position: 2 }\n";
    const expected = text.replace("position: 2", "position: 3");
    const key = { actor: "a", issue: "y" };
    expect(textIn(setDatum(oneFile(text), "stakes", key, ["position"], 3))).toBe(expected);
    expect(textIn(setDatum(oneFile(text), "stakes", 1, ["position"], 3))).toBe(expected);
  });

  it("changes the head of the case", () => {
    const text = "case:\n  title: Old # here\n";
    expect(textIn(setDatum(oneFile(text), "case", "", ["title"], "New: better"))).toBe(
      'case:\n  title: "New: better" # here\n',
    );
  });

  it.each<[string, string, () => unknown]>([
    ["an item that is not there", "edit/none", () => setDatum(oneFile(STYLES), "actors", "x", ["name"], "y")],
    [
      "two items that answer",
      "edit/several",
      () =>
        setDatum(oneFile("stakes:\n- {actor: a}\n- {actor: a}\n"), "stakes", { actor: "a" }, ["issue"], "y"),
    ],
    [
      "a number that is none",
      "edit/value",
      () => setDatum(oneFile(STYLES), "actors", "vale", ["pace"], Number.NaN),
    ],
    [
      "a way through a text",
      "edit/path",
      () => setDatum(oneFile(STYLES), "actors", "vale", ["name", "x"], "y"),
    ],
    [
      "a place beyond the end of a list",
      "edit/path",
      () => setDatum(oneFile(STYLES), "actors", "vale", ["aliases", 5], "y"),
    ],
    [
      "an anchor",
      "edit/alias",
      () =>
        setDatum(
          oneFile("actors:\n- {id: a, pace: &p 1}\n- {id: b, pace: *p}\n"),
          "actors",
          "a",
          ["pace"],
          2,
        ),
    ],
    [
      "an alias",
      "edit/alias",
      () =>
        setDatum(
          oneFile("actors:\n- {id: a, pace: &p 1}\n- {id: b, pace: *p}\n"),
          "actors",
          "b",
          ["pace"],
          2,
        ),
    ],
    [
      "a file that is not YAML",
      "edit/unreadable",
      () => setDatum(oneFile("actors:\n- {id: a\n"), "actors", "a", ["pace"], 2),
    ],
    [
      "an item on the line of another",
      "edit/layout",
      () =>
        removeDatum(
          oneFile("actors: [{id: a}, {id: b}]\nposts: [{id: c}] # x\nstakes:\n- - a\n  - b\n"),
          "stakes",
          0,
        ) && setDatum(oneFile("stakes:\n- - a\n  - b\n"), "stakes", 0, [0], undefined),
    ],
  ])("refuses %s", (_, code, act) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});
