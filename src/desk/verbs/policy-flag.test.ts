import { describe, expect, it } from "vitest";
import { readPolicies } from "./policy-flag.ts";

describe("the flag for policies", () => {
  it("names one for all, some for some, or both", () => {
    expect(readPolicies("strategic")).toEqual({ policy: "strategic" });
    expect(readPolicies("a=bold, b=cautious")).toEqual({
      policy: "strategic",
      policies: { a: "bold", b: "cautious" },
    });
    expect(readPolicies("learned,a=bold")).toEqual({ policy: "learned", policies: { a: "bold" } });
  });

  it("refuses two for one, and a person where nobody sits", () => {
    expect(() => readPolicies("a=bold,a=cautious")).toThrow(/"a" has two policies/);
    expect(() => readPolicies("bold,cautious")).toThrow(/two policies/);
    expect(() => readPolicies("a=human")).toThrow(/tawazun seat/);
  });
});
