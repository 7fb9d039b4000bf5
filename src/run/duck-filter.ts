import type { DuckDBConnection } from "@duckdb/node-api";
import { nameKey, type Part, type ReadingOptions, type TableForm } from "../events/index.ts";

/** So many different values of a column are told apart; beyond, rows are looked at one by one. */
const MOST_VALUES = 20_000;

/** A text in SQL. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A name in SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A condition in SQL under which rows may be wanted, and how many rows it leaves out.
 *
 * What days, types and names mean is decided here, not in SQL: the different values of the columns are asked
 * for, and those that are wanted are listed.
 */
export async function likelyRows(
  connection: DuckDBConnection,
  source: string,
  form: TableForm,
  names: ReadonlyMap<string, string>,
  { only, who }: ReadingOptions,
): Promise<{ readonly sql: string; readonly leftOut: number }> {
  if (only === undefined) return { sql: "", leftOut: 0 };
  const conditions: string[] = [];
  async function restrict<T>(part: Part<T>, isWanted: (made: T) => boolean): Promise<string | undefined> {
    const columns = part.columns.filter((column) => names.has(column));
    const cells = columns.map(
      (column) => `coalesce(CAST(${quoted(names.get(column) ?? column)} AS VARCHAR), '')`,
    );
    const sql = `SELECT DISTINCT ${cells.join(", ")} FROM ${source} LIMIT ${MOST_VALUES + 1}`;
    const values = (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(String));
    if (values.length > MOST_VALUES) return undefined;
    const kept = values.filter((row) => {
      const made = part.of((column) => (row[columns.indexOf(column)] ?? "").trim());
      // Rows at fault are kept, so that they are reported.
      return (typeof made === "object" && made !== null && "problem" in made) || isWanted(made);
    });
    if (kept.length === values.length) return undefined;
    if (kept.length === 0) return "false";
    return `(${cells.join(", ")}) IN (${kept.map((row) => `(${row.map(text).join(", ")})`).join(", ")})`;
  }
  if (only.from !== undefined || only.to !== undefined) {
    const [from, to] = [only.from ?? Number.NEGATIVE_INFINITY, only.to ?? Number.POSITIVE_INFINITY];
    conditions.push((await restrict(form.day, (day) => Number(day) >= from && Number(day) <= to)) ?? "true");
  }
  if (only.types !== undefined) {
    const types = new Set(only.types);
    const condition = await restrict(form.type, (made) => "type" in made && types.has(made.type));
    conditions.push(condition ?? "true");
  }
  // Where a case says who is who, the day may decide: its actors are sought row by row.
  if (only.actors !== undefined && who === undefined) {
    const keys = new Set(only.actors.map(nameKey));
    const isNamed = (made: object | undefined): boolean =>
      made !== undefined && "name" in made && keys.has(nameKey(String(made.name)));
    const source = await restrict(form.source, isNamed);
    const target = await restrict(form.target, isNamed);
    if (source !== undefined && target !== undefined) conditions.push(`(${source} OR ${target})`);
  }
  const needed = conditions.filter((condition) => condition !== "true");
  if (needed.length === 0) return { sql: "", leftOut: 0 };
  const sql = `WHERE ${needed.join(" AND ")}`;
  const counted = await connection.runAndReadAll(
    `SELECT count(*) FILTER (NOT (${needed.join(" AND ")}))::INTEGER FROM ${source}`,
  );
  return { sql, leftOut: Number(counted.getRows()[0][0]) };
}
