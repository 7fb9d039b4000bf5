import { describe, expect, it } from "vitest";
import { cite } from "./source.ts";

describe("a source", () => {
  it("is cited as one line: the work, and the place in it", () => {
    const work = cite({ ref: "salmon2011" });
    expect(work).toMatch(/^Salmon, .* 2011\. .*\.$/);
    expect(cite({ ref: "salmon2011", at: "section 3.3" })).toBe(`${work} section 3.3.`);
  });
});
