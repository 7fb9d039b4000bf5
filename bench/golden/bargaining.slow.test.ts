import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { defaultDirectory, golden } from "./bargaining.ts";

const directory = resolve(import.meta.dirname, "../..", defaultDirectory);
const isThere = existsSync(directory);
if (!isThere)
  console.warn(`Skipped: the bargaining tables are read from ${defaultDirectory}, which is not there.`);

describe.skipIf(!isThere)("the bargaining tables of the peers", () => {
  it("are matched, every one", async () => {
    const rows = await golden(directory);
    expect(rows.filter((row) => !row.passed)).toEqual([]);
    expect(rows.filter((row) => row.compared > 0).length).toBeGreaterThan(100);
  });

  const copy = isThere ? mkdtempSync(join(tmpdir(), "bargaining-")) : "";
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it.each([
    [
      "a position",
      "smp",
      "dummyData_3Dim.default.json",
      (json: { positions: number[][][] }) => {
        json.positions[3][2][1] += 1e-4;
      },
    ],
    [
      "a gain",
      "exchange",
      "sample_data.deterministic.json",
      (json: { iterations: { realized: { gain: number }[] }[] }) => {
        json.iterations[0].realized[5].gain += 1e-6;
      },
    ],
    [
      "a median",
      "bdm",
      "ww1_10.outputs.json",
      (json: { jmckib: { rounds: { median: number }[] } }) => {
        json.jmckib.rounds[2].median += 1e-4;
      },
    ],
    [
      "an optimum",
      "nash2",
      "two_actor_nash.json",
      (json: { cases: { bestNP: number }[] }) => {
        json.cases[1].bestNP += 0.01;
      },
    ],
  ] as const)(
    "would be seen to differ in %s, in any folder of the same layout",
    async (_what, part, file, change) => {
      cpSync(join(directory, part), join(copy, part), { recursive: true, mode: 0 });
      const path = join(copy, part, file);
      const json = JSON.parse(readFileSync(path, "utf8"));
      change(json as never);
      rmSync(path, { force: true });
      writeFileSync(path, JSON.stringify(json));
      const rows = await golden(copy);
      expect(rows.filter((row) => !row.passed).map((row) => row.file)).toContain(join(part, file));
    },
  );
});
