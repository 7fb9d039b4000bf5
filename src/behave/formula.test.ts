import { describe, expect, it } from "vitest";
import { formula } from "./formula.ts";

describe("formula", () => {
  it("reads terms with what they are taken of and their options", () => {
    expect(formula("1 + inertia(h=30) + recip(conflictual, h = 1.5e1, weighted=TRUE) + same(group)")).toEqual(
      [
        { text: "intercept", statistic: "intercept", of: [], options: {} },
        { text: "inertia(h=30)", statistic: "inertia", of: [], options: { h: 30 } },
        {
          text: "recip(conflictual, h=15, weighted=true)",
          statistic: "recip",
          of: ["conflictual"],
          options: { h: 15, weighted: true },
        },
        { text: "same(group)", statistic: "same", of: ["group"], options: {} },
      ],
    );
  });

  it("reads goldfish's formulas as they stand", () => {
    const terms = formula(
      'calls ~ 1 + inertia + indeg(calls, type = "ego", window = 604800) + mixed_trans(list(calls, friends)) + diff(actors$floor)',
    );
    expect(terms.map((term) => [term.statistic, ...term.of])).toEqual([
      ["intercept"],
      ["inertia"],
      ["indeg", "calls"],
      ["mixed_trans", "calls", "friends"],
      ["diff", "actors$floor"],
    ]);
    expect(terms[2].options).toEqual({ type: "ego", window: 604800 });
  });

  it("says where it stopped", () => {
    expect(() => formula("")).toThrow(/formula is empty/);
    expect(() => formula("  ")).toThrow(/formula is empty/);
    expect(() => formula("inertia +")).toThrow(/the name of a statistic is expected, not "the end"/);
    expect(() => formula("inertia recip")).toThrow(/Column 9 .*"recip"/);
    expect(() => formula("inertia(h=)")).toThrow(/Column 11/);
    expect(() => formula("inertia(h=30")).toThrow(/"\)" is expected/);
    expect(() => formula("inertia % 2")).toThrow(/Column 8/);
    expect(() => formula("inertia + inertia")).toThrow(/has inertia twice/);
    expect(() => formula("2 + inertia")).toThrow(/name of a statistic/);
  });

  it("never fails otherwise, whatever it is given", () => {
    const pieces = ["inertia", "(", ")", "+", ",", "=", "1", "~", '"x', "list(", "@", "-", "é", "\u0000"];
    let seed = 7;
    for (let round = 0; round < 3000; round++) {
      let text = "";
      for (let k = 0; k < 6; k++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += pieces[seed % pieces.length];
      }
      try {
        formula(text);
      } catch (problem) {
        expect((problem as { code?: string }).code).toMatch(/^formula\//);
      }
    }
  });
});
