import { describe, expect, it } from "vitest";
import { sampleContents } from "../../test/browser/report-sample.ts";
import { bibliography } from "./report/bibliography.ts";
import { summary } from "./summary.ts";
import { terminalWidth } from "./tables/plain.ts";

const contents = sampleContents();
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for
const ESCAPES = /\u001b\[\d+m/g;

describe("a summary for a terminal", () => {
  const where = [{ what: "Report", path: "out/report.html" }];

  it("says what it is about, what it finds, numbers with how sure they are, and where all is", () => {
    const text = summary(contents, { where });
    expect(text).toContain("Arcadia, January 2012: one ruler, two fronts\nArcadia, as of 10 January 2012");
    expect(text).toContain("1. He stays, most likely. In 83% of the futures");
    expect(text).toMatch(/ 83% {2}Maro is prime minister on 31 December 2012: 79–88% \(90% spread/);
    expect(text).toMatch(/159 seats {2}Seats of his own coalition: exact/);
    expect(text).toContain("Report  out/report.html");
    expect(text).toContain("seed “sample”, 2,000 futures");
  });

  it("fits one screen of 80 columns and 40 lines", () => {
    const lines = summary(contents, { where }).split("\n");
    expect(lines.length).toBeLessThan(40);
    for (const line of lines) expect(terminalWidth(line)).toBeLessThanOrEqual(80);
  });

  it("is no wider than a narrow terminal", () => {
    for (const line of summary(contents, { width: 50 }).split("\n")) {
      expect(terminalWidth(line)).toBeLessThanOrEqual(50);
    }
  });

  it("says the same without colour as with it", () => {
    const coloured = summary(contents, { colour: true });
    expect(coloured).toMatch(ESCAPES);
    expect(coloured.replace(ESCAPES, "")).toBe(summary(contents));
  });

  it("obeys no escape code in the data", () => {
    const text = summary(sampleContents("\u001b[31m\u0007"));
    expect(text).not.toMatch(ESCAPES);
    expect(text).not.toContain("\u0007");
  });
});

describe("a bibliography", () => {
  it("names each source once, in the order of their letters", () => {
    const { items } = bibliography(contents.sections);
    const texts = items.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.some((text) => text.startsWith("Bröcker"))).toBe(true);
    expect(texts.filter((text) => text.includes("Sample almanac"))).toHaveLength(1);
  });
});
