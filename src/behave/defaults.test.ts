import { describe, expect, it } from "vitest";
import { mode } from "../base/index.ts";
import { type BehaviourDefault, behaviourDefaults, defaultNames, inWords, muchness } from "./defaults.ts";

const all: readonly (readonly [string, BehaviourDefault])[] = Object.entries(behaviourDefaults);

describe("the default coefficients", () => {
  it.each(all)("%s says what it means, how it was chosen, and gives a range that rises", (name, entry) => {
    expect(name.startsWith(`${entry.factor}/`)).toBe(true);
    expect(entry.means.length).toBeGreaterThan(10);
    expect(entry.chosen.length).toBeGreaterThan(10);
    for (const range of [entry.coefficient, entry.halfLife ?? 1]) {
      if (typeof range === "number") continue;
      expect(range[0]).toBeLessThan(range[1]);
      expect(range[1]).toBeLessThan(range[2]);
    }
  });

  it("follow balance theory in the type of an act: the product of the two signs", () => {
    const sign = (name: keyof typeof behaviourDefaults): number =>
      Math.sign(mode(behaviourDefaults[name].coefficient));
    expect(sign("type/friend-of-friend")).toBe(-1);
    expect(sign("type/friend-of-enemy")).toBe(1);
    expect(sign("type/enemy-of-friend")).toBe(1);
    expect(sign("type/enemy-of-enemy")).toBe(-1);
  });

  it("are listed by factor", () => {
    expect(defaultNames("rate")).toEqual(["rate/activity", "rate/hostility-met", "rate/front-coupling"]);
    expect(defaultNames("choice")).toHaveLength(6);
    expect(defaultNames("type")).toHaveLength(8);
  });

  it("can be said in words", () => {
    // e^-0.8 = 0.449, e^0.9 = 2.460
    expect(inWords("type/friendly-reciprocity")).toBe(
      "friendliness answers friendliness: down to 0.4 times the odds of a hostile act",
    );
    expect(inWords("choice/reciprocity")).toContain("up to 2.5 times the odds of being chosen");
  });

  it("take in weights that never run away", () => {
    expect(muchness(0)).toBe(0);
    expect(muchness(3)).toBe(0.75);
    expect(muchness(1e9)).toBeLessThan(1);
  });
});
