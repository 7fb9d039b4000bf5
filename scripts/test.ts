// npm test: everything that must hold, in one go, with one closing line. `npm test -- --fast` leaves out the slow
// tests, the browser and the package; `npm test -- src/case` runs the unit tests under that path only.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "./build.ts";
import { root } from "./root.ts";
import { closingLine, countTests, type Tally } from "./tally.ts";

const words = process.argv.slice(2);
const fast = words.includes("--fast");
const paths = words.filter((word) => !word.startsWith("-"));
const bin = (name: string): string => join(root, "node_modules", ".bin", name);

/** A check of the whole house that counts as one test; it returns what is wrong, or nothing. */
interface HouseCheck {
  readonly name: string;
  readonly complaints: () => string;
}

function output(command: string, arguments_: readonly string[]): string {
  const run = spawnSync(command, arguments_, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (run.error !== undefined) return run.error.message;
  return run.status === 0 ? "" : `${run.stdout}${run.stderr}`.trim() || `it ended with code ${run.status}`;
}

const houseChecks: readonly HouseCheck[] = [
  { name: "lint and format", complaints: () => output(bin("biome"), ["check", "--error-on-warnings"]) },
  { name: "types", complaints: () => output(bin("tsc"), ["--noEmit", "-p", "tsconfig.json"]) },
  { name: "nothing unused", complaints: () => output(bin("knip"), ["--no-progress"]) },
  { name: "build", complaints: () => build() },
];

const MOST_LINES = 100;

/** The first lines of a long complaint. */
function clipped(complaint: string): string {
  const lines = complaint.split("\n");
  const more = lines.length - MOST_LINES;
  return more <= 0 ? complaint : [...lines.slice(0, MOST_LINES), `… and ${more} lines more`].join("\n");
}

function checkHouse(): Tally {
  const failures: string[] = [];
  for (const { name, complaints } of houseChecks) {
    process.stdout.write(`${name} … `);
    const began = performance.now();
    const found = complaints();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      found === "" ? `as it should be (${seconds} s)` : `NOT as it should be:\n\n${clipped(found)}\n`,
    );
    if (found !== "") failures.push(`house › ${name}`);
  }
  return { passed: houseChecks.length - failures.length, skipped: 0, failures };
}

function runTests(): Tally {
  const report = join(root, "out", `tests-${process.pid}.json`);
  mkdirSync(join(root, "out"), { recursive: true });
  const without = fast ? ["--exclude=**/*.slow.test.ts", "--exclude=**/*.browser.test.ts"] : [];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  console.log(`\ntests${fast ? ", the fast ones" : ""} …`);
  const run = spawnSync(bin("vitest"), ["run", ...reporters, ...without, ...paths], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const tally = countTests(report, run.status ?? 1, (file) => relative(root, file));
  rmSync(report, { force: true });
  return tally;
}

const tallies = [...(paths.length === 0 ? [checkHouse()] : []), runTests()];
const failures = tallies.flatMap((tally) => tally.failures);
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join("\n")}`);
console.log(`\n${closingLine(tallies)}`);
process.exitCode = failures.length > 0 ? 1 : 0;
