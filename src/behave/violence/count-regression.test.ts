import { expect, it } from "vitest";
import { countRegression } from "./count-regression.ts";

it("foretells a steady level", () => {
  const { mean } = countRegression(Array.from({ length: 60 }, (_, t) => 100 + (t % 3)));
  expect(Math.abs(mean - 101)).toBeLessThan(4);
});

it("learns that the next month is as the last, where it is", () => {
  // a slow rise and fall: the trailing year lags behind, last month does not
  const wave = Array.from({ length: 96 }, (_, t) => Math.round(200 + 150 * Math.sin(t / 8)));
  const { mean } = countRegression(wave);
  const last = wave[95];
  const year = wave.slice(-12).reduce((sum, count) => sum + count, 0) / 12;
  expect(Math.abs(mean - last)).toBeLessThan(Math.abs(mean - year));
});

it("learns the season of the year", () => {
  // twice as many in the first half of each year, and the month to come is the first
  const season = Array.from({ length: 120 }, (_, t) => (t % 12 < 6 ? 200 : 100));
  const december = countRegression(season.slice(0, 119));
  const july = countRegression(season.slice(0, 114));
  expect(countRegression(season).mean).toBeGreaterThan(december.mean);
  expect(july.mean).toBeGreaterThan(0);
});

it("gives a spread near Poisson where counts hardly spread, and a mean above 0 where all are 0", () => {
  expect(countRegression(Array.from({ length: 60 }, () => 0)).mean).toBeGreaterThan(0);
  expect(() => countRegression([1, 2, 3])).toThrow(/needs 18/);
});
