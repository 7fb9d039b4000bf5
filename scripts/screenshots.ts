// npm run screenshots -- [REPORT.html [FOLDER]]: pictures of a written report, light and dark, for the README and
// docs/screenshots. npm run screenshots -- --workbench [CASE [FOLDER]]: of every page of the workbench.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";
import { root } from "./root.ts";
import { workbenchScreenshots } from "./workbench-screenshots.ts";

const QUIET = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error("There is no Chromium on this machine; npm test says how to get one.");
  process.exit(1);
}
if (process.argv[2] === "--workbench") {
  const kept = resolve(process.argv[4] ?? join(root, "docs", "screenshots"));
  mkdirSync(kept, { recursive: true });
  await workbenchScreenshots(resolve(process.argv[3] ?? join(root, "cases", "iraq-2012")), kept);
  process.exit(0);
}
const page = pathToFileURL(resolve(process.argv[2] ?? join(root, "out", "iraq-2012", "report.html"))).href;
const folder = resolve(process.argv[3] ?? join(root, "docs", "screenshots"));
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: QUIET });
for (const colorScheme of ["light", "dark"] as const) {
  const view = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    colorScheme,
    reducedMotion: "reduce",
  });
  await view.goto(page);
  await view.screenshot({ path: join(folder, `report-${colorScheme}.png`) });
  for (const section of ["power", "network", "futures", "questions"]) {
    await view.locator(`#${section}`).evaluate((element) => element.scrollIntoView());
    await view.waitForTimeout(500);
    await view.screenshot({ path: join(folder, `report-${section}-${colorScheme}.png`) });
  }
  await view.close();
}
await browser.close();
