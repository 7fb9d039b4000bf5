import { createReadStream } from "node:fs";
import { availableParallelism } from "node:os";
import { createGunzip } from "node:zlib";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Finding, TawazunError } from "../base/index.ts";
import {
  columnsOf,
  eventOf,
  eventReader,
  type Feed,
  feedNamed,
  gdeltColumns,
  headerOf,
  type LogBuilder,
  type ReadingOptions,
  recognised,
  type TableForm,
  type Told,
} from "../events/index.ts";
import { likelyRows, quoted, text } from "./duck-filter.ts";
import { loadDuckdb } from "./load-duckdb.ts";

type Table = Feed & { readonly table: TableForm };
type DuckOptions = ReadingOptions & {
  readonly feed?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** What DuckDB may use at most; what does not fit goes to files beside. */
const MEMORY = "512MB";

/**
 * Reads a table of events with DuckDB: only the columns that are needed, and of its rows those that may be
 * wanted. The log is made from the result chunk by chunk.
 *
 * @returns nothing if the file is no table of a known feed: it is read without DuckDB then.
 * @throws {TawazunError} `events/duckdb` if it is not installed.
 */
export async function duckEvents(
  path: string,
  kind: "parquet" | "gzip" | "text",
  options: DuckOptions,
  into: LogBuilder,
): Promise<(Told & { readonly feed?: string }) | undefined> {
  const { DuckDBInstance } = await loadDuckdb("events/duckdb", "Or read the file without it.");
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: MEMORY,
    threads: String(Math.min(4, availableParallelism())),
  });
  const connection = await instance.connect();
  try {
    const source = kind === "parquet" ? await parquetSource(connection, path) : await textSource(path, kind);
    const form = tableOf(source, options.feed);
    if (form === undefined) return undefined;
    return { ...(await readTable(connection, path, source, form, options, into)), feed: form.id };
  } catch (error) {
    if (error instanceof TawazunError) throw error;
    return { findings: [failure(path, error)], rows: 0, leftOut: 0, strangers: [] };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A file as DuckDB reads it. */
interface Source {
  readonly sql: string;
  /** Names of columns as they stand. */
  readonly columns: readonly string[];
  /** First lines, to recognise the form. */
  readonly head: readonly string[];
}

async function parquetSource(connection: DuckDBConnection, path: string): Promise<Source> {
  const sql = `read_parquet(${text(path)})`;
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${sql}`);
  const columns = described.getColumns()[0].map(String);
  return { sql, columns, head: [columns.join("\t")] };
}

async function textSource(path: string, kind: "gzip" | "text"): Promise<Source> {
  const head = await headOf(path, kind === "gzip");
  const isBare = recognised(head)?.id === "gdelt" && !head[0].toLowerCase().includes("globaleventid");
  const { columns, separator } = isBare
    ? { columns: gdeltColumns(head[0].split("\t").length), separator: "\t" }
    : headerOf(head[0] ?? "");
  const options = [
    text(path),
    `delim=${text(separator)}`,
    isBare ? "quote=''" : `quote='"'`,
    isBare ? "escape=''" : `escape='"'`,
    "header=false",
    `skip=${isBare ? 0 : 1}`,
    "auto_detect=false",
    "strict_mode=false",
    "store_rejects=true",
    "rejects_limit=100000",
    ...(kind === "gzip" ? ["compression='gzip'"] : []),
    `columns={${columns.map((column) => `${text(column)}:'VARCHAR'`).join(", ")}}`,
  ];
  return { sql: `read_csv(${options.join(", ")})`, columns, head };
}

/** The first lines of a file. */
async function headOf(path: string, isGzip: boolean): Promise<readonly string[]> {
  const bytes = createReadStream(path);
  const stream = isGzip ? bytes.pipe(createGunzip()) : bytes;
  bytes.on("error", (error) => stream.destroy(error));
  let read = "";
  try {
    for await (const piece of stream) {
      read += (piece as Buffer).toString("utf8");
      if (read.split("\n").length > 8 || read.length > 1 << 20) break;
    }
  } finally {
    bytes.destroy();
  }
  return read
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .slice(0, 8);
}

function tableOf(source: Source, named: string | undefined): Table | undefined {
  const feed =
    named === undefined
      ? (recognised(source.head) ?? recognised([source.columns.join("\t")]))
      : feedNamed(named);
  return feed?.table === undefined ? undefined : (feed as Table);
}

async function readTable(
  connection: DuckDBConnection,
  path: string,
  source: Source,
  feed: Table,
  options: DuckOptions,
  into: LogBuilder,
): Promise<Told> {
  const names = new Map(source.columns.map((name) => [name.trim().toLowerCase(), name]));
  const used = columnsOf(feed.table).filter((column) => names.has(column));
  const select = used.map(
    (column) => `coalesce(CAST(${quoted(names.get(column) ?? column)} AS VARCHAR), '')`,
  );
  const reader = eventReader(feed, options, into);
  const failures: Finding[] = [];
  const where = await likelyRows(connection, source.sql, feed.table, names, options);
  try {
    const result = await connection.stream(`SELECT ${select.join(", ")} FROM ${source.sql} ${where.sql}`);
    for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
      if (chunk.rowCount === 0 || options.signal?.aborted === true) break;
      const columns = chunk.getColumns() as readonly (readonly string[])[];
      const at = new Map(used.map((column, k) => [column, columns[k]]));
      for (let row = 0; row < chunk.rowCount; row++) {
        reader.row(eventOf(feed.table, (column) => (at.get(column)?.[row] ?? "").trim()));
      }
    }
    if (source.sql.startsWith("read_csv")) await rejected(connection, reader.row);
  } catch (error) {
    failures.push(failure(path, error));
  }
  const told = reader.end();
  return {
    ...told,
    leftOut: told.leftOut + where.leftOut,
    rows: told.rows + where.leftOut,
    findings: [...failures, ...told.findings],
  };
}

/** Rows that DuckDB could not cut into cells, with their lines. */
async function rejected(
  connection: DuckDBConnection,
  row: (
    fault: { readonly problem: string; readonly given?: string; readonly column?: number },
    line?: number,
  ) => void,
): Promise<void> {
  const sql =
    "SELECT DISTINCT ON (line) CAST(line AS INTEGER), error_type::VARCHAR, csv_line, CAST(byte_position - line_byte_position AS INTEGER) FROM reject_errors ORDER BY line";
  const rows = (await connection.runAndReadAll(sql)).getRows();
  for (const [line, kind, given, column] of rows) {
    const problem = `The row cannot be cut into the cells of the table (${String(kind).toLowerCase()}).`;
    row({ problem, given: String(given ?? ""), column: Number(column ?? 0) + 1 }, Number(line));
  }
}

function failure(file: string, error: unknown): Finding {
  const words = error instanceof Error ? error.message.split("\n")[0].slice(0, 300) : String(error);
  const message = `DuckDB could not read all of the file: ${words} What was read before is kept.`;
  return { code: "feed/duckdb", severity: "error", place: { file }, message };
}
