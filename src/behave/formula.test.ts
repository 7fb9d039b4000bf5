import { describe, expect, it } from "vitest";
import { formula, pointed } from "./formula.ts";

describe("formula", () => {
  it("reads terms with what they are taken of and their options", () => {
    expect(formula("1 + inertia(h=30) + recip(conflictual, h = 1.5e1, weighted=TRUE) + same(group)")).toEqual(
      [
        { text: "intercept", statistic: "intercept", column: 1, of: [], options: {} },
        { text: "inertia(h=30)", statistic: "inertia", column: 5, of: [], options: { h: 30 } },
        {
          text: "recip(conflictual, h=15, weighted=true)",
          statistic: "recip",
          column: 21,
          of: ["conflictual"],
          options: { h: 15, weighted: true },
        },
        { text: "same(group)", statistic: "same", column: 68, of: ["group"], options: {} },
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

  it("knows a statistic by any of its names and spellings", () => {
    const same = (name: string): string => formula(name)[0].statistic;
    for (const name of ["friend_of_friend", "friendOfFriend", "Friend-of-friend", "friend.of.friend"]) {
      expect(same(name)).toBe("friend_of_friend");
    }
    // remstats and relevent call i → k → j an outgoing two-path; goldfish calls it trans.
    expect(["otp", "itp", "osp", "isp", "reciprocity", "egoAlterInt"].map(same)).toEqual([
      "trans",
      "cycle",
      "common_receiver",
      "common_sender",
      "recip",
      "ego_alter_interaction",
    ]);
  });

  it("prints terms that read as themselves", () => {
    const text = 'recip("conflictual@our front", h=30) + inertia(calls@a-b, weighted=TRUE) + same(x$y)';
    const terms = formula(text);
    const again = formula(terms.map((term) => term.text).join(" + "));
    expect(again.map(({ column: _, ...term }) => term)).toEqual(terms.map(({ column: _, ...term }) => term));
  });

  it("points at the place", () => {
    const place = (text: string, message: string): number => {
      const lines = pointed(text, message).split("\n");
      return lines[2].indexOf("^") - 2;
    };
    const text = "recip + inertia(halflife=3)";
    expect(place(text, 'inertia(halflife=3): there is no option "halflife".')).toBe(16);
    expect(place(text, "inertia(halflife=3) has a half-life and a window; choose one.")).toBe(8);
    expect(place(text, 'Column 9 of the formula: there is no statistic "inertia".')).toBe(8);
    expect(pointed(text, "Something else.")).toBe("Something else.");
  });

  it("says where it stopped", () => {
    expect(() => formula("")).toThrow(/formula is empty/);
    expect(() => formula("  ")).toThrow(/formula is empty/);
    expect(() => formula("inertia +")).toThrow(/the name of a statistic is expected, not "the end"/);
    expect(() => formula("inertia recip")).toThrow(/Column 9 .*"recip"/);
    expect(() => formula("inertia(h=)")).toThrow(/Column 11/);
    expect(() => formula("inertia(h=30")).toThrow(/"\)" is expected/);
    expect(() => formula("inertia % 2")).toThrow(/Column 9/);
    expect(() => formula("inertia + inertia")).toThrow(/Column 11 .* has inertia twice/);
    expect(() => formula("inertia + recp(h=3)")).toThrow(/Column 11 .*"recp"\. Did you mean "recip"\?/);
    expect(() => formula('same("a b" c)')).toThrow(/Column 12 .*"c"/);
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
        expect((problem as { code?: string }).code).toMatch(/^(formula|statistic)\//);
      }
    }
  });
});
