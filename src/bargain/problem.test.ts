import { describe, expect, it } from "vitest";
import { type BargainingProblem, bargainingModel, checkProblem } from "./index.ts";

const actor = (id: string, position: number, salience = 0.5, capability = 1) => ({
  id,
  position,
  salience,
  capability,
});
const fine: BargainingProblem = { issue: "tax", actors: [actor("a", 10), actor("b", 90)], range: [0, 100] };

describe("what is no bargaining problem", () => {
  it.each([
    ["nobody", { actors: [] }, "bargain/actors"],
    ["an actor listed twice", { actors: [actor("a", 1), actor("a", 2)] }, "bargain/actors"],
    ["a position below the scale", { actors: [actor("a", -1)] }, "bargain/position"],
    ["a position above the scale", { actors: [actor("a", 100.5)] }, "bargain/position"],
    ["a position that is no number", { actors: [actor("a", Number.NaN)] }, "bargain/position"],
    ["a negative salience", { actors: [actor("a", 1, -0.1)] }, "bargain/salience"],
    ["a salience in per cent", { actors: [actor("a", 1, 40)] }, "bargain/salience"],
    ["a salience that is no number", { actors: [actor("a", 1, Number.NaN)] }, "bargain/salience"],
    ["a negative capability", { actors: [actor("a", 1, 0.5, -3)] }, "bargain/capability"],
    ["a capability that is no number", { actors: [actor("a", 1, 0.5, Number.NaN)] }, "bargain/capability"],
    ["an infinite capability", { actors: [actor("a", 1, 0.5, Infinity)] }, "bargain/capability"],
    [
      "capabilities too large to add up",
      { actors: [actor("a", 1, 1, 1e308), actor("b", 9, 1, 1e308)] },
      "bargain/capability",
    ],
    ["zero salience everywhere", { actors: [actor("a", 1, 0), actor("b", 9, 0)] }, "bargain/weight"],
    ["zero capability everywhere", { actors: [actor("a", 1, 1, 0)] }, "bargain/weight"],
    ["a scale upside down", { range: [100, 0] as const }, "bargain/range"],
    ["a scale of no width", { range: [5, 5] as const }, "bargain/range"],
    ["a status quo off the scale", { statusQuo: 101 }, "bargain/status-quo"],
  ])("is refused: %s", (_what, change, code) => {
    expect(() => checkProblem({ ...fine, ...change })).toThrow(expect.objectContaining({ code }));
  });

  it("is refused in words that say who, what, and what would be right", () => {
    expect(() => checkProblem({ ...fine, actors: [actor("maliki", 120)] })).toThrow(
      'The position of "maliki" is 120; it must lie between 0 and 100.',
    );
  });
});

it("names the near miss of a model", () => {
  expect(() => bargainingModel("compromise-meen")).toThrow('Did you mean "compromise-mean"?');
});
