/** One cell of a CSV text: what it holds, and where it begins. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Where it begins and ends in the text, quotation marks included. */
  readonly start: number;
  readonly end: number;
}

/** The rows of a CSV text, and where its quotation marks are wrong. */
export interface Csv {
  readonly rows: readonly (readonly Cell[])[];
  readonly faults: readonly { readonly line: number; readonly column: number; readonly message: string }[];
}

/**
 * Reads comma-separated text: cells may be in double quotes, a quote inside them is written twice.
 * Empty lines are left out; both kinds of line end are read.
 *
 * @see RFC 4180
 */
export function readCsv(text: string): Csv {
  const rows: Cell[][] = [];
  const faults: { line: number; column: number; message: string }[] = [];
  let row: Cell[] = [];
  let line = 1;
  let lineStart = 0;
  let i = 0;

  while (i < text.length) {
    const cell = { line, column: i - lineStart + 1, start: i };
    let content: string;
    if (text[i] === '"') {
      const end = closingQuote(text, i);
      content = text
        .slice(i + 1, end)
        .replaceAll('""', '"')
        .replaceAll("\r\n", "\n");
      if (end >= text.length) faults.push({ ...cell, message: "This quotation mark is not closed." });
      for (let at = text.indexOf("\n", i); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) {
        line += 1;
        lineStart = at + 1;
      }
      i = Math.min(end + 1, text.length);
      const stray = endOfCell(text, i);
      if (stray > i) {
        const message = "Text follows a closing quotation mark. Write a quotation mark inside a cell twice.";
        faults.push({ line, column: i - lineStart + 1, message });
        content += text.slice(i, stray);
        i = stray;
      }
    } else {
      const end = endOfCell(text, i);
      content = text.slice(i, end);
      i = end;
    }
    row.push({ text: content, line: cell.line, column: cell.column, start: cell.start, end: i });
    if (text[i] === ",") {
      i += 1;
      if (i < text.length) continue;
      row.push({ text: "", line, column: i - lineStart + 1, start: i, end: i });
    }
    if (row.length > 1 || row[0].text !== "" || row[0].end > row[0].start) rows.push(row);
    row = [];
    if (text[i] === "\r" && text[i + 1] === "\n") i += 1;
    if (i < text.length) {
      i += 1;
      line += 1;
      lineStart = i;
    }
  }
  return { rows, faults };
}

/** The place of the quote that closes the one at `open`, or the end of the text. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return text.length;
}

function endOfCell(text: string, from: number): number {
  let i = from;
  while (i < text.length && text[i] !== "," && text[i] !== "\n") i += 1;
  return text[i] !== "," && text[i - 1] === "\r" && i > from ? i - 1 : i;
}
