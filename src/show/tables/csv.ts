import type { Cell, Table } from "./table.ts";

function field(cell: Cell): string {
  if (cell === undefined) return "";
  const text = typeof cell === "object" ? cell.text : String(cell);
  // A spreadsheet would run a text that begins like a formula; a quote mark in front keeps it text.
  const safe = typeof cell !== "number" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * A table as CSV (RFC 4180, lines ended by CR LF): names of columns, then rows, numbers as they are kept.
 *
 * @example
 * ```ts
 * import { csv, table } from "tawazun/show";
 * csv(table("Seats", [{ key: "a", name: "List" }, { key: "n", name: "Seats" }], [{ a: "Gorran", n: 8 }]));
 * //=> "List,Seats\r\nGorran,8\r\n"
 * ```
 */
export function csv(table: Table): string {
  const head = table.columns.map((column) =>
    field(column.unit === undefined ? column.name : `${column.name} (${column.unit})`),
  );
  const rows = table.rows.map((row) => table.columns.map((column) => field(row[column.key])));
  return [head, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}
