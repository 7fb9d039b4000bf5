// Where a Chromium is, for the browser tests; and how to get one. Node built-ins only: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { withProgress } from "./progress.mjs";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];

const USUAL_PLACES = [
  "/usr/lib/chromium/chromium",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * @param {string} path
 * @returns {boolean}
 */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The one that playwright-core has put into its own cache, if it has.
 *
 * @returns {string | undefined}
 */
function playwrightChromium() {
  try {
    return createRequire(import.meta.url)("playwright-core").chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * The Chromium on this machine: CHROME_PATH, then the path, then the usual places, then playwright's own.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const given = process.env.CHROME_PATH;
  if (given !== undefined && given !== "") return isProgram(given) ? given : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return (
    [...onPath, ...USUAL_PLACES].find(isProgram) ?? [playwrightChromium()].find((p) => p && isProgram(p))
  );
}

/** Whether the machine's packages are Debian's, or those of a system that comes from it. */
export function isDebianLike() {
  if (!existsSync("/etc/os-release")) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync("/etc/os-release", "utf8"));
}

/** Ubuntu's `chromium` package is a door to snap, which containers lack: the browser itself must answer. */
function chromiumThatAnswers() {
  const path = findChromium();
  return path !== undefined && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0
    ? path
    : undefined;
}

/**
 * Installs a Chromium: from Debian's packages when root there, else by playwright.
 *
 * @param {string} root the clone
 * @returns {Promise<{ path?: string, why: string }>} where it is, or why there is none.
 */
export async function installChromium(root) {
  const given = process.env.CHROME_PATH;
  if (given) return { why: `CHROME_PATH is ${given}, and that is no program that can be run` };
  let why = "";
  if (process.getuid?.() === 0 && isDebianLike()) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    // A list that cannot be renewed (a foreign repository is down) does not stop the install.
    await withProgress("reading Debian's package lists", "apt-get", ["update", "-qq"], { env });
    const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
    const debian = await withProgress("installing Chromium from Debian's packages", "apt-get", install, {
      env,
    });
    const path = chromiumThatAnswers();
    if (path !== undefined) return { path, why };
    why = lastLine(debian.errors) || "the package's browser does not start";
  }
  const cli = join(root, "node_modules", "playwright-core", "cli.js");
  const arguments_ = [cli, "install", "chromium"];
  const playwright = await withProgress(
    "fetching Chromium with playwright-core",
    process.execPath,
    arguments_,
    {
      cwd: root,
    },
  );
  const path = chromiumThatAnswers();
  return path === undefined ? { why: why || lastLine(playwright.errors) } : { path, why };
}

/**
 * @param {string} text
 * @returns {string}
 */
function lastLine(text) {
  return text.trim().split("\n").slice(-1)[0];
}
