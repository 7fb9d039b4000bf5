import { TawazunError } from "../../base/index.ts";
import type { Table, TableRow } from "../read/table.ts";
import type { Plain } from "./render.ts";
import type { Splice } from "./yaml-edit.ts";
import { newlineOf, nextLine } from "./yaml-places.ts";

/**
 * A value as a cell: ranges as `low|mode|high`, several sources as `a; b`, nothing as nothing.
 *
 * @throws {TawazunError} `edit/cell` for what a cell cannot hold.
 */
function cellText(value: Plain | undefined): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) {
    const numbers = value.every((part) => typeof part === "number");
    if (numbers) return value.join("|");
    if (value.every((part) => typeof part === "string" && !part.includes(";")))
      return escaped(value.join("; "));
  } else if (typeof value !== "object") {
    return escaped(String(value));
  }
  throw new TawazunError("edit/cell", "A table cell cannot hold this value; move the item into a YAML file.");
}

function escaped(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** How to change one cell of a row. */
export function settingCell(row: TableRow, column: string, value: Plain | undefined): Splice {
  const cell = Object.hasOwn(row.cells, column) ? row.cells[column] : undefined;
  if (cell === undefined) {
    const message = `The table has no column "${column}". Add it to the header and to every row first.`;
    throw new TawazunError("edit/column", message);
  }
  return { from: cell.start, to: cell.end, insert: cellText(value) };
}

/** How to add a row at the end of a table. */
export function addingRow(
  text: string,
  table: Table,
  value: { readonly [key: string]: Plain | undefined },
): Splice {
  const columns = table.columns.map((cell) => cell.text);
  const unknown = Object.keys(value).find((key) => value[key] !== undefined && !columns.includes(key));
  if (unknown !== undefined) {
    const message = `The table has no column "${unknown}". Add it to the header and to every row first.`;
    throw new TawazunError("edit/column", message);
  }
  const row = columns.map((column) => cellText(value[column])).join(",");
  const newline = newlineOf(text);
  const before = text === "" || text.endsWith("\n") ? "" : newline;
  return { from: text.length, to: text.length, insert: `${before}${row}${newline}` };
}

/** How to take a row out. */
export function removingRow(text: string, row: TableRow): Splice {
  const cells = Object.values(row.cells);
  const from = Math.min(...cells.map((cell) => cell.start));
  const to = Math.max(...cells.map((cell) => cell.end));
  return { from, to: nextLine(text, to), insert: "" };
}
