import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { closingLine, countTests } from "./tally.ts";

const tests = (...statuses: string[]) =>
  statuses.map((status, i) => ({ status, fullName: `says ${i}`, ancestorTitles: [] }));

/** A report as the JSON reporter writes one. */
function report(...testResults: { name: string; status: string; assertionResults: unknown[] }[]): string {
  const file = join(mkdtempSync(join(tmpdir(), "tally-")), "report.json");
  writeFileSync(file, JSON.stringify({ testResults }));
  return file;
}

const count = (file: string, exitCode: number) => countTests(file, exitCode, (path) => path);

describe("the count of tests", () => {
  it("tells passed, failed and skipped apart, and names what failed by its file", () => {
    const file = report(
      {
        name: "a.test.ts",
        status: "passed",
        assertionResults: tests("passed", "skipped", "pending", "todo"),
      },
      { name: "b.test.ts", status: "failed", assertionResults: tests("passed", "failed") },
    );
    expect(count(file, 1)).toEqual({ passed: 2, skipped: 3, failures: ["b.test.ts › says 1"] });
  });

  it("counts a test file that does not load as a failure", () => {
    const file = report({ name: "a.test.ts", status: "failed", assertionResults: [] });
    expect(count(file, 1).failures).toEqual(["a.test.ts › did not load"]);
  });

  it("fails when no test ran at all", () => {
    expect(count(report(), 0).failures).toEqual(["vitest › no test ran"]);
    const skipped = report({ name: "a.test.ts", status: "passed", assertionResults: tests("skipped") });
    expect(count(skipped, 0).failures).toEqual(["vitest › no test ran"]);
  });

  it("fails when vitest fails beside its tests, as by an error that nobody caught", () => {
    const file = report({ name: "a.test.ts", status: "passed", assertionResults: tests("passed") });
    expect(count(file, 1)).toEqual({ passed: 1, skipped: 0, failures: ["vitest › ended with code 1"] });
  });

  it("fails when there is no report", () => {
    expect(count(join(tmpdir(), "no-such-report.json"), 137).failures).toHaveLength(1);
  });

  it("closes with one line, and speaks of skipped tests only where there are some", () => {
    expect(closingLine([{ passed: 4, skipped: 0, failures: [] }])).toBe("4 passed, 0 failed");
    const two = [
      { passed: 4, skipped: 1, failures: ["a"] },
      { passed: 1, skipped: 1, failures: [] },
    ];
    expect(closingLine(two)).toBe("5 passed, 1 failed, 2 skipped");
  });
});
