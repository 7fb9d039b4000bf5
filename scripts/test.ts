// npm test: everything that must hold, in one go, with one closing line. `npm test -- --fast` leaves out the slow
// tests, the browser and the package; `npm test -- src/case` runs the unit tests under that path only.
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./root.ts";
import { closingLine, countTests, type Tally } from "./tally.ts";

const words = process.argv.slice(2);
const fast = words.includes("--fast");
const paths = words.filter((word) => !word.startsWith("-"));
const bin = (name: string): string => join(root, "node_modules", ".bin", name);

/** A check of the whole house that counts as one test: a command that complains by its exit code. */
interface HouseCheck {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
}

const houseChecks: readonly HouseCheck[] = [
  { name: "lint and format", command: bin("biome"), arguments: ["check", "--error-on-warnings"] },
  { name: "types", command: bin("tsc"), arguments: ["--noEmit", "-p", "tsconfig.json"] },
  { name: "nothing unused", command: bin("knip"), arguments: ["--no-progress"] },
  { name: "build", command: process.execPath, arguments: [join(root, "scripts", "build.ts")] },
];

/** What a check complains of, or nothing. */
function complaints({ command, arguments: words }: HouseCheck): Promise<string> {
  return new Promise((found) => {
    execFile(command, words, { cwd: root, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      found(error === null ? "" : `${stdout}${stderr}`.trim() || error.message);
    });
  });
}

const MOST_LINES = 100;

/** The first lines of a long complaint. */
function clipped(complaint: string): string {
  const lines = complaint.split("\n");
  const more = lines.length - MOST_LINES;
  return more <= 0 ? complaint : [...lines.slice(0, MOST_LINES), `… and ${more} lines more`].join("\n");
}

/** All checks of the house at once, each told as it ends. */
async function checkHouse(): Promise<Tally> {
  console.log(`${houseChecks.map(({ name }) => name).join(", ")} …`);
  const failures: string[] = [];
  const begun = houseChecks.map(async (check) => {
    const began = performance.now();
    const found = await complaints(check);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const how =
      found === "" ? `as it should be (${seconds} s)` : `NOT as it should be:\n\n${clipped(found)}\n`;
    console.log(`${check.name}: ${how}`);
    if (found !== "") failures.push(`house › ${check.name}`);
  });
  await Promise.all(begun);
  return { passed: houseChecks.length - failures.length, skipped: 0, failures };
}

function runTests(what: string, which: readonly string[]): Tally {
  const report = join(root, "out", `tests-${process.pid}.json`);
  mkdirSync(join(root, "out"), { recursive: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  console.log(`\n${what} …`);
  const run = spawnSync(bin("vitest"), ["run", ...reporters, ...which], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const tally = countTests(report, run.status ?? 1, (file) => relative(root, file));
  rmSync(report, { force: true });
  return tally;
}

/** Slow tests and those of the browser watch the clock: they have the machine for themselves, a file at a time. */
const APART = [".slow.test.ts", ".browser.test.ts"];

function runAll(): readonly Tally[] {
  if (paths.length > 0 && !fast) return [runTests("tests", paths)];
  const others = APART.map((end) => `--exclude=**/*${end}`);
  // not isolated, they share what they load, which halves their time
  const quick = runTests("fast tests", ["--no-isolate", "--maxWorkers=100%", ...others, ...paths]);
  return fast ? [quick] : [quick, runTests("slow tests", ["--no-file-parallelism", ...APART])];
}

const tallies = [...(paths.length === 0 ? [await checkHouse()] : []), ...runAll()];
const failures = tallies.flatMap((tally) => tally.failures);
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join("\n")}`);
console.log(`\n${closingLine(tallies)}`);
process.exitCode = failures.length > 0 ? 1 : 0;
