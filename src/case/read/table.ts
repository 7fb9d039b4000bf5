import type * as z from "zod";
import type { Place } from "../../base/index.ts";
import type { Report } from "../findings/report.ts";
import { bare } from "../schema/walk.ts";
import { type Cell, readCsv } from "./csv.ts";

/** A row of a table as an object by column, and the cells it came from. */
export interface TableRow {
  readonly value: { readonly [column: string]: unknown };
  readonly cells: { readonly [column: string]: Cell };
  readonly place: Place;
}

/** A CSV table: its header and its rows. */
export interface Table {
  readonly columns: readonly Cell[];
  readonly rows: readonly TableRow[];
}

/** Reads a CSV text with a header; a cell becomes what the field of its column holds, an empty cell nothing. */
export function readTable(
  file: string,
  text: string,
  field: (column: string) => z.core.$ZodType | undefined,
  report: Report,
): Table {
  const csv = readCsv(text);
  for (const { message, ...place } of csv.faults) report("csv/quote", { file, ...place }, message);
  const columns = header(file, csv.rows[0], report);
  if (columns === undefined) return { columns: [], rows: [] };
  const rows: TableRow[] = [];
  for (const cells of csv.rows.slice(1)) {
    const place = { file, line: cells[0].line, column: cells[0].column };
    if (cells.length !== columns.length) {
      const message = `This row has ${cells.length} cells; the header has ${columns.length}. Put a text with a comma in double quotes.`;
      report("csv/cells", place, message, { given: `${cells.length}`, expected: `${columns.length}` });
      continue;
    }
    const value: { [column: string]: unknown } = {};
    const byColumn: { [column: string]: Cell } = {};
    for (const [i, { text: column }] of columns.entries()) {
      byColumn[column] = cells[i];
      if (cells[i].text !== "") value[column] = cellValue(cells[i].text, field(column));
    }
    rows.push({ value, cells: byColumn, place });
  }
  return { columns, rows };
}

function header(file: string, row: readonly Cell[] | undefined, report: Report): readonly Cell[] | undefined {
  if (row === undefined) {
    const message = "The first line of a table holds the names of its columns; this file is empty.";
    report("csv/header", { file, line: 1, column: 1 }, message);
    return undefined;
  }
  const columns = row.map((cell) => ({ ...cell, text: cell.text.trim() }));
  if (columns.length === 1 && /[;\t]/.test(columns[0].text)) {
    const message = "The columns of this table are separated by semicolons or tabs. Save it with commas.";
    report("csv/separator", { file, line: 1, column: 1 }, message, {
      given: columns[0].text,
      expected: "commas",
    });
    return undefined;
  }
  const first = new Map<string, Cell>();
  for (const cell of columns) {
    const place = { file, line: cell.line, column: cell.column };
    if (cell.text === "" || cell.text === "__proto__") {
      report("csv/header", place, "A column has no name. Name it, or take it out.");
      return undefined;
    }
    if (first.has(cell.text)) {
      report("csv/header", place, `There are two columns "${cell.text}". Keep one.`, { given: cell.text });
      return undefined;
    }
    first.set(cell.text, cell);
  }
  return columns;
}

/** What a cell holds, by the field it fills; a text that does not fit stays a text, and is found out later. */
function cellValue(text: string, field: z.core.$ZodType | undefined): unknown {
  const trimmed = text.trim();
  const def = field === undefined ? undefined : bare(field)._zod.def;
  if (def === undefined) return text;
  switch (def.type) {
    case "number":
      return asNumber(trimmed);
    case "boolean":
      return trimmed === "true" ? true : trimmed === "false" ? false : text;
    case "array":
      return trimmed.split(/;\s*/);
    case "union": {
      const types = def.options.map((option) => bare(option)._zod.def.type);
      if (types.includes("tuple")) return asQuantity(trimmed);
      if (types.includes("array") && trimmed.includes(";")) return trimmed.split(/;\s*/);
      return trimmed;
    }
    case "enum":
      return trimmed;
    default:
      return text;
  }
}

function asNumber(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}

/** `0.5`, `0.2|0.5|0.9` or `[0.2, 0.5, 0.9]`. */
function asQuantity(text: string): unknown {
  if (text.includes("|")) return text.split("|").map((part) => asNumber(part.trim()));
  if (text.startsWith("[") && text.endsWith("]")) {
    return text
      .slice(1, -1)
      .split(",")
      .map((part) => asNumber(part.trim()));
  }
  return asNumber(text);
}
