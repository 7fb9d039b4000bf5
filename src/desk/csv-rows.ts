import { TawazunError } from "../base/index.ts";
import { readCsv } from "../case/index.ts";

/** A row of a table of a user's: cells by the name of their column, lower case, and the line it stands on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: { readonly [column: string]: string };
}

/**
 * Rows of a CSV text with a header.
 *
 * @throws {TawazunError} `csv/quote` for a quotation mark out of place, `csv/empty` where there is no row, `csv/marks` where
 * semicolons or tabs part the cells,
 * `csv/cells` for a row with more or fewer cells than the header: all of them, line by line.
 */
export function csvRows(file: string, text: string): readonly CsvRow[] {
  const { rows, faults } = readCsv(text.replace(/^\uFEFF/, ""));
  if (faults.length > 0) {
    throw new TawazunError(
      "csv/quote",
      faults.map((fault) => `${file}:${fault.line}:${fault.column}: ${fault.message}`).join("\n"),
    );
  }
  if (rows.length < 2) throw new TawazunError("csv/empty", `${file} has no rows under its header.`);
  const header = rows[0].map((cell) => cell.text.trim().toLowerCase());
  const mark = header.length > 1 ? undefined : ([";", "\t"] as const).find((m) => header[0].includes(m));
  if (mark !== undefined) {
    const marks = mark === ";" ? "semicolons" : "tabs";
    throw new TawazunError(
      "csv/marks",
      `${file} has its cells parted by ${marks}; save it with commas between them.`,
    );
  }
  const odd = rows.slice(1).filter((row) => row.length !== header.length);
  if (odd.length > 0) {
    throw new TawazunError(
      "csv/cells",
      odd
        .map((row) => `${file}:${row[0].line}: ${row.length} cells under ${header.length} columns.`)
        .join("\n"),
    );
  }
  return rows.slice(1).map((row) => ({
    line: row[0].line,
    cells: Object.fromEntries(header.map((name, k) => [name, row[k].text.trim()])),
  }));
}

/** The first of some columns that a row has, or a refusal that names them. */
export function columnOf(file: string, rows: readonly CsvRow[], names: readonly string[]): string {
  const found = names.find((name) => name in rows[0].cells);
  if (found === undefined) {
    throw new TawazunError(
      "csv/column",
      `${file} has no column ${names.join(" or ")}; its columns are ${Object.keys(rows[0].cells).join(", ")}.`,
    );
  }
  return found;
}

/**
 * Numbers of a column.
 *
 * @throws {TawazunError} `csv/number` with every line that holds none.
 */
export function numbersOf(file: string, rows: readonly CsvRow[], column: string): readonly number[] {
  const bad = rows.filter((row) => row.cells[column] === "" || !Number.isFinite(Number(row.cells[column])));
  if (bad.length > 0) {
    throw new TawazunError(
      "csv/number",
      bad
        .map((row) => `${file}:${row.line}: "${row.cells[column]}" in the column ${column} is no number.`)
        .join("\n"),
    );
  }
  return rows.map((row) => Number(row.cells[column]));
}
