import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendLine } from "./append-line.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "tawazun-append-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A line that tells how many there were before: two that see the same file would write the same. */
const counted = (text: string): string => `${text.split("\n").length}\n`;

describe("appending a line", () => {
  it("makes the file where there is none, and keeps what is there", async () => {
    const file = join(directory, "deep", "register.jsonl");
    await appendLine(file, counted);
    await appendLine(file, counted);
    expect(readFileSync(file, "utf8")).toBe("1\n2\n");
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it("loses and mixes nothing when many append at once, from several processes", async () => {
    const file = join(directory, "register.jsonl");
    const module = JSON.stringify(new URL("./append-line.ts", import.meta.url).href);
    const script = `import { appendLine } from ${module};
      for (let k = 0; k < 10; k++) await appendLine(${JSON.stringify(file)}, (text) => text.split("\\n").length + "\\n");`;
    const run = promisify(execFile);
    await Promise.all([
      ...Array.from({ length: 3 }, () => run(process.execPath, ["--input-type=module", "-e", script])),
      ...Array.from({ length: 10 }, () => appendLine(file, counted)),
    ]);
    expect(readFileSync(file, "utf8").trim().split("\n")).toEqual(
      Array.from({ length: 40 }, (_, k) => String(k + 1)),
    );
  });

  it("leaves file and lock as they were when nothing can be made of the file", async () => {
    const file = join(directory, "register.jsonl");
    writeFileSync(file, "x\n");
    const refuse = () => {
      throw new Error("no");
    };
    await expect(appendLine(file, refuse)).rejects.toThrow("no");
    expect(readFileSync(file, "utf8")).toBe("x\n");
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it("is refused in words where a folder is in the way", async () => {
    await expect(appendLine(directory, counted)).rejects.toMatchObject({ code: "file/write" });
  });
});
