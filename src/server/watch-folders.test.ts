import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { watchFolders } from "./watch-folders.ts";

let folder: string;
let told: number;
let end: () => void;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tawazun-watch-"));
  mkdirSync(join(folder, "documents"));
  mkdirSync(join(folder, "out"));
  writeFileSync(join(folder, "case.yaml"), "a");
  told = 0;
  end = watchFolders(folder, () => {
    told += 1;
  });
});
afterEach(() => {
  end();
  rmSync(folder, { recursive: true, force: true });
});

/** Whether a change is told within a second. */
async function tells(change: () => void): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 60));
  told = 0;
  change();
  for (let i = 0; i < 50 && told === 0; i++) await new Promise((resolve) => setTimeout(resolve, 20));
  return told > 0;
}

it("tells of a file that is written after another took its place, again and again", async () => {
  for (let round = 0; round < 3; round++) {
    const replaced = await tells(() => {
      writeFileSync(join(folder, ".part"), `${round}`);
      renameSync(join(folder, ".part"), join(folder, "case.yaml"));
    });
    expect([round, replaced]).toEqual([round, true]);
    expect([round, await tells(() => writeFileSync(join(folder, "case.yaml"), `x${round}`))]).toEqual([
      round,
      true,
    ]);
  }
});

it("tells of folders that came later, and not of results and hidden files", async () => {
  expect(await tells(() => writeFileSync(join(folder, "documents", "a.md"), "x"))).toBe(true);
  expect(await tells(() => mkdirSync(join(folder, "scenarios")))).toBe(true);
  expect(await tells(() => writeFileSync(join(folder, "scenarios", "a.yaml"), "x"))).toBe(true);
  expect(await tells(() => writeFileSync(join(folder, "out", "report.md"), "x"))).toBe(false);
  expect(await tells(() => writeFileSync(join(folder, ".hidden"), "x"))).toBe(false);
});
