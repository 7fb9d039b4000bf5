import { describe, expect, it } from "vitest";
import { proseMarkdown } from "./prose.ts";

describe("prose as Markdown", () => {
  it("keeps blanks out of what is printed bold: with one before its end, the stars would be printed instead", () => {
    expect(proseMarkdown([{ strong: "What it finds: " }, "much."])).toBe("**What it finds:** much.");
    expect(proseMarkdown(["So ", { strong: " it is" }])).toBe("So  **it is**");
  });
});
