import { readDate } from "../../base/index.ts";
import type { SeriesValues } from "../case.ts";
import type { Sound } from "../draft.ts";
import type { Report } from "../findings/report.ts";
import type { Folder } from "../folder.ts";
import { decode } from "./decode.ts";
import { fileOf } from "./documents.ts";
import { readTable, type Table } from "./table.ts";

/** The monthly values of series by id: the first column of a file is the month, a named one the values. */
export function readSeries(
  folder: Folder,
  series: readonly Sound<"series">[],
  report: Report,
): { readonly [series: string]: SeriesValues } {
  const tables = new Map<string, Table | undefined>();
  const values: { [series: string]: SeriesValues } = {};
  for (const item of series) {
    const { file, id } = item.value;
    if (!tables.has(file)) {
      const bytes = fileOf(folder, item, report);
      const text = bytes === undefined ? undefined : decode(file, bytes, report);
      tables.set(file, text === undefined ? undefined : readTable(file, text, () => undefined, report));
    }
    const table = tables.get(file);
    if (table === undefined || table.columns.length === 0) continue;
    const read = column(item, table, report);
    if (read !== undefined) values[id] = { id, ...read };
  }
  return values;
}

function column(item: Sound<"series">, table: Table, report: Report): Omit<SeriesValues, "id"> | undefined {
  const { file, column: wanted, id } = item.value;
  const names = table.columns.slice(1).map((cell) => cell.text);
  if (!names.includes(wanted)) {
    const near = report.suggestion(wanted, names);
    const message = `The series "${id}" is to be read from the column "${wanted}" of ${file}, which has no such column.${near.words} Its columns are ${names.join(", ")}.`;
    report("case/series", item.place(["column"]), message, { given: wanted, expected: near.id });
    return undefined;
  }
  const months: string[] = [];
  const values: number[] = [];
  let ended = false;
  for (const { cells } of table.rows) {
    const first = cells[table.columns[0].text];
    const cell = cells[wanted];
    const place = { file, line: cell.line, column: cell.column };
    const date = readDate(first.text.trim());
    if (date === undefined || date.precision === "year") {
      const message = `The first column of ${file} holds the month, such as 2012-01; "${first.text}" is none.`;
      report("case/series", { file, line: first.line, column: first.column }, message, { given: first.text });
      return undefined;
    }
    const month = first.text.trim().slice(0, 7);
    if (cell.text.trim() === "") {
      ended = months.length > 0;
      continue;
    }
    const value = Number(cell.text);
    if (!Number.isFinite(value)) {
      const message = `The series "${id}" has "${cell.text}" for ${month}; it must be a number.`;
      report("case/series", place, message, { given: cell.text, expected: "a number" });
      return undefined;
    }
    if (item.value.kind === "violence" && !(Number.isInteger(value) && value >= 0)) {
      const message = `The series "${id}" has "${cell.text}" for ${month}; a count of violence is a whole number, 0 or more.`;
      report("case/series", place, message, { given: cell.text, expected: "a whole number, 0 or more" });
      return undefined;
    }
    const expected = months.length === 0 ? month : nextMonth(months[months.length - 1]);
    if (ended || month !== expected) {
      const message = `The series "${id}" has ${month} where ${expected} should follow. Each month has one row, in order, without gaps.`;
      report("case/series", { file, line: first.line, column: first.column }, message, {
        given: month,
        expected,
      });
      return undefined;
    }
    months.push(month);
    values.push(value);
  }
  return { months, values };
}

function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const next = Number(month.slice(5)) + 1;
  return next > 12
    ? `${String(year + 1).padStart(4, "0")}-01`
    : `${month.slice(0, 5)}${String(next).padStart(2, "0")}`;
}
