import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notWellFormed } from "../../../test/browser/xml.ts";
import { coordinate, el, escapeText, write } from "./markup.ts";

const decode = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom("<script>", "]]>", "--", "\u0000"),
);

describe("writing markup", () => {
  it("leaves no letter of data that a browser would take for markup", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
      }),
    );
  });

  it("keeps every text that XML can hold, letter by letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decode(escapeText(text))).toBe(text);
      }),
    );
  });

  it("is well-formed whatever stands in texts and attributes", () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const text = write(el("g", { id: "x", "aria-label": a }, el("text", {}, b), el("circle", { r: 1 })));
        expect(notWellFormed(text)).toBeUndefined();
      }),
    );
  });

  it("replaces what XML cannot hold", () => {
    expect(escapeText("a\u0000b\ud800c\uffff")).toBe("a\ufffdb\ufffdc\ufffd");
  });

  it("closes void elements of HTML and empty elements of SVG as each is read", () => {
    expect(write(el("br"))).toBe("<br>");
    expect(write(el("circle", { r: 2 }))).toBe('<circle r="2"/>');
    expect(write(el("td"))).toBe("<td></td>");
  });

  it("leaves out attributes that are undefined or false, and writes those that are true", () => {
    expect(write(el("details", { open: true, hidden: false, id: undefined }))).toBe(
      '<details open=""></details>',
    );
  });

  it.each([
    [1, "1"],
    [0.1 + 0.2, "0.3"],
    [-0.001, "0"],
    [100, "100"],
    [12.345, "12.35"],
    [-3.5, "-3.5"],
  ])("writes the coordinate %s as %s", (value, text) => {
    expect(coordinate(value)).toBe(text);
  });

  it("refuses a coordinate that is no number", () => {
    expect(() => coordinate(Number.NaN)).toThrow("finite");
  });
});

describe("the check of XML", () => {
  it.each([
    ["an element left open", "<g><text></g>"],
    ["a loose ampersand", "<g>a & b</g>"],
    ["an attribute without quotes", "<g id=x></g>"],
    ["an attribute twice", '<g id="x" id="y"></g>'],
    ["an id twice", '<g id="x"></g><g id="x"></g>'],
    ["a number that is none", '<g x="NaN"></g>'],
    ["a foreign tag", "<g><!-- --></g>"],
  ])("sees %s", (_, text) => {
    expect(notWellFormed(text)).toBeDefined();
  });
});
