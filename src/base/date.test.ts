import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civil, dayOf, daysInMonth, isoDate, isoMonth, monthIndex, monthStart, readDate } from "./date.ts";

/** The day number by the language's own calendar, which the rooms may not use. */
const byLanguage = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
};

const dayNumbers = fc.integer({ min: dayOf("0000-01-01"), max: dayOf("9999-12-31") });

describe("dates", () => {
  // From the Unix day number (GNU date: `echo $(( $(date -ud 2012-01-10 +%s) / 86400 ))`).
  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11016],
    ["2000-03-01", 11017],
    ["1900-03-01", -25508],
    ["2012-01-10", 15349],
    ["2010-03-07", 14675],
    ["1858-11-17", -40587],
  ])("count %s as day %d", (text, day) => {
    expect(dayOf(text)).toBe(day);
    expect(isoDate(day)).toBe(text);
  });

  it("agree with the language's calendar on every day from year 0 to 9999", () => {
    fc.assert(
      fc.property(dayNumbers, (day) => {
        const date = civil(day);
        expect(byLanguage(date.year, date.month, date.day)).toBe(day);
        expect(dayOf(isoDate(day))).toBe(day);
      }),
    );
  });

  it("have a 29 February in years divisible by 4, but for centuries not divisible by 400", () => {
    expect([2012, 2000, 1600].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 29]);
    expect([2011, 1900, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 28, 28]);
    expect(readDate("2012-02-29")).toBeDefined();
    expect(readDate("2011-02-29")).toBeUndefined();
  });

  it("have months of 30 and 31 days", () => {
    const months = Array.from({ length: 12 }, (_, i) => daysInMonth(2011, i + 1));
    expect(months).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it("may be known to the month or the year, and then mean a stretch of days", () => {
    expect(readDate("2012-02")).toEqual({
      first: dayOf("2012-02-01"),
      last: dayOf("2012-02-29"),
      precision: "month",
    });
    expect(readDate("2011")).toEqual({
      first: dayOf("2011-01-01"),
      last: dayOf("2011-12-31"),
      precision: "year",
    });
    expect(dayOf("2012-02")).toBe(dayOf("2012-02-01"));
  });

  it.each([
    "2012-00-10",
    "2012-13-01",
    "2012-04-31",
    "2012-1-10",
    "10.1.2012",
    "2012-01-10T00:00",
    " 2012",
    "",
  ])("that do not exist are refused: %j", (text) => {
    expect(readDate(text)).toBeUndefined();
    expect(() => dayOf(text)).toThrow(expect.objectContaining({ code: "date/none" }));
  });

  it("fall into months that are counted without a gap", () => {
    fc.assert(
      fc.property(dayNumbers, (day) => {
        const index = monthIndex(day);
        expect(monthStart(index)).toBeLessThanOrEqual(day);
        expect(monthStart(index + 1)).toBeGreaterThan(day);
        expect(isoMonth(index)).toBe(isoDate(day).slice(0, 7));
      }),
    );
    expect(monthIndex(dayOf("2012-01-10"))).toBe(2012 * 12);
  });
});
