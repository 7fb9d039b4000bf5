import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { TawazunError } from "../../base/index.ts";
import { reason } from "../folder.ts";

/** A file of a table, and the run in whose folder it stands. */
export interface TableFile {
  readonly path: string;
  readonly kind: "csv" | "parquet";
  readonly run?: string;
}

/** Files that are asked as one: those of one name in the folders of several runs, or the shards of their rows. */
export interface FoundTable {
  readonly name: string;
  readonly files: readonly TableFile[];
}

const MOST_FILES = 500_000;

/**
 * The tables that lie in files and folders: `rows` are the shards of runs, any other is called as its file is.
 *
 * @throws {TawazunError} `query/file` for a path that is not there or no table; `query/none` where none is found.
 * @remarks Files whose names begin with a dot, such as those that are being written, are no part of any table.
 */
export async function findTables(paths: readonly string[]): Promise<readonly FoundTable[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((error: unknown) => {
      throw new TawazunError("query/file", `There is no "${path}" that can be read: ${reason(error)}.`);
    });
    if (found.isDirectory()) files.push(...(await within(path)));
    else if (kindOf(path) === undefined)
      throw new TawazunError("query/file", `"${path}" is no table; give .parquet or .csv files, or folders.`);
    else files.push(resolve(path));
  }
  const tables = new Map<string, TableFile[]>();
  for (const path of new Set(files)) {
    const kind = kindOf(path);
    if (kind === undefined) continue;
    const run = runOf(path);
    const name = isShard(path) ? "rows" : nameOf(path);
    const file = { path, kind, ...(run === undefined ? {} : { run }) };
    // a CSV beside a Parquet file of the same name is another table
    const table =
      tables.get(name)?.[0].kind === (kind === "csv" ? "parquet" : "csv") ? `${name}_${kind}` : name;
    tables.set(table, [...(tables.get(table) ?? []), file]);
  }
  if (tables.size === 0) {
    const message = `There is no table in ${paths.join(", ")}: no .parquet and no .csv file. tawazun sweep makes some.`;
    throw new TawazunError("query/none", message);
  }
  return [...tables]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, found]) => ({ name, files: found.sort((a, b) => (a.path < b.path ? -1 : 1)) }));
}

async function within(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new TawazunError("query/file", `"${folder}" cannot be read: ${reason(error)}.`);
  });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => resolve(join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes(`${sep}node_modules${sep}`));
  if (files.length <= MOST_FILES) return files;
  throw new TawazunError(
    "query/file",
    `"${folder}" holds more than ${MOST_FILES} files; give one run's folder.`,
  );
}

function kindOf(path: string): "csv" | "parquet" | undefined {
  if (/\.parquet$/i.test(path)) return "parquet";
  return /\.csv$/i.test(path) ? "csv" : undefined;
}

function isShard(path: string): boolean {
  return /[/\\]shards[/\\]/.test(path) && kindOf(path) === "parquet";
}

/** The folder of `runs` in which a file stands. */
function runOf(path: string): string | undefined {
  return /[/\\]runs[/\\]([0-9a-f]{8,64})[/\\]/.exec(path)?.[1];
}

/** The name of a file as a name in SQL. */
function nameOf(path: string): string {
  const name = basename(path)
    .replace(/\.[^.]+$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (name === "") return nameOf(`${basename(dirname(path))}.csv`) || "table";
  return /^\d/.test(name) ? `t_${name}` : name;
}
