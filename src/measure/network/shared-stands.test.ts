import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SharedStands, type SharedStandsOptions, type Stand, sharedStands } from "./shared-stands.ts";

const stand: fc.Arbitrary<Stand> = fc.record({
  who: fc.constantFrom("Ann", "Bob", "Cy", "Dora"),
  about: fc.constantFrom("tax", "road", "war", "school"),
  sign: fc.constantFrom(1 as const, -1 as const),
});
const stands = fc.array(stand, { maxLength: 30 });
const by = fc.constantFrom<SharedStandsOptions["by"]>("nothing", "average", "jaccard", "cosine");
const between = (rows: readonly SharedStands[], a: string, b: string): number =>
  rows.find((row) => row.a === a && row.b === b)?.value ?? 0;

/** Letter by letter: for each pair and thing, whether both were said by each. */
function twin(given: readonly Stand[], a: string, b: string, other: 1 | -1): number {
  const says = (who: string, about: string, sign: number): boolean =>
    given.some((one) => one.who === who && one.about === about && one.sign === sign);
  return ["tax", "road", "war", "school"].filter(
    (about) => (says(a, about, 1) && says(b, about, other)) || (says(a, about, -1) && says(b, about, -other)),
  ).length;
}

describe("shared stands", () => {
  it("count what their definition says, letter by letter", () => {
    fc.assert(
      fc.property(stands, (given) => {
        const agree = sharedStands(given, { counts: "congruence", by: "nothing" });
        const differ = sharedStands(given, { counts: "conflict", by: "nothing" });
        for (const [a, b] of [
          ["Ann", "Bob"],
          ["Ann", "Dora"],
          ["Bob", "Cy"],
        ]) {
          expect(between(agree, a, b)).toBe(twin(given, a, b, 1));
          expect(between(differ, a, b)).toBe(twin(given, a, b, -1));
        }
      }),
    );
  });

  it("subtract conflict from congruence, whatever both are divided by", () => {
    fc.assert(
      fc.property(stands, by, (given, divided) => {
        const [agree, differ, less] = (["congruence", "conflict", "subtract"] as const).map((counts) =>
          sharedStands(given, { counts, by: divided }),
        );
        for (const { a, b, value } of less)
          expect(value).toBeCloseTo(between(agree, a, b) - between(differ, a, b), 12);
      }),
    );
  });

  it("do not depend on the order of what was said, nor on its being said twice", () => {
    fc.assert(
      fc.property(stands, by, (given, divided) => {
        const options = { counts: "subtract", by: divided } as const;
        expect(sharedStands([...given, ...given].reverse(), options)).toEqual(sharedStands(given, options));
      }),
    );
  });

  it("are 1 by Jaccard, cosine and average for two who say all the same", () => {
    const given = (["Ann", "Bob"] as const).flatMap((who) =>
      (["tax", "road", "war"] as const).map((about): Stand => ({ who, about, sign: 1 })),
    );
    for (const divided of ["average", "jaccard", "cosine"] as const)
      expect(sharedStands(given, { counts: "congruence", by: divided })[0].value).toBeCloseTo(1, 12);
  });

  it("by hand: one shared of two and of three", () => {
    const given: readonly Stand[] = [
      { who: "Ann", about: "tax", sign: 1 },
      { who: "Ann", about: "road", sign: 1 },
      { who: "Bob", about: "tax", sign: 1 },
      { who: "Bob", about: "war", sign: -1 },
      { who: "Bob", about: "school", sign: 1 },
    ];
    const value = (divided: SharedStandsOptions["by"]): number =>
      sharedStands(given, { counts: "congruence", by: divided })[0].value;
    // Ann speaks of 2 things, Bob of 3, both of 1 and either of 4.
    expect(value("nothing")).toBe(1);
    expect(value("average")).toBeCloseTo(1 / 2.5, 12);
    expect(value("jaccard")).toBeCloseTo(1 / 4, 12);
    expect(value("cosine")).toBeCloseTo(1 / Math.sqrt(6), 12);
  });

  it("refuse a stand that is neither for nor against", () => {
    const given = [{ who: "Ann", about: "tax", sign: 0 as 1 }];
    expect(() => sharedStands(given, { counts: "conflict", by: "nothing" })).toThrow(/1 or −1/);
  });
});
