import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare } from "./power/compare.ts";
import { golden } from "./power.ts";
import type { GoldenRow } from "./row.ts";

describe("comparing with printed figures", () => {
  it("takes decimals rounded, or all cut off, but not a mixture that is neither", () => {
    const found = [2 / 3, 1 / 6];
    expect(compare(found, [0.6667, 0.1667]).passed).toBe(true);
    expect(compare(found, [0.6666, 0.1666]).passed).toBe(true);
    expect(compare(found, [0.6666, 0.1667]).passed).toBe(false);
    expect(compare(found, [0.6665, 0.1666]).passed).toBe(false);
  });

  it("takes fractions and whole numbers exactly", () => {
    expect(compare([5 / 21, 10], ["5/21", 10]).passed).toBe(true);
    expect(compare([5 / 21 + 1e-9], ["5/21"]).passed).toBe(false);
    expect(compare([10], [11]).passed).toBe(false);
    expect(compare([1, 2], [1]).passed).toBe(false);
  });
});

describe("golden tables of power", () => {
  let folder: string;
  let rows: readonly GoldenRow[];
  const seats = (party: string, count: number, bz: number, ssi: number) =>
    `XXX,1,First,${party},${count},100,51,${bz},${ssi}`;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "golden-power-"));
    const header =
      "country,cabinet_id,cabinet_name,party,seats,seats_total,quota,banzhaf_published,ssi_published";
    // 50, 49 and a member whom the table does not list: 3/5, 1/5 and 2/3, 1/6
    writeFileSync(
      join(folder, "houses.csv"),
      [header, seats("a", 50, 0.6, 0.66666669), seats("b", 49, 0.2, 0.16666667)].join("\n"),
    );
    const game = { id: "mine", quota: 51, weights: [50, 49, 1], source: "by hand" };
    writeFileSync(
      join(folder, "games.json"),
      JSON.stringify({
        games: [
          {
            ...game,
            expected: { ssi: ["2/3", "1/6", "1/6"], banzhaf: ["1/2", "1/4", "1/4"], colour: [1, 2, 3] },
          },
          { ...game, unions: { left: [[0, 1], [2]] }, expected: { "owen|left": ["3/4", "1/4", 0] } },
        ],
      }),
    );
    writeFileSync(join(folder, "notes.json"), JSON.stringify({ nothing: "of the kind" }));
    writeFileSync(join(folder, "broken.json"), "{");
    rows = await golden(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const table = (name: string) => rows.find((row) => row.table === name);

  it("are found by their shape, and nothing else is", () => {
    expect([...new Set(rows.map((row) => row.file))].sort()).toEqual([
      "broken.json",
      "games.json",
      "houses.csv",
    ]);
  });

  it("pass where the figures agree and fail where they do not", () => {
    expect(table("mine, ssi")?.passed).toBe(true);
    expect(table("mine, banzhaf")?.passed).toBe(false);
    expect(table("mine, owen|left")?.passed).toBe(true);
    expect(table("mine, colour")).toMatchObject({ passed: false, compared: 0 });
    expect(table("as a whole")?.passed).toBe(false);
  });

  it("tell a misprint by the game that its figures belong to", () => {
    const row = table("XXX 1 First, Banzhaf");
    expect(row?.passed).toBe(true);
    expect(row?.worst).toBeGreaterThan(0.1);
    expect(row?.note).toMatch(/1 more member of one seat/);
  });
});
