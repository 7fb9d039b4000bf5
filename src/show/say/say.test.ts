import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateInWords, shortDate } from "./date.ts";
import { number, oneIn, percent, range, signed } from "./number.ts";
import { firstOf, listOf, PROBABILITY_WORDS, plural, probabilityInWords } from "./words.ts";

describe("numbers in words", () => {
  it.each([
    [0, undefined, "0"],
    [325, undefined, "325"],
    [1234567, undefined, "1,234,567"],
    [-12, undefined, "−12"],
    [0.123456, undefined, "0.123"],
    [0.00123456, undefined, "0.00123"],
    [12.3456, undefined, "12.3"],
    [1.5, undefined, "1.50"],
    [123.4, undefined, "123"],
    [-0.001, 1, "0.0"],
    [9999.95, 1, "10,000.0"],
  ])("says %s (decimals %s) as %s", (value, digits, text) => {
    expect(number(value, digits)).toBe(text);
  });

  it.each([
    [0, "0%"],
    [1, "100%"],
    [0.317, "32%"],
    [0.004, "<1%"],
    [0.999, ">99%"],
    [0.995, ">99%"],
    [-0.02, "−2%"],
    [1.24, "124%"],
  ])("says the share %s as %s", (share, text) => {
    expect(percent(share)).toBe(text);
  });

  it("never says that a thing is sure or cannot be when it is neither", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (p, d) => {
          expect(percent(p, d)).not.toMatch(/^(0(\.0+)?|100(\.0+)?)%$/);
        },
      ),
    );
  });

  it("sets thousands off without touching any digit", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        expect(Number(number(n).replace(/,/g, "").replace("−", "-"))).toBe(n === 0 ? 0 : n);
      }),
    );
  });

  it("shows a sign, but none on nought", () => {
    expect([signed(3), signed(-3), signed(0), signed(0.0001, 2)]).toEqual(["+3", "−3", "0", "0.00"]);
  });

  it("joins the ends of a range", () => {
    expect(range("14%", "27%")).toBe("14–27%");
    expect(range("−3", "+4")).toBe("−3 to +4");
    expect(range("<1%", "2%")).toBe("<1% to 2%");
    expect(range("8", "8")).toBe("8");
  });

  it.each([
    [0.05, "1 in 20"],
    [0.048, "1 in 20"],
    [0.5, "1 in 2"],
    [0.66, "2 in 3"],
    [0.95, "19 in 20"],
    [0.002, "1 in 500"],
    [0.0001, "less than 1 in 1,000"],
    [0, "never"],
    [1, "always"],
  ])("says the chance %s as %s", (chance, text) => {
    expect(oneIn(chance)).toBe(text);
  });

  it("refuses what is no number and no probability", () => {
    expect(() => number(Number.NaN)).toThrow("NaN");
    expect(() => oneIn(1.2)).toThrow("from 0 to 1");
    expect(() => probabilityInWords(-0.1)).toThrow("from 0 to 1");
  });
});

describe("words for probabilities", () => {
  it("cover 0 to 1 without a gap, as ICD 203 has them", () => {
    expect(PROBABILITY_WORDS.map((span) => [span.low, span.high])).toEqual([
      [0, 0.05],
      [0.05, 0.2],
      [0.2, 0.45],
      [0.45, 0.55],
      [0.55, 0.8],
      [0.8, 0.95],
      [0.95, 1],
    ]);
  });

  it.each([
    [0, "almost no chance"],
    [0.05, "very unlikely"],
    [0.3, "unlikely"],
    [0.5, "roughly even chance"],
    [0.8, "likely"],
    [0.94, "very likely"],
    [1, "almost certain"],
  ])("call %s %s", (probability, words) => {
    expect(probabilityInWords(probability)).toBe(words);
  });
});

describe("lists, counts and dates in words", () => {
  it("join with commas and a last word", () => {
    expect(listOf([])).toBe("");
    expect(listOf(["a"])).toBe("a");
    expect(listOf(["a", "b"])).toBe("a and b");
    expect(listOf(["a", "b", "c"], "or")).toBe("a, b or c");
    expect(firstOf(["a", "b", "c", "d"], 2)).toBe("a, b and 2 more");
  });

  it("count one and many", () => {
    expect(plural(1, "seat")).toBe("1 seat");
    expect(plural(0, "seat")).toBe("0 seats");
    expect(plural(2, "ministry", "ministries")).toBe("2 ministries");
  });

  it("say a date as far as it is known", () => {
    expect(dateInWords("2012-01-10")).toBe("10 January 2012");
    expect(dateInWords("2012-03")).toBe("March 2012");
    expect(dateInWords("2012")).toBe("2012");
    expect(shortDate("2011-12-19")).toBe("19 Dec 2011");
    expect(() => dateInWords("2012-02-30")).toThrow("There is no date");
  });
});
