import { alignOf, heading, shown, type Table } from "./table.ts";

const GAP = "  ";

/** How many columns of a terminal a text takes: letters of East Asian scripts and pictures take two. */
export function terminalWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(letter)) continue;
    const two =
      (code >= 0x1100 && code <= 0x115f) ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0x1f300 && code <= 0x1faff) ||
      code >= 0x20000;
    width += two ? 2 : 1;
  }
  return width;
}

/** The text in one line with nothing a terminal would obey, clipped to a width. */
export function terminalText(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = text.replace(/\s+/g, " ").replace(/\p{Cc}|\p{Cf}/gu, "");
  if (terminalWidth(line) <= most) return line;
  let kept = "";
  let width = 1;
  for (const letter of line) {
    width += terminalWidth(letter);
    if (width > most) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

function padded(text: string, width: number, align: "start" | "end"): string {
  const space = " ".repeat(Math.max(0, width - terminalWidth(text)));
  return align === "end" ? space + text : text + space;
}

/**
 * A table for a terminal: aligned by spaces, no boxes, no wider than asked; the widest columns of text
 * give way first, and what is cut ends in an ellipsis.
 *
 * @param width columns of the terminal, 80 if not given.
 * @example
 * ```ts
 * import { table, tablePlain } from "tawazun/show";
 * const columns = [{ key: "list", name: "List" }, { key: "n", name: "Seats" }];
 * tablePlain(table("Seats", columns, [{ list: "Gorran", n: 8 }])); //=> "Seats\n\nList    Seats\nGorran      8\n"
 * ```
 */
export function tablePlain(table: Table, width = 80): string {
  const aligns = table.columns.map((column) => alignOf(column, table.rows));
  const cells = [
    table.columns.map((column) => terminalText(heading(column))),
    ...table.rows.map((row) => table.columns.map((column) => terminalText(shown(row[column.key], column)))),
  ];
  const widths = table.columns.map((_, i) => Math.max(...cells.map((row) => terminalWidth(row[i]))));
  const room = width - GAP.length * (widths.length - 1);
  let over = widths.reduce((sum, each) => sum + each, 0) - room;
  while (over > 0) {
    let widest = -1;
    widths.forEach((each, i) => {
      if (aligns[i] === "start" && each > 6 && (widest < 0 || each > widths[widest])) widest = i;
    });
    if (widest < 0) break;
    widths[widest] -= 1;
    over -= 1;
  }
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => padded(terminalText(cell, widths[i]), widths[i], aligns[i]))
      .join(GAP)
      .trimEnd();
  return `${[terminalText(table.caption, width), "", ...cells.map(line)].join("\n")}\n`;
}
