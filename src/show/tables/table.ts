import { TawazunError } from "../../base/index.ts";
import { shortDate } from "../say/date.ts";
import { number, percent } from "../say/number.ts";

/** Text that leads somewhere: `#id` of something in the report, or a web address. */
export interface Link {
  readonly text: string;
  readonly to: string;
}

/** What stands in a table: absent is not zero, it is left out. */
export type Cell = string | number | boolean | Link | undefined;

/** A row: cells by the key of their column. */
export interface Row {
  readonly [key: string]: Cell;
}

export interface Column {
  readonly key: string;
  readonly name: string;
  /** Shown after the name; "share" and "probability" are kept 0…1 and shown as per cent; "date" is ISO 8601. */
  readonly unit?: string;
  readonly align?: "start" | "end";
  /** Decimals on screen, of the number shown (of the per cent for shares). */
  readonly digits?: number;
  /** Long text: the column may take the room that is left. */
  readonly wide?: boolean;
  /** Id of the measure whose numbers these are: a page can say beside the name what it is. */
  readonly measure?: string;
  /** Key of the rows that holds the id of the measure that each row is of. */
  readonly measureOf?: string;
}

/**
 * Rows under named columns, with a caption: written as HTML, Markdown, CSV or plain text.
 *
 * `anchor` names a key of the rows whose value becomes the row's id in HTML, so that others can lead to it.
 */
export interface Table {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly anchor?: string;
  readonly note?: string;
}

/** Whether a unit is kept 0…1 and shown as per cent. */
export function inPercent(unit: string | undefined): boolean {
  return unit === "share" || unit === "probability";
}

/**
 * A table from its parts.
 *
 * @example
 * ```ts
 * import { table } from "tawazun/show";
 * const seats = table("Seats", [{ key: "list", name: "List" }], [{ list: "Gorran" }]);
 * seats.rows.length; //=> 1
 * ```
 */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly Row[],
  more: { readonly anchor?: string; readonly note?: string } = {},
): Table {
  const keys = new Set<string>();
  for (const column of columns) {
    if (keys.has(column.key)) {
      throw new TawazunError("show/column", `The table "${caption}" has two columns "${column.key}".`);
    }
    keys.add(column.key);
  }
  return { kind: "table", caption, columns, rows, ...more };
}

/** Numbers stand at the end of their column, the rest at the start. */
export function alignOf(column: Column, rows: readonly Row[]): "start" | "end" {
  if (column.align !== undefined) return column.align;
  const values = rows.map((row) => row[column.key]).filter((cell) => cell !== undefined);
  return values.length > 0 && values.every((cell) => typeof cell === "number") ? "end" : "start";
}

/** A cell as a reader sees it; an absent one is an en dash. */
export function shown(cell: Cell, column: Column): string {
  if (cell === undefined) return "–";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell === "object") return cell.text;
  if (typeof cell === "string") {
    return column.unit === "date" && /^\d{4}(-\d{2}){0,2}$/.test(cell) ? shortDate(cell) : cell;
  }
  if (inPercent(column.unit)) return percent(cell, column.digits ?? 0);
  return number(cell, column.digits);
}

/** The name of a column with its unit, as a reader sees it. */
export function heading(column: Column): string {
  if (column.unit === undefined || column.unit === "date" || inPercent(column.unit)) return column.name;
  return `${column.name} (${column.unit})`;
}
