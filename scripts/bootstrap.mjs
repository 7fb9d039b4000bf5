// Makes a bare clone ready: packages, Node 24, and with --browser what tests need besides: a Chromium, and where tests
// run by themselves Redis and PostgreSQL. It is what `npm start` and
// `npm test` run first, under whatever Node the machine has; so it uses Node's built-ins only.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, installChromium } from "./chromium.mjs";
import { withProgress } from "./progress.mjs";
import { ensureServers } from "./services.mjs";

// 22.18 is the first of line 22 that runs TypeScript files without a flag; what is published runs from 22.12 on.
const OLDEST_NODE = [22, 18];

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const stampFile = join(modules, ".tawazun", "installed");

/**
 * Stops with a message for the person at the terminal.
 *
 * @param {string} message
 * @returns {never}
 */
function giveUp(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/**
 * @param {string} text
 * @returns {string}
 */
function firstLines(text) {
  return text.trim().split("\n").slice(0, 8).join("\n");
}

/** What node_modules must agree with: the lock file, and the machine. */
function wantedStamp() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform} ${process.arch}`;
}

/** Whether node_modules already holds the locked packages, put there by hand with npm. */
function holdsLockedPackages() {
  const kept = join(modules, ".package-lock.json");
  if (!existsSync(kept)) return false;
  const wanted = Object.entries(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages);
  const have = JSON.parse(readFileSync(kept, "utf8")).packages;
  return wanted.every(([path, entry]) => {
    if (!path.startsWith("node_modules/")) return true;
    // An optional package is there only on the machines it is for.
    if (have[path] === undefined) return entry.optional === true;
    return have[path].version === entry.version && existsSync(join(root, path));
  });
}

/** npm, run by the Node that runs this. */
function npm() {
  const script = process.env.npm_execpath;
  if (script !== undefined && /\.[cm]?js$/.test(script)) {
    return { command: process.execPath, first: [script], shell: false };
  }
  return { command: "npm", first: [], shell: process.platform === "win32" };
}

async function installPackages() {
  const { command, first, shell } = npm();
  // Not `npm ci`: it refuses a lock file when the registry at hand lacks a package for some other platform
  // (github.com/npm/cli/issues/9846). This installs the locked versions too and writes no lock file.
  const arguments_ = [...first, "install", "--no-save", "--prefer-offline", "--no-audit", "--no-fund"];
  const what = "installing the packages that are missing (once, about half a minute)";
  const { ok, errors } = await withProgress(what, command, [...arguments_, "--loglevel=error"], {
    cwd: root,
    shell,
  });
  if (ok && holdsLockedPackages()) return;
  if (ok) giveUp("The installed packages are not those of package-lock.json. Run: npm ci");
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(errors);
  giveUp(
    offline
      ? "The packages are not here yet and npm's registry does not answer. Connect to the network " +
          `(or set npm's proxy) and try again.\n\n${firstLines(errors)}`
      : `The packages could not be installed. What npm said:\n\n${firstLines(errors)}`,
  );
}

/** The version of the Node that scripts will run under: the clone's own, if it brought one that runs here. */
function scriptsNode() {
  const own = join(modules, ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (!existsSync(own)) return process.version;
  const answer = spawnSync(own, ["--version"], { encoding: "utf8", shell: process.platform === "win32" });
  if (answer.status === 0) return answer.stdout.trim();
  // A libc that this build does not know (Alpine): step aside for the machine's Node.
  rmSync(own, { force: true });
  return process.version;
}

function checkNode() {
  const version = scriptsNode();
  const [major, minor] = version.slice(1).split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  giveUp(
    `This clone needs Node ${OLDEST_NODE.join(".")} or later, best 24 LTS; here is ${version} on ` +
      `${process.platform} ${process.arch}. On Linux x64 with glibc the clone brings its own (if it does not ` +
      "run: delete node_modules and try again). On this machine install Node 24 from nodejs.org or with " +
      "a version manager (nvm install 24, fnm install 24, brew install node@24), then try again.",
  );
}

async function ensureBrowser() {
  if (findChromium() !== undefined) return;
  const { path, why } = await installChromium(root);
  if (path !== undefined) return;
  console.error(
    "There is no Chromium here and none could be installed" +
      `${why === "" ? "" : ` (${why})`}.\nThe tests in *.browser.test.ts will not run. ` +
      "Install Chromium or Chrome, or set CHROME_PATH to one.",
  );
  if (process.env.CI) process.exit(1);
}

const wanted = wantedStamp();
const stamped = existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted;
if (!stamped) {
  if (!holdsLockedPackages()) await installPackages();
  checkNode();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}
if (!existsSync(join(modules, ".bin", "node"))) checkNode();
if (process.argv.includes("--browser")) {
  await ensureBrowser();
  await ensureServers();
}
