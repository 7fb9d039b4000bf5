import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { TawazunError } from "../../base/index.ts";
import { quoted, text } from "../duck-filter.ts";
import { loadDuckdb } from "../load-duckdb.ts";
import { MOST_ROWS, type QueryAnswer, type Value } from "./answer.ts";
import type { FoundTable, TableFile } from "./find-tables.ts";
import { refusalOf } from "./sql-refusal.ts";

/** What DuckDB may hold in memory; what does not fit goes to files of a folder that is taken away. */
const MEMORY = "512MB";

/**
 * Asks tables in SQL, by DuckDB.
 *
 * Each table is a view of its files. Before the question is looked at, DuckDB is shut off from every other file and its
 * settings are locked, and only a question that reads is carried out: nothing can be written, whatever it says.
 *
 * @throws {TawazunError} `query/duckdb` if it is not installed; `query/sql` for a question that cannot be answered, with
 * the place; `query/reads` for a statement that is no question; `query/file` for a file that is no table.
 */
export async function askSql(
  tables: readonly FoundTable[],
  sql: string,
  signal?: AbortSignal,
): Promise<QueryAnswer> {
  const { DuckDBInstance, StatementType } = await loadDuckdb(
    "query/duckdb",
    "Or ask with --columns, --where and --group, which need none.",
  );
  const spill = await mkdtemp(join(tmpdir(), "tawazun-query-"));
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: MEMORY,
    threads: String(Math.min(4, availableParallelism())),
    temp_directory: spill,
  });
  const connection = await instance.connect();
  const interrupt = (): void => connection.interrupt();
  try {
    await makeViews(connection, tables);
    signal?.addEventListener("abort", interrupt);
    try {
      const statements = await connection.extractStatements(sql);
      if (statements.count !== 1)
        throw new TawazunError(
          "query/sql",
          "Ask one question at a time: one statement, without another after it.",
        );
      const statement = await statements.prepare(0);
      if (![StatementType.SELECT, StatementType.EXPLAIN].includes(statement.statementType)) {
        const kind = StatementType[statement.statementType];
        throw new TawazunError(
          "query/reads",
          `Tables are only read here; ${kind} is not carried out. Ask with SELECT.`,
        );
      }
      const reader = await statement.streamAndReadUntil(MOST_ROWS + 1);
      const rows = reader.getRows();
      return {
        columns: reader.columnNames(),
        rows: rows.slice(0, MOST_ROWS).map((row) => row.map(plain)),
        more: rows.length > MOST_ROWS,
        stopped: false,
      };
    } catch (error) {
      if (signal?.aborted === true) return { columns: [], rows: [], more: false, stopped: true };
      throw error instanceof TawazunError ? error : refusalOf(error, sql, tables);
    }
  } finally {
    signal?.removeEventListener("abort", interrupt);
    connection.closeSync();
    instance.closeSync();
    await rm(spill, { recursive: true, force: true });
  }
}

/** A view for each table, and no way to any other file. */
async function makeViews(connection: DuckDBConnection, tables: readonly FoundTable[]): Promise<void> {
  for (const { name, files } of tables) {
    try {
      await connection.run(`CREATE VIEW ${quoted(name)} AS ${viewOf(files)}`);
    } catch (error) {
      const words = error instanceof Error ? error.message.split("\n")[0] : String(error);
      throw new TawazunError("query/file", `The files of "${name}" cannot be read as one table: ${words}`);
    }
  }
  const paths = tables.flatMap(({ files }) => files.map(({ path }) => text(path)));
  await connection.run(`SET allowed_paths=[${paths.join(", ")}]`);
  await connection.run("SET autoinstall_known_extensions=false");
  await connection.run("SET autoload_known_extensions=false");
  await connection.run("SET enable_external_access=false");
  await connection.run("SET lock_configuration=true");
}

function viewOf(files: readonly TableFile[]): string {
  const runs = [...new Set(files.map(({ run }) => run))];
  return runs
    .map((run) => {
      const own = files.filter((file) => file.run === run);
      const list = `[${own.map(({ path }) => text(path)).join(", ")}]`;
      const read =
        own[0].kind === "parquet"
          ? `read_parquet(${list}, union_by_name=true)`
          : `read_csv(${list}, header=true, union_by_name=true)`;
      return `SELECT ${run === undefined ? "" : `${text(run)} AS run, `}* FROM ${read}`;
    })
    .join(" UNION ALL BY NAME ");
}

/** A value of DuckDB's as a plain one: whole numbers too large for exactness, dates and lists become text. */
function plain(value: DuckDBValue): Value {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if ("scale" in value && "toDouble" in value) return value.toDouble();
  return String(value);
}
