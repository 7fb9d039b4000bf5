// The workbench in a real browser, for the tests of its pages: pages built if they changed, a server on a free port, a page.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../../scripts/chromium.mjs";
import { root } from "../../scripts/root.ts";
import type { Folder } from "../../src/case/index.ts";
import { writeFiles } from "../../src/run/index.ts";
import { listening, openStore } from "../../src/server/index.ts";

export const chromiumPath = findChromium();
if (chromiumPath === undefined) {
  console.warn("The workbench was not looked at in a browser: no Chromium was found on this machine.");
}

const QUIET = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-swiftshader",
];

const KEPT_MS = 3_600_000;

/** Builds the pages, unless they were built from the same files already; each build has a folder of its own. */
function builtPages(): string {
  const files = globSync(["src/**/*.{ts,tsx,css,html}", "vite.config.ts"], { cwd: root })
    .filter((file) => !/\.test\.ts$|^src\/(cli|server|run|testing)\//.test(file))
    .sort();
  const state = ["production", ...files.map((file) => `${file} ${statSync(join(root, file)).mtimeMs}`)].join(
    "\n",
  );
  const key = createHash("sha256").update(state).digest("hex").slice(0, 16);
  const pages = join(root, "out", `web-${key}`);
  if (existsSync(pages)) return pages;
  for (const old of globSync("out/web-*", { cwd: root })) {
    const path = join(root, old);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
  const making = `${pages}-${process.pid}`;
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, "build", "--logLevel", "warn", "--outDir", making, "--emptyOutDir"],
    // As users get them: a test's own environment would pack what is for developers, three times as slow.
    { cwd: root, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } },
  );
  if (status !== 0) throw new Error(`the pages were not built:\n${stderr}`);
  if (existsSync(pages)) rmSync(making, { recursive: true });
  else renameSync(making, pages);
  return pages;
}

export interface OpenWorkbench {
  /** The copy of the case that the server serves: tests may change it. */
  readonly folder: string;
  readonly origin: string;
  readonly browser: Browser;
  /** A page that was let in; `asked` holds every address it asked for, `said` what went wrong in it. */
  page(
    path: string,
    look?: {
      readonly width?: number;
      readonly height?: number;
      readonly dark?: boolean;
      readonly language?: "en" | "ar";
    },
  ): Promise<{ readonly page: Page; readonly asked: string[]; readonly said: string[] }>;
  close(): Promise<void>;
}

/** Starts a server on a copy of a case folder, or on the files of a case, and a browser. */
export async function openWorkbench(source: string | Folder): Promise<OpenWorkbench> {
  const pages = builtPages();
  const base = mkdtempSync(join(tmpdir(), "tawazun-workbench-"));
  const folder = join(base, "case");
  if (typeof source === "string") cpSync(source, folder, { recursive: true });
  else await writeFiles(folder, source);
  const store = await openStore(":memory:");
  const token = "the-token-of-this-test";
  const serve = (place: string, openBeside?: (other: string) => Promise<string>) =>
    listening({
      folder: place,
      store,
      scope: place,
      version: "test",
      token,
      address: "127.0.0.1",
      port: 0,
      names: ["127.0.0.1"],
      openBeside,
      pages,
    });
  const beside: Awaited<ReturnType<typeof serve>>[] = [];
  const { app, origin } = await serve(folder, async (other) => {
    beside.push(await serve(other));
    return beside[beside.length - 1].link;
  });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: QUIET });
  return {
    folder,
    origin,
    browser,
    async page(path, look = {}) {
      const { width = 1280, height = 900, dark = false, language = "en" } = look;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? "dark" : "light",
        reducedMotion: "reduce",
        acceptDownloads: true,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      await page.addInitScript((chosen) => localStorage.setItem("language", chosen), language);
      const [asked, said]: [string[], string[]] = [[], []];
      page.on("request", (request) => asked.push(request.url()));
      page.on("pageerror", (error) => said.push(error.message));
      page.on("console", (message) => {
        // A refused request is told to the reader by the page itself.
        if (message.type() === "error" && !/Failed to load resource/.test(message.text())) {
          said.push(message.text());
        }
      });
      await page.goto(`${origin}/login?t=${token}`);
      await page.goto(origin + path);
      await page.locator("h1").waitFor();
      return { page, asked, said };
    },
    async close() {
      await browser.close();
      for (const one of beside) await one.app.close();
      await app.close();
      await store.destroy();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** What axe finds that is serious or worse, in words. */
export async function seriousFaults(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.options({ resultTypes: ["violations"] }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.target.join(" "))
          .slice(0, 4)
          .join(", ")}`,
    );
}
