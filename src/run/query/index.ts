import type { QueryAnswer, QueryAsked } from "./answer.ts";
import { askPlainly, describeTables } from "./ask-plainly.ts";
import { askSql } from "./ask-sql.ts";
import { findTables } from "./find-tables.ts";

/**
 * Asks the tables that lie in files and folders: rows of sweeps, their summaries, and any other Parquet or CSV.
 *
 * `rows` are the shards of the runs below a folder, with the `run` in front; any other table is called as its file is.
 * With `sql` DuckDB answers, which need not be installed for the rest. Of nothing asked, the answer is what tables
 * there are.
 *
 * @throws {TawazunError} `query/sql` for a question that cannot be answered, with its place; `query/reads` for a
 * statement that would write; `query/table`, `query/column`, `query/where`; `query/file`, `query/none`;
 * `query/duckdb` where SQL is asked and DuckDB is not installed.
 * @example
 * ```ts
 * import { queryFiles } from "tawazun/run";
 * const code = await queryFiles(["not-there"], {}).catch((error) => error.code);
 * code; //=> "query/file"
 * ```
 */
export async function queryFiles(paths: readonly string[], asked: QueryAsked): Promise<QueryAnswer> {
  const tables = await findTables(paths);
  if (asked.sql !== undefined) return askSql(tables, asked.sql, asked.signal);
  const { table, columns, where, group } = asked;
  if ([table, columns, where, group].every((one) => one === undefined)) return describeTables(tables);
  return askPlainly(tables, asked);
}
