import { alignOf, type Cell, type Column, heading, shown, type Table } from "./table.ts";

/** Text in which no letter is taken for Markdown or HTML. */
export function plainInMarkdown(text: string): string {
  return text
    .replace(/\\/g, "\\\\")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/([`*_[\]|~])/g, "\\$1")
    .replace(/\s+/g, " ");
}

function cellText(cell: Cell, column: Column): string {
  const text = plainInMarkdown(shown(cell, column));
  if (typeof cell !== "object" || !/^(#|https?:\/\/)/.test(cell.to)) return text;
  return `[${text}](<${cell.to.replace(/[<>\s\\|]/g, (letter) => encodeURIComponent(letter))}>)`;
}

/**
 * A table as Markdown (GitHub's form), with its caption above.
 *
 * @example
 * ```ts
 * import { table, tableMarkdown } from "tawazun/show";
 * tableMarkdown(table("Seats", [{ key: "n", name: "Seats" }], [{ n: 8 }]));
 * //=> "**Seats**\n\n| Seats |\n| ---: |\n| 8 |\n"
 * ```
 */
export function tableMarkdown(table: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const lines = [
    row(table.columns.map((column) => plainInMarkdown(heading(column)))),
    row(table.columns.map((column) => (alignOf(column, table.rows) === "end" ? "---:" : "---"))),
    ...table.rows.map((each) => row(table.columns.map((column) => cellText(each[column.key], column)))),
  ];
  const note = table.note === undefined ? "" : `\n\n${plainInMarkdown(table.note)}`;
  return `**${plainInMarkdown(table.caption)}**\n\n${lines.join("\n")}${note}\n`;
}
