import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipped, lines, textWidth } from "./text.ts";

describe("text in a space", () => {
  it("is clipped to the width, with an ellipsis", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 30, max: 200 }), (text, width) => {
        const shown = clipped(text, width, 12);
        expect(textWidth(shown, 12)).toBeLessThanOrEqual(width);
        if (shown !== text) expect(shown.endsWith("…")).toBe(true);
      }),
    );
  });

  it("breaks between words, and clips what the last line cannot hold", () => {
    expect(lines("Kurdistan Islamic Union", 90, 12)).toEqual(["Kurdistan", "Islamic Union"]);
    const made = lines("one two three four five six seven eight", 60, 12, 2);
    expect(made).toHaveLength(2);
    expect(made[1].endsWith("…")).toBe(true);
  });

  it("keeps a text that has room on one line", () => {
    expect(lines("Gorran", 200, 12)).toEqual(["Gorran"]);
  });
});
