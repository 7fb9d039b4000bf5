// Compiles src into dist. When nothing changed since the last time, it only says so.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.ts";

const dist = join(root, "dist");
const stampFile = join(root, "node_modules", ".tawazun", "built");

/** A fingerprint of everything that goes into dist. */
function fingerprint(): string {
  const files = globSync("src/**/*.{ts,tsx,css,html}", { cwd: root }).filter(
    (file) => !file.endsWith(".test.ts"),
  );
  const hash = createHash("sha256");
  for (const file of [
    ...files.sort(),
    "tsconfig.json",
    "tsconfig.build.json",
    "vite.config.ts",
    "references.json",
    "docs/backtests.json",
  ]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function upToDate(wanted: string): boolean {
  return existsSync(dist) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted;
}

/** Puts a finished folder in the place of dist, so that an interrupted build leaves the old one whole. */
function replaceDist(made: string): void {
  rmSync(dist, { recursive: true, force: true });
  renameSync(made, dist);
}

/**
 * Builds dist if it is not up to date.
 *
 * @param starting is called before the compiler runs.
 * @returns what the compiler complains of; nothing when all went well.
 */
export function build(starting: () => void = () => undefined): string {
  const wanted = fingerprint();
  if (upToDate(wanted)) return "";
  starting();
  const made = join(root, `dist-${process.pid}`);
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const compiler = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", made], {
    cwd: root,
    encoding: "utf8",
  });
  if (compiler.status !== 0) {
    rmSync(made, { recursive: true, force: true });
    return compiler.stdout + compiler.stderr;
  }
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const pages = spawnSync(
    process.execPath,
    [vite, "build", "--outDir", join(made, "web"), "--logLevel", "warn"],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  if (pages.status !== 0) {
    rmSync(made, { recursive: true, force: true });
    return pages.stdout + pages.stderr;
  }
  const cli = join(made, "cli", "main.js");
  if (existsSync(cli)) chmodSync(cli, 0o755);
  replaceDist(made);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
  return "";
}

if (import.meta.main) {
  const complaints = build(() => console.error("building (a few seconds) …"));
  if (complaints !== "") {
    console.error(complaints);
    process.exitCode = 1;
  }
}
