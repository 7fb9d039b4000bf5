import { didYouMean, TawazunError } from "../../base/index.ts";
import { MOST_ROWS, type QueryAnswer, type QueryAsked, type Value } from "./answer.ts";
import { conditionOf } from "./condition.ts";
import type { FoundTable } from "./find-tables.ts";
import { type Groups, groupsOf } from "./groups.ts";
import { eachRow, shapeOf, type TableRow } from "./read-rows.ts";
import { tablesIn } from "./sql-refusal.ts";

/** Columns that say which row it is; of groups they tell nothing. */
const PLACES = ["run", "point", "future"];

/**
 * Asks one table by columns, conditions and groups, without DuckDB: file after file, so that memory follows the answer
 * and not the table.
 *
 * @throws {TawazunError} `query/table`, `query/column` for names that there are not; `query/where`; `query/file`.
 */
export async function askPlainly(tables: readonly FoundTable[], asked: QueryAsked): Promise<QueryAnswer> {
  const table = tableOf(tables, asked.table);
  const known = new Set<string>();
  // shards of one run have one form: the first of each run tells
  const seen = new Set<string>();
  for (const file of table.files) {
    if (seen.has(file.run ?? file.path)) continue;
    seen.add(file.run ?? file.path);
    for (const column of (await shapeOf(file)).columns) known.add(column);
  }
  const conditions = (asked.where ?? []).map(conditionOf);
  const { columns, group } = asked;
  for (const name of [...(columns ?? []), ...(group ?? []), ...conditions.map(({ column }) => column)]) {
    if (known.has(name)) continue;
    const message = `The table ${table.name} has no column "${name}".${didYouMean(name, known)} It has ${[...known].join(", ")}.`;
    throw new TawazunError("query/column", message);
  }
  const left = group === undefined ? [] : [...group, ...PLACES];
  const shown = columns ?? [...known].filter((name) => !left.includes(name));
  const read = [...new Set([...shown, ...(group ?? []), ...conditions.map(({ column }) => column)])];
  const groups: Groups | undefined = group === undefined ? undefined : groupsOf(group, shown);
  const rows: (readonly Value[])[] = [];
  let more = false;
  const take = (row: TableRow): void => {
    if (!conditions.every((condition) => condition.holds(row))) return;
    if (groups !== undefined) groups.add(row);
    else if (rows.length < MOST_ROWS) rows.push(shown.map((name) => row[name] ?? null));
    else more = true;
  };
  const stopped = (): boolean => asked.signal?.aborted === true;
  for (const file of table.files) {
    if (stopped() || more) break;
    await eachRow(file, read, take);
  }
  if (groups === undefined) return { columns: shown, rows, more, stopped: stopped() };
  return { ...groups.end(), more: false, stopped: stopped() };
}

/** What tables there are: their columns, rows and files. */
export async function describeTables(tables: readonly FoundTable[]): Promise<QueryAnswer> {
  const rows: (readonly Value[])[] = [];
  for (const { name, files } of tables) {
    const columns = new Set<string>();
    let count = 0;
    for (const file of files) {
      const shape = await shapeOf(file);
      for (const column of shape.columns) columns.add(column);
      count += shape.rows;
    }
    rows.push([name, count, files.length, [...columns].join(", ")]);
  }
  return { columns: ["table", "rows", "files", "columns"], rows, more: false, stopped: false };
}

function tableOf(tables: readonly FoundTable[], named: string | undefined): FoundTable {
  const name = named ?? (tables.length === 1 ? tables[0].name : "rows");
  const found = tables.find((table) => table.name === name);
  if (found !== undefined) return found;
  const why = named === undefined ? "Say of which table, with --table." : `There is no table "${named}".`;
  throw new TawazunError("query/table", `${why} ${tablesIn(tables)}`);
}
