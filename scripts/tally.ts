import { existsSync, readFileSync } from "node:fs";

/** How some tests went: each failure by its file and name. */
export interface Tally {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

/** As much of the report of vitest's JSON reporter as is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * Counts tests in the report that vitest's JSON reporter wrote to `file`.
 *
 * @param exitCode what vitest ended with: a code other than 0 fails even if no single test did.
 * @param shown how a test file's path is shown.
 * @returns at least one failure where there is no report, or no test in it.
 */
export function countTests(file: string, exitCode: number, shown: (path: string) => string): Tally {
  if (!existsSync(file)) return { passed: 0, skipped: 0, failures: [`vitest ended with code ${exitCode}`] };
  const { testResults }: Report = JSON.parse(readFileSync(file, "utf8"));
  let passed = 0;
  let skipped = 0;
  const failures: string[] = [];
  for (const { name, status, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === "failed");
    passed += assertionResults.filter((test) => test.status === "passed").length;
    skipped += assertionResults.length - failed.length;
    failures.push(...failed.map((test) => `${shown(name)} › ${test.fullName}`));
    if (status === "failed" && failed.length === 0) failures.push(`${shown(name)} › did not load`);
  }
  skipped -= passed;
  if (passed + failures.length === 0) failures.push("vitest › no test ran");
  if (exitCode !== 0 && failures.length === 0) failures.push(`vitest › ended with code ${exitCode}`);
  return { passed, skipped, failures };
}

/** `12 passed, 1 failed`, and `, 2 skipped` where there are such. */
export function closingLine(tallies: readonly Tally[]): string {
  const sum = (of: (tally: Tally) => number): number =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  const skipped = sum((tally) => tally.skipped);
  const failed = sum((tally) => tally.failures.length);
  const line = `${sum((tally) => tally.passed)} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}
