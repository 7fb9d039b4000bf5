import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "./nearest.ts";

const names = ["maliki", "allawi", "sadr", "hakim", "barzani"];

describe("the name that was probably meant", () => {
  it.each([
    ["a letter too many", "malikki", "maliki"],
    ["a letter missing", "malki", "maliki"],
    ["a wrong letter", "alawwi", "allawi"],
    ["two letters swapped", "sard", undefined],
    ["another case", "Hakim", "hakim"],
    ["the name itself", "barzani", "barzani"],
    ["another name", "talabani", undefined],
    ["no name", "", undefined],
  ])("for %s", (_what, given, meant) => {
    expect(nearest(given, names)).toBe(meant);
  });

  it("is the closest of several, and the first of equals", () => {
    expect(nearest("front 21", ["front 3", "front 22", "front 23"])).toBe("front 22");
  });

  it("ends a message, or leaves it as it is", () => {
    expect(didYouMean("malikki", names)).toBe(' Did you mean "maliki"?');
    expect(didYouMean("xyz", names)).toBe("");
  });
});
