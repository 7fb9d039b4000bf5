import type { Case } from "../../case/index.ts";
import { table as asTable, csv, type Row, type Table } from "../../show/index.ts";

/** A value of a table that is taken away; nothing where the case says nothing. */
export type Value = string | number | boolean | undefined;

/** Rows under named columns, each column of one type: for a spreadsheet, R, Python, a database. */
export interface DataTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: "text" | "number" | "flag" }[];
  readonly rows: readonly { readonly [column: string]: Value }[];
}

/**
 * Every section of a case as a table, and the series' months, in the order of the case.
 *
 * @remarks A number that is uncertain has three columns, its likeliest value and its ends; what is a list or has
 * parts of its own stands as JSON.
 */
export function caseTables(source: Case): readonly DataTable[] {
  const sections = Object.entries(source).flatMap(([name, items]) =>
    Array.isArray(items) && items.length > 0 ? [tableOf(name, items as readonly object[])] : [],
  );
  const months = Object.values(source.values).flatMap(({ id, months: at, values }) =>
    at.map((month, m) => ({ series: id, month, value: values[m] })),
  );
  return months.length === 0 ? sections : [...sections, tableOf("values", months)];
}

type Item = { readonly [key: string]: unknown };

function tableOf(name: string, given: readonly object[]): DataTable {
  const items = given as readonly Item[];
  const keys = [...new Set(items.flatMap((item) => Object.keys(item)))];
  const uncertain = new Set(keys.filter((key) => isUncertain(items.map((item) => item[key]))));
  const rows = items.map((item) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = item[key];
        return uncertain.has(key) ? ends(key, value) : [[key, flat(value)] as const];
      }),
    ),
  );
  const columns = keys.flatMap((key) => (uncertain.has(key) ? [key, `${key}_low`, `${key}_high`] : [key]));
  return {
    name,
    columns: columns.map((column) => ({ name: column, type: typeOf(rows.map((row) => row[column])) })),
    rows,
  };
}

/** Whether the values of a key are numbers of which some are given as [low, likeliest, high]. */
function isUncertain(values: readonly unknown[]): boolean {
  const given = values.filter((value) => value !== undefined);
  return given.some(isRange) && given.every((value) => typeof value === "number" || isRange(value));
}

function isRange(value: unknown): value is readonly [number, number, number] {
  return Array.isArray(value) && value.length === 3 && value.every((one) => typeof one === "number");
}

function ends(key: string, value: unknown): readonly (readonly [string, Value])[] {
  const [low, likeliest, high] = isRange(value) ? value : [value, value, value].map((one) => one as Value);
  return [
    [key, likeliest],
    [`${key}_low`, low],
    [`${key}_high`, high],
  ];
}

function flat(value: unknown): Value {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}

function typeOf(values: readonly Value[]): "text" | "number" | "flag" {
  const given = values.filter((value) => value !== undefined);
  if (given.every((value) => typeof value === "number") && given.length > 0) return "number";
  return given.every((value) => typeof value === "boolean") && given.length > 0 ? "flag" : "text";
}

/** A table of a report or a page as data: its units stay with the names of its columns. */
export function dataOf({ caption, columns, rows }: Table): DataTable {
  const plain = rows.map((row) =>
    Object.fromEntries(
      columns.map(({ key }) => {
        const cell = row[key];
        return [key, typeof cell === "object" && cell !== null ? cell.text : (cell as Value)];
      }),
    ),
  );
  return {
    name: caption,
    columns: columns.map(({ key }) => ({ name: key, type: typeOf(plain.map((row) => row[key])) })),
    rows: plain,
  };
}

export function csvOf({ name, columns, rows }: DataTable): string {
  const shown = rows.map(
    (row): Row => Object.fromEntries(columns.map((column) => [column.name, cell(row[column.name])])),
  );
  return csv(
    asTable(
      name,
      columns.map((column) => ({ key: column.name, name: column.name })),
      shown,
    ),
  );
}

function cell(value: Value): string | number | undefined {
  return typeof value === "boolean" ? (value ? "yes" : "no") : value;
}

export function jsonOf({ rows }: DataTable): string {
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}
