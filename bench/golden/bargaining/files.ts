import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parse } from "csv-parse/sync";
import type { GoldenRow } from "../row.ts";

/** One JSON file of a folder of tables, and where it stands. */
export interface Table {
  /** Relative to the folder of tables. */
  readonly file: string;
  /** The folder it lies in. */
  readonly folder: string;
  readonly json: Json;
}

/** What JSON may hold; each checker looks whether it has the shape it knows. */
// biome-ignore lint/suspicious/noExplicitAny: files from outside, read by shape
export type Json = any;

/** A checker: whether it knows a table's shape, and what it finds. */
export interface Checker {
  readonly knows: (table: Table) => boolean;
  readonly check: (table: Table) => readonly GoldenRow[];
}

/** Every JSON file under a directory, in the order of names. */
export function tables(directory: string): Table[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const path = join(directory, name);
      return {
        file: relative(directory, path),
        folder: dirname(path),
        json: JSON.parse(readFileSync(path, "utf8")),
      };
    });
}

/** The cells of a CSV file, line by line. */
export function cells(path: string): string[][] {
  return parse(readFileSync(path, "utf8"), { relax_column_count: true, trim: true, skip_empty_lines: true });
}

/** The lines of a CSV file by the names of its columns. */
export function records(path: string): { [column: string]: string }[] {
  return parse(readFileSync(path, "utf8"), { columns: true, trim: true, skip_empty_lines: true });
}

/** The input beside an output: `name.input.csv` or `name.input.xml` for any `name.….json`, or as it says. */
export function inputBeside({ folder, file, json }: Table): string | undefined {
  const base = file.split(/[\\/]/).at(-1)!.split(".")[0];
  const said = typeof json.input === "string" ? [json.input, json.input.replace(/\.\w+$/, "")] : [];
  const candidates = [...said, base].flatMap((name) => [name, `${name}.input.csv`, `${name}.input.xml`]);
  return candidates.map((name) => join(folder, name)).find((path) => /\.\w+$/.test(path) && existsSync(path));
}

/** A table that cannot be checked in this folder, and why. */
export function skipped(file: string, table: string, why: string): GoldenRow[] {
  return [{ file, table, passed: true, compared: 0, note: `skipped: ${why}` }];
}

/** Counts figures and keeps the largest difference. */
export class Comparison {
  compared = 0;
  worst = 0;
  wrong = 0;
  readonly #tolerance: number;

  constructor(tolerance: number) {
    this.#tolerance = tolerance;
  }

  /** Compares two numbers; a missing one is wrong. */
  number(ours: number | undefined, theirs: number): void {
    const difference = ours === undefined ? Number.POSITIVE_INFINITY : Math.abs(ours - theirs);
    this.compared += 1;
    if (!(difference <= this.#tolerance)) this.wrong += 1;
    if (Number.isFinite(difference)) this.worst = Math.max(this.worst, difference);
  }

  /** Compares anything by whether it is the same. */
  same(ours: unknown, theirs: unknown): void {
    this.compared += 1;
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) this.wrong += 1;
  }

  row(file: string, table: string, digits: string, note?: string): GoldenRow {
    const { compared, worst, wrong } = this;
    const count = wrong === 0 ? undefined : `${wrong} of ${compared} figures differ`;
    const notes = [count, note].filter((one) => one !== undefined).join("; ");
    return {
      file,
      table,
      passed: wrong === 0 && compared > 0,
      compared,
      worst,
      digits,
      ...(notes === "" ? {} : { note: notes }),
    };
  }
}
