// How long does it take, and how long do others take?
//   node bench/bench.ts <question> [--json] [--write] [--quick] [--data FOLDER] [words …]
// Each question is a file of bench/questions. With --write the table replaces the part of
// docs/benchmarks.md between <!-- bench:NAME --> and <!-- /bench:NAME -->.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, release } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { BenchQuestion, BenchResult } from "./questions/measurement.ts";

const here = dirname(fileURLToPath(import.meta.url));
const page = join(here, "..", "docs", "benchmarks.md");

function questions(): string[] {
  return readdirSync(join(here, "questions"))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "measurement.ts")
    .map((name) => name.slice(0, -3))
    .sort();
}

function thisMachine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() ?? "unknown processor"}, Node ${process.versions.node}, ${process.platform} ${release()}`;
}

/** A number as it is read: whole above 100, three digits below. */
function printed(value: string | number): string {
  if (typeof value === "string") return value;
  if (Number.isInteger(value)) return `${value}`;
  return Math.abs(value) >= 100 ? value.toFixed(0) : `${Number(value.toPrecision(3))}`;
}

function table(result: BenchResult): string {
  if (result.rows.length === 0) return "Nothing was measured.";
  const columns = Object.keys(result.rows[0]);
  const cells = [columns, ...result.rows.map((row) => columns.map((column) => printed(row[column] ?? "–")))];
  const widths = columns.map((_, i) => Math.max(3, ...cells.map((row) => row[i].length)));
  const numeric = columns.map((column) => result.rows.some((row) => typeof row[column] === "number"));
  const lines = cells.map(
    (row) =>
      `| ${row.map((cell, i) => (numeric[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(" | ")} |`,
  );
  const rule = `| ${widths.map((width, i) => (numeric[i] ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}

/** The section with its marks, put in place of the old one or at the end of the page. */
function withSection(text: string, name: string, body: string): string {
  const open = `<!-- bench:${name} -->`;
  const close = `<!-- /bench:${name} -->`;
  const section = `${open}\n${body}\n${close}`;
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from >= 0 && to > from) return text.slice(0, from) + section + text.slice(to + close.length);
  return `${text.trimEnd()}\n\n${section}\n`;
}

const { values, positionals } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    data: { type: "string", multiple: true, default: [] },
  },
  allowPositionals: true,
});
const [question, ...others] = positionals;
// A folder may stand by itself or after --data.
const words = [...values.data, ...others];
if (question === undefined || !questions().includes(question)) {
  process.stderr.write(
    `Usage: npm run bench -- <question> [--json] [--write] [--quick] [--data FOLDER]\nQuestions: ${questions().join(", ")}\n`,
  );
  process.exit(2);
}

const file = pathToFileURL(join(here, "questions", `${question}.ts`)).href;
const { bench } = (await import(file)) as BenchQuestion;
const result = await bench({ quick: values.quick, arguments: words });
const machine = result.machine ?? thisMachine();
const command = `npm run bench -- ${[question, ...words].join(" ")}${values.quick ? " --quick" : ""}`;
const date = new Date().toISOString().slice(0, 10);

if (values.json) {
  process.stdout.write(`${JSON.stringify({ question, command, date, ...result, machine }, null, 2)}\n`);
} else {
  process.stdout.write(`${result.title}\n${machine}\n\n${table(result)}\n`);
  for (const note of result.notes) process.stdout.write(`\n${note}\n`);
}
if (values.write) {
  const notes = result.notes.map((note) => `- ${note}`).join("\n");
  const body = `## ${result.title}\n\n\`${command}\` · ${date} · ${machine}\n\n${table(result)}${notes === "" ? "" : `\n\n${notes}`}`;
  const before = existsSync(page)
    ? readFileSync(page, "utf8")
    : "# Benchmarks\n\nEvery table here is written by the command above it.\n";
  writeFileSync(page, withSection(before, question, body));
  process.stderr.write(`Written to docs/benchmarks.md\n`);
}
