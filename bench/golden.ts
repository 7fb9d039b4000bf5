// Do we print what the papers and the other programs print?
//   node bench/golden.ts <family> [--data DIR] [--json]
// Each family's file in bench/golden finds its tables in DIR by their shape; none is listed by name.
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { GoldenFamily, GoldenRow } from "./golden/row.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** The families that can be checked: the files of bench/golden; what they share lies in folders beside them. */
function families(): string[] {
  return readdirSync(join(here, "golden"))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "row.ts")
    .map((name) => name.slice(0, -3))
    .sort();
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function difference(row: GoldenRow): string {
  if (row.compared === 0) return "nothing compared";
  if (row.worst === undefined || row.worst === 0) return row.passed ? "matched" : "differs";
  return `${row.passed ? "matched, worst" : "differs by"} ${row.worst.toExponential(1)}`;
}

function line(row: GoldenRow): string {
  const mark = row.passed ? "ok  " : "FAIL";
  const figures = `${row.compared} figure${row.compared === 1 ? "" : "s"}`;
  const asked = row.digits === undefined ? "" : ` (asked: ${row.digits})`;
  const note = row.note === undefined ? "" : `\n       ${row.note}`;
  return `${mark} ${row.file} · ${row.table} · ${figures} · ${difference(row)}${asked}${note}`;
}

const { values, positionals } = parseArgs({
  options: { data: { type: "string" }, json: { type: "boolean", default: false } },
  allowPositionals: true,
});
const family = positionals[0];
if (family === undefined || positionals.length > 1 || !families().includes(family)) {
  refuse(`Usage: npm run golden -- <family> [--data DIR] [--json]\nFamilies: ${families().join(", ")}`);
}

const file = pathToFileURL(join(here, "golden", `${family}.ts`)).href;
const { defaultDirectory, golden } = (await import(file)) as GoldenFamily;
const directory = values.data === undefined ? resolve(here, "..", defaultDirectory) : resolve(values.data);
if (!existsSync(directory)) {
  refuse(`There is no folder ${directory}. Name the folder of tables with --data DIR.`);
}

const rows = await golden(directory);
const failed = rows.filter((row) => !row.passed).length;
if (values.json) {
  process.stdout.write(
    `${JSON.stringify({ family, directory, rows, passed: rows.length - failed, failed }, null, 2)}\n`,
  );
} else {
  for (const row of rows) process.stdout.write(`${line(row)}\n`);
  if (rows.length === 0) process.stdout.write(`No tables of this family were found in ${directory}.\n`);
  process.stdout.write(`${rows.length - failed} passed, ${failed} failed\n`);
}
process.exitCode = failed > 0 || rows.length === 0 ? 1 : 0;
