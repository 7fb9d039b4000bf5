import { describe, expect, it } from "vitest";
import { readMarked } from "../../../test/worlds/marked.ts";

const ACTOR = "actors:\n  - { id: a, name: A, kind: party, note: x }\n";

/** What is said of the one thing that is wrong, and where. */
function said(code: string, files: { readonly [file: string]: string }) {
  const { found, expected, findings } = readMarked(code, files);
  expect(found).toEqual(expected);
  return findings[0].message;
}

describe("slips that many make are told in words that help", () => {
  it("a text with a comma within { }", () => {
    const text = ACTOR.replace("note: x", "note: many parties, ▸and a movement");
    expect(said("case/unknown-key", { "a.yaml": text })).toContain(
      '"and a movement" is not a key of this; a text with a comma stands in quotation marks within { }.',
    );
  });

  it("a text with a colon within { }", () => {
    const text = ACTOR.replace("name: A", "name: ▸Powers: the premier");
    expect(said("yaml/syntax", { "a.yaml": text })).toBe(
      "A text with a colon and a blank stands in quotation marks.",
    );
  });

  it("an apostrophe within apostrophes", () => {
    const text = ACTOR.replace("name: A", "name: 'Mungiki'▸s men'");
    expect(said("yaml/syntax", { "a.yaml": text })).toBe(
      "Something follows where a value has ended. A text with a quotation mark in it stands in double quotation marks; within '…' an apostrophe is written twice.",
    );
  });

  it("a quotation mark that is not closed, where it opens", () => {
    const text = ACTOR.replace("name: A", 'name: ▸"A');
    expect(said("yaml/syntax", { "a.yaml": text })).toBe("This quotation mark is not closed.");
  });

  it("a quotation mark that is closed, and another that follows it, is not called open", () => {
    const text = `${ACTOR.replace("note: x", 'aliases: ["x"▸"y"]')}  - { id: A, name: B }\n`;
    const { findings } = readMarked("yaml/syntax", { "a.yaml": text });
    expect(findings[0].message).not.toContain("not closed");
  });

  it("a # that begins a comment", () => {
    const text = `${ACTOR.replace("name: A", "name: A #1")}  ▸- { id: b, name: B, kind: party }\n`;
    expect(said("yaml/syntax", { "a.yaml": text })).toContain("after a blank, # begins a comment");
  });

  it("marks that a merge has left", () => {
    const text = `▸<<<<<<< HEAD\n${ACTOR}=======\n${ACTOR}>>>>>>> other\n`;
    expect(said("yaml/syntax", { "a.yaml": text })).toBe(
      "Two versions of the file were merged here and not reconciled. Keep one, and take out the lines with <<<<<<<, ======= and >>>>>>>.",
    );
  });

  it("a tab, and nothing else", () => {
    const issue = "- { id: i, name: I, low: a, high: b, front: f, status_quo: 5 }\n";
    const text = `issues:\n  ${issue}▸\t${issue}  ${issue}`;
    said("yaml/tab", { "a.yaml": text });
  });

  it("a file without anything in it", () => {
    expect(said("file/empty", { "a.yaml": "▸" })).toBe("The file a.yaml is empty.");
    expect(said("file/empty", { "a.yaml": "▸\n# to be written\n" })).toBe(
      "The file a.yaml holds nothing but comments.",
    );
  });

  it.each([
    ["24,000", "Write 24000 without the comma, or 24.000 with a point if a decimal is meant"],
    ["1,234,567", "Write 1234567 without commas"],
    ["-0,5", "Write -0.5 with a point"],
    ["0,5", "Write 0.5 with a point"],
  ])("a number with a comma: %s", (given, words) => {
    const text = `resources: [{ id: r, name: R, unit: u, kind: other }]\n${ACTOR}holdings: [{ actor: a, resource: r, amount: ▸"${given}" }]\n`;
    expect(said("case/type", { "a.yaml": text })).toContain(`range [low, mode, high]. ${words}.`);
  });

  it("a name that nobody can see", () => {
    expect(said("case/empty", { "a.yaml": ACTOR.replace("name: A", 'name: ▸"  "') })).toContain(
      'is "  "; a text is not blank',
    );
    expect(said("case/form", { "a.yaml": ACTOR.replace("name: A", 'name: ▸"A\\e[2J"') })).toContain(
      "a character in it cannot be printed",
    );
  });

  it("a count of violence below 0", () => {
    const series =
      "series: [{ id: d, name: D, file: d.csv, column: deaths, unit: deaths, kind: violence }]\n";
    expect(said("case/series", { "a.yaml": series, "d.csv": "month,deaths\n2011-01,3\n2011-02,▸-4\n" })).toBe(
      'The series "d" has "-4" for 2011-02; a count of violence is a whole number, 0 or more.',
    );
  });
});
