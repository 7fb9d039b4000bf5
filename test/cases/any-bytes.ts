import fc from "fast-check";
import { expect } from "vitest";
import { type Case, type Folder, readCase, readOutcomes } from "../../src/case/index.ts";

/** Bytes that mean something to YAML and CSV, and any others. */
const piece = fc.oneof(
  fc.constantFrom(..."-:?,[]{}#&*!|>'\"%@`\t\n\r \0~\uFEFF;.=<"),
  fc.constantFrom(
    "\n  - ",
    ": ",
    "---\n",
    "...\n",
    "<<: ",
    "&a ",
    "*a",
    "!!set ",
    "? ",
    "|2-\n",
    "\r\n",
    "[[[[",
    "}}}}",
  ),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "null",
    "true",
    "-.inf",
    ".nan",
    "0x",
    "1e999",
    "2012-02-30",
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 40 }).map((parts) => new TextEncoder().encode(parts.join("")));
const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), text);

/** Where a file is cut, and what is put there instead. */
export interface Mutation {
  readonly file: number;
  readonly at: number;
  readonly cut: number;
  readonly insert: Uint8Array;
  readonly end: boolean;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  cut: fc.nat({ max: 60 }),
  insert: anyBytes,
  end: fc.boolean(),
});

/** A folder with a stretch of one file replaced by anything, or with its end cut off. */
export function mutated(folder: Folder, { file, at, cut, insert, end }: Mutation): Folder {
  const names = [...folder.keys()].filter((name) => !name.startsWith("."));
  const name = names[file % names.length];
  const bytes = folder.get(name) ?? new Uint8Array();
  const from = at % (bytes.length + 1);
  const rest = end ? new Uint8Array() : bytes.subarray(from + cut);
  const parts = [bytes.subarray(0, from), insert, rest];
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((offset, part) => {
    all.set(part, offset);
    return offset + part.length;
  }, 0);
  return new Map(folder).set(name, all);
}

/** A folder of files with the names that mean something, and any bytes in them. */
export const random = fc
  .dictionary(
    fc.constantFrom(
      "case.yaml",
      "x.yml",
      "stakes.csv",
      "events.csv",
      "outcomes.yaml",
      "documents/briefing.md",
    ),
    anyBytes,
  )
  .map((files): Folder => new Map(Object.entries(files)));

/** Reading must come back, with findings that can be shown, and a case only where nothing is wrong with its shape. */
export function readsWithoutThrowing(folder: Folder, world: Case): void {
  const { findings, world: found } = readCase(folder, { moves: ["co-opt"], eventTypes: ["ACCUSE"] });
  for (const { code, severity, place, message } of findings) {
    expect(code).toMatch(/^(file|yaml|csv|case)\/[a-z-]+$/);
    expect(["error", "warning", "note"]).toContain(severity);
    expect(typeof place.file).toBe("string");
    expect(message.length).toBeGreaterThan(10);
  }
  expect(JSON.parse(JSON.stringify(findings))).toEqual(findings.map((f) => JSON.parse(JSON.stringify(f))));
  if (found === undefined) expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  else expect(hasNull(found)).toBe(false);
  const outcomes = readOutcomes(folder, world);
  if (outcomes.outcomes === undefined) expect(outcomes.findings.length).toBeGreaterThan(0);
}

/** Whether there is a null, a NaN or an infinity anywhere in a value. */
function hasNull(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null) return value === null;
  return Object.values(value).some(hasNull);
}
