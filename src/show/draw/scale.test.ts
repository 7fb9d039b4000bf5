import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, isoDate } from "../../base/index.ts";
import { linear, roundEnds, roundNumbers, timeTicks } from "./scale.ts";

describe("round numbers for an axis", () => {
  it.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1], 1],
    [0, 325, 5, [0, 100, 200, 300], 0],
    [-3, 4, 6, [-2, 0, 2, 4], 0],
    [0, 0.034, 5, [0, 0.01, 0.02, 0.03], 2],
    [1900, 2000, 2, [1900, 1950, 2000], 0],
    [5, 5, 5, [5], 0],
  ])("from %s to %s, about %s, are %j", (low, high, about, values, digits) => {
    expect(roundNumbers(low, high, about)).toEqual({ values, digits });
  });

  it("lie inside the interval, rise by one step, and are no more than twice as many as asked", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (low, width, about) => {
          const { values } = roundNumbers(low, low + width, about);
          expect(values.length).toBeLessThanOrEqual(2 * about + 1);
          const slack = width * 1e-5;
          for (const value of values) {
            expect(value).toBeGreaterThanOrEqual(low - slack);
            expect(value).toBeLessThanOrEqual(low + width + slack);
          }
          const steps = values.slice(1).map((value, i) => value - values[i]);
          for (const step of steps) expect(Math.abs(step - steps[0])).toBeLessThan(1e-6 * steps[0] + 1e-9);
        },
      ),
    );
  });

  it("refuse an interval that falls", () => {
    expect(() => roundNumbers(2, 1, 5)).toThrow("does not rise");
  });

  it("widen an interval so that it holds all of it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        fc.double({ min: 1e-2, max: 1e3, noNaN: true }),
        (low, width) => {
          const [least, most] = roundEnds(low, low + width);
          expect(least).toBeLessThanOrEqual(low + width * 1e-5);
          expect(most).toBeGreaterThanOrEqual(low + width - width * 1e-5);
        },
      ),
    );
  });
});

describe("a straight scale", () => {
  it("maps ends to ends and the middle to the middle", () => {
    const scale = linear([10, 20], [100, 0]);
    expect([scale(10), scale(20), scale(15)]).toEqual([100, 0, 50]);
  });

  it("puts a domain of no width in the middle", () => {
    expect(linear([3, 3], [0, 10])(3)).toBe(5);
  });
});

describe("marks of time", () => {
  it("are first days of months, with the year where it begins", () => {
    const ticks = timeTicks(dayOf("2011-11-15"), dayOf("2012-04-02"), 6);
    expect(ticks.map((tick) => isoDate(tick.value))).toEqual([
      "2011-12-01",
      "2012-01-01",
      "2012-02-01",
      "2012-03-01",
      "2012-04-01",
    ]);
    expect(ticks.map((tick) => tick.label)).toEqual(["Dec 2011", "Jan 2012", "Feb", "Mar", "Apr"]);
  });

  it("are years where there is no room for more", () => {
    const ticks = timeTicks(dayOf("2003-04-09"), dayOf("2012-01-10"), 5);
    expect(ticks.map((tick) => tick.label)).toEqual(["2004", "2006", "2008", "2010", "2012"]);
  });
});
