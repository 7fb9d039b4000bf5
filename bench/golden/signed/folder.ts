// What lies in a folder of signed networks: its tables, known by their columns alone.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { type SignedNetwork, signedNetwork, type Tie } from "../../../src/measure/index.ts";

/** A table as text: its columns, and its rows by column. */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly [column: string]: string }[];
}

/** A network with where it was found: a file, or one year of a file. */
export interface Found {
  readonly file: string;
  /** The year, for a file with several. */
  readonly part?: string;
  readonly network: SignedNetwork;
}

/** Files with an ending, in the folder and the folders in it, by name. */
export function filesOf(directory: string, ending: string, inside = ""): string[] {
  return readdirSync(join(directory, inside))
    .sort()
    .flatMap((name) => {
      const path = join(inside, name);
      if (statSync(join(directory, path)).isDirectory()) return filesOf(directory, ending, path);
      return name.endsWith(ending) ? [path] : [];
    });
}

export function table(directory: string, file: string): Table {
  const text = readFileSync(join(directory, file), "utf8");
  const options = {
    columns: true,
    comment: "#",
    skip_empty_lines: true,
    relax_column_count: true,
    bom: true,
  };
  const rows = parse(text, options) as unknown as { [column: string]: string }[];
  return { file, columns: Object.keys(rows[0] ?? {}), rows };
}

/** The columns of a file, from its first line that is no remark. */
export function columnsOf(directory: string, file: string): string[] {
  const text = readFileSync(join(directory, file), "utf8");
  const line = text.split("\n", 20).find((one) => one.trim() !== "" && !one.startsWith("#")) ?? "";
  return line
    .trim()
    .split(",")
    .map((name) => name.replaceAll('"', ""));
}

/** Whether a file lists ties: from, to and a sign, with or without a year before them. */
export function listsTies(columns: readonly string[]): boolean {
  return ["source", "target", "sign"].every((name) => columns.includes(name));
}

/** The networks of a file of ties, one for each year if it has years. Parallel ties and ties to oneself are kept. */
export function networksOf(directory: string, file: string): Found[] {
  const { columns, rows } = table(directory, file);
  const year = columns[0] === "source" ? undefined : columns[0];
  const parts = new Map<string, Tie[]>();
  for (const row of rows) {
    const part = year === undefined ? "" : row[year];
    const ties = parts.get(part) ?? [];
    if (ties.length === 0) parts.set(part, ties);
    ties.push([row.source, row.target, Number(row.sign)]);
  }
  return [...parts].map(([part, ties]) => ({
    file,
    ...(year === undefined ? {} : { part }),
    network: signedNetwork(ties, { selfTies: "keep" }),
  }));
}

/** How long a network may take before it is given up, in milliseconds. */
const PATIENCE = 120_000;

/** A question to stop once patience is over. */
export function patience(): () => boolean {
  const end = performance.now() + PATIENCE;
  return () => performance.now() > end;
}
