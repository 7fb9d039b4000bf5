import { type Cells, cellsOf, separatorOf } from "./cells.ts";
import type { Give, LineReader } from "./feed.ts";
import { eventOf, lacking, type TableForm } from "./table-form.ts";

/** A text in quotation marks may run over so many lines; after that the mark is taken for a stray one. */
const MOST_LINES = 50;

/** Reads the lines of a table whose first row names the columns. */
export function tableLines(form: TableForm): LineReader {
  let columns: ReadonlyMap<string, number> | undefined;
  let separator = ",";
  let missing: readonly string[] = [];
  let waiting: string[] = [];
  let begun = 0;
  let cells: Cells = { texts: [], starts: [], open: false };
  const cell = (name: string): string => {
    const at = columns?.get(name);
    return at === undefined || at >= cells.texts.length ? "" : cells.texts[at].trim();
  };

  function header(line: string): void {
    separator = separatorOf(line);
    columns = new Map(cellsOf(line, separator).texts.map((name, k) => [name.trim().toLowerCase(), k]));
    missing = lacking(form, new Set(columns.keys()));
  }

  function row(number: number, give: Give): void {
    const made = eventOf(form, cell);
    if (!("problem" in made)) {
      give(made, number);
      return;
    }
    const at = made.columns.map((name) => columns?.get(name)).find((known) => known !== undefined);
    give({ ...made, column: at === undefined ? undefined : cells.starts[at] }, number);
  }

  /** The mark was a stray one: its line is at fault, and those after it are read for themselves. */
  function giveUp(give: Give): void {
    const [first, ...others] = waiting;
    const number = begun;
    const column = cellsOf(first, separator).starts.at(-1);
    waiting = [];
    give({ problem: "A quotation mark is opened here and never closed.", column }, number);
    others.forEach((line, k) => {
      take(line, number + 1 + k, give);
    });
  }

  function take(line: string, number: number, give: Give): void {
    if (waiting.length === 0 && line.trim() === "") return;
    if (columns === undefined) header(line);
    else if (missing.length === 0) rowLine(line, number, give);
  }

  function rowLine(line: string, number: number, give: Give): void {
    // A row that goes on has a line without a quotation mark in its middle, which need not be cut again.
    if (waiting.length > 0 && !line.includes('"')) {
      waiting.push(line);
      if (waiting.length > MOST_LINES) giveUp(give);
      return;
    }
    if (waiting.length === 0) begun = number;
    waiting.push(line);
    cells = cellsOf(waiting.length === 1 ? line : waiting.join("\n"), separator);
    if (cells.open) {
      if (waiting.length > MOST_LINES) giveUp(give);
      return;
    }
    waiting = [];
    row(begun, give);
  }

  return {
    line: take,
    end(give) {
      while (waiting.length > 0) giveUp(give);
      if (columns === undefined) return "The file is empty: a header is expected.";
      return missing.length === 0 ? undefined : `The header lacks ${missing.join(", ")}; nothing was read.`;
    },
  };
}
