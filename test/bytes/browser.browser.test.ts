import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findChromium } from "../../scripts/chromium.mjs";
import { readCase } from "../../src/case/index.ts";
import { readFolder } from "../../src/run/index.ts";
import { played } from "./fingerprint.ts";

const RUNS = 6;
const browser = findChromium();
if (browser === undefined)
  console.error("Skipped: no Chromium on this machine, so the browser's bytes are not compared.");

describe.skipIf(browser === undefined)("the same seed in Node and in Chromium", () => {
  it("gives the same bytes on the founding case", async () => {
    const { folder } = await readFolder(fileURLToPath(new URL("../../cases/iraq-2012", import.meta.url)));
    const source = folder === undefined ? undefined : readCase(folder).world;
    if (source === undefined) throw new Error("the founding case cannot be read");
    const bundle = await build({
      entryPoints: [fileURLToPath(new URL("./fingerprint.ts", import.meta.url))],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "Tawazun",
      platform: "browser",
      external: ["highs"],
    });
    const program = await chromium.launch({
      executablePath: browser as string,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    try {
      const page = await program.newPage();
      await page.addScriptTag({ content: bundle.outputFiles[0].text });
      const there = await page.evaluate(
        ([data, runs]) =>
          (
            globalThis as unknown as { Tawazun: { played(source: unknown, runs: number): string } }
          ).Tawazun.played(data, runs as number),
        [JSON.parse(JSON.stringify(source)), RUNS] as const,
      );
      expect(there).toBe(played(source, RUNS));
    } finally {
      await program.close();
    }
  });
});
