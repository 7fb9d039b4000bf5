// The verb as an analyst runs it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../scripts/root.ts";
import { tawazun } from "./cli-run.ts";

const belgium = join(root, "cases/belgium-2010");
const lebanon = join(root, "cases/lebanon-2006");

it("scores every case beside its baselines, and says which command did", async () => {
  const { code, out } = await tawazun([
    "backtest",
    belgium,
    lebanon,
    "--runs",
    "20",
    "--workers",
    "1",
    "--json",
  ]);
  expect(code).toBe(0);
  const { scores, cases, command } = JSON.parse(out);
  expect(cases.map(({ id }: { id: string }) => id)).toEqual(["belgium-2010", "lebanon-2006"]);
  expect(command).toContain("--runs 20");
  const half = scores.filter(({ forecaster }: { forecaster: string }) => forecaster === "Always one half");
  expect(half.map(({ brier }: { brier: number }) => brier)).toEqual([0.25, 0.25, 0.25]);
  const all = scores.find((row: { case: string; forecaster: string }) => row.case === "all");
  expect(all.questions).toBe(11);
}, 120_000);

it("refuses a case without outcomes, and a case named twice", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tawazun-backtest-"));
  try {
    await tawazun(
      ["new", "mine", "--title", "Mine", "--as-of", "2024-05-01", "--horizon", "2025-04-30"],
      folder,
    );
    const without = await tawazun(["backtest", "mine"], folder);
    expect(without.code).toBe(2);
    expect(without.err).toContain("no outcomes");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const twice = await tawazun(["backtest", belgium, belgium, "--runs", "2", "--workers", "1"]);
  expect(twice.code).toBe(2);
  expect(twice.err).toContain("named twice");
}, 120_000);
