import { describe, expect, it } from "vitest";
import { faultsIn, offsetOf, placeOf, placeText } from "./file-places.ts";

const TEXT = "one\ntwo\n\nfour";

describe("a place in a text", () => {
  it.each([
    [0, 1, 1],
    [3, 1, 4],
    [4, 2, 1],
    [8, 3, 1],
    [9, 4, 1],
    [13, 4, 5],
  ])("of offset %i is line %i, column %i, and the other way round", (offset, line, column) => {
    expect(placeOf(TEXT, offset)).toEqual({ line, column });
    expect(offsetOf(TEXT, { line, column })).toBe(offset);
  });

  it("is the nearest there is where the text has none", () => {
    expect(offsetOf(TEXT, { line: 2, column: 99 })).toBe(7);
    expect(offsetOf(TEXT, { line: 99, column: 1 })).toBe(TEXT.length);
    expect(offsetOf(TEXT, { line: 3, column: 0 })).toBe(8);
    expect(offsetOf("", { line: 1, column: 1 })).toBe(0);
  });
});

describe("a refusal", () => {
  it("is read into places and messages; colons in a message are its own", () => {
    expect(
      faultsIn("a/b.yaml:3:7: Not so: 1.4 is too much.\nc.csv: No head.\nd.yaml:2: Twice.\nIt failed."),
    ).toEqual([
      { place: { file: "a/b.yaml", line: 3, column: 7 }, message: "Not so: 1.4 is too much." },
      { place: { file: "c.csv" }, message: "No head." },
      { place: { file: "d.yaml", line: 2 }, message: "Twice." },
      { place: undefined, message: "It failed." },
    ]);
  });

  it("names its place in letters as it was read", () => {
    for (const place of ["a.yaml:3:7", "a.yaml:3", "a.yaml"])
      expect(faultsIn(`${place}: Wrong.`).map((fault) => fault.place && placeText(fault.place))).toEqual([
        place,
      ]);
  });
});
