import { describe, expect, it } from "vitest";
import { idFor } from "./id-for.ts";

describe("an id from a name", () => {
  it("keeps a word whole whose letters bear accents", () => {
    expect(idFor("Élections générales", "case")).toBe("elections-generales");
    expect(idFor("São Tomé", "case")).toBe("sao-tome");
  });

  it("is a word where a name has no letter for it, and begins with a letter", () => {
    expect(idFor("العراق", "case")).toBe("case");
    expect(idFor("2012: a year", "case")).toBe("c2012-a-year");
  });

  it("is one that nothing has yet", () => {
    expect(idFor("Kurds", "actor", new Set(["kurds", "kurds-2"]))).toBe("kurds-3");
  });
});
