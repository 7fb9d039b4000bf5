import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { queryFiles } from "./index.ts";

vi.mock("@duckdb/node-api", () => {
  throw new Error("Cannot find package '@duckdb/node-api'");
});

const base = mkdtempSync(join(tmpdir(), "tawazun-query-plain-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

it("without DuckDB says how it is installed and what goes without it, which does", async () => {
  const file = join(base, "seats.csv");
  writeFileSync(file, "list,seats\nGorran,8\nIslah,4\n");
  await expect(queryFiles([file], { sql: "SELECT 1" })).rejects.toMatchObject({
    code: "query/duckdb",
    message:
      "DuckDB is not installed. Install it with: npm install @duckdb/node-api. Or ask with --columns, --where and --group, which need none.",
  });
  expect((await queryFiles([file], { where: ["seats > 5"] })).rows).toEqual([["Gorran", 8]]);
});
