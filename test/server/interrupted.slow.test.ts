import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { writeFiles } from "../../src/run/index.ts";
import { begin } from "../cli-run.ts";

const folder = mkdtempSync(join(tmpdir(), "tawazun-interrupted-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the workbench ends when the command that opened it is interrupted by itself, without a terminal", async () => {
  const place = join(folder, "mine");
  await writeFiles(place, newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }));
  const { process: child, ended } = begin(["open", place]);
  try {
    await new Promise<void>((resolve, reject) => {
      let said = "";
      child.stdout?.on("data", (part: string) => {
        said += part;
        if (said.includes("(Ctrl-C ends)")) resolve();
      });
      child.once("close", () => reject(new Error(said)));
    });
    child.kill("SIGINT");
    expect((await ended).code).toBe(0);
  } finally {
    child.kill("SIGTERM");
  }
}, 60_000);
