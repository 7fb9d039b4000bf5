import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultDirectory, golden } from "./rem.ts";

const there = existsSync(defaultDirectory);
if (!there) console.warn(`skipped: goldfish's and eventnet's figures are not at ${defaultDirectory}`);

describe.skipIf(!there)("the event models", () => {
  it("agree with goldfish on every model and with eventnet on every row", async () => {
    const rows = await golden(defaultDirectory);
    expect(rows.length).toBeGreaterThanOrEqual(13);
    expect(rows.filter((row) => !row.passed).map((row) => `${row.file}: ${row.note}`)).toEqual([]);
  });
});
