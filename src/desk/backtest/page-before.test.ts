import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { backtestPage } from "./backtest-page.ts";
import { besideBefore, pageBefore } from "./page-before.ts";

const score = {
  case: "small",
  forecaster: "This model",
  questions: 4,
  brier: 0.2155,
  reliability: 0.1,
  resolution: 0.1,
  uncertainty: 0.25,
  log: 0.7,
  skill: 0.1,
  model: 0.2155,
};
const made = { command: "tawazun backtest cases/small --seed s", date: "2026-01-02", version: "0.1.0" };

it("reads back what a page says of the model, and of nobody else", () => {
  const page = backtestPage([], [score, { ...score, forecaster: "Persistence", brier: 0.4 }], made);
  const before = pageBefore(page);
  expect(before?.date).toBe("2026-01-02");
  expect([...(before?.brier ?? [])]).toEqual([["small", 0.215]]);
});

it("reads the page that is there", () => {
  if (!existsSync("docs/backtests.md")) return;
  const before = pageBefore(readFileSync("docs/backtests.md", "utf8"));
  expect(before?.brier.has("all")).toBe(true);
});

it("makes nothing of another text", () => {
  expect(pageBefore("# Backtests\n")).toBeUndefined();
  expect(pageBefore("")).toBeUndefined();
});

it("sets earlier scores beside those of now, for the cases that both have", () => {
  const before = {
    date: "2026-01-02",
    brier: new Map([
      ["small", 0.3],
      ["gone", 0.1],
    ]),
  };
  const said = besideBefore(before, [score, { ...score, case: "new" }]);
  expect(said).toContain("(2026-01-02), and now: small 0.300 → 0.215.");
});
