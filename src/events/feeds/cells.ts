/** The mark between cells: a tab if there is one, else a semicolon if there are more of them than commas. */
export function separatorOf(header: string): string {
  if (header.includes("\t")) return "\t";
  return header.split(";").length > header.split(",").length ? ";" : ",";
}

/** Cells of a row, where each begins (from 1), and whether a quotation mark is left open. */
export interface Cells {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
  readonly open: boolean;
}

/** Cells of a line; a cell in double quotes may hold the separator, and "" for a quote. */
export function cellsOf(line: string, separator: string): Cells {
  const texts: string[] = [];
  const starts: number[] = [];
  let at = 0;
  while (at <= line.length) {
    starts.push(at + 1);
    if (line[at] === '"') {
      let text = "";
      let from = at + 1;
      let end = line.indexOf('"', from);
      while (end >= 0 && line[end + 1] === '"') {
        text += line.slice(from, end + 1);
        from = end + 2;
        end = line.indexOf('"', from);
      }
      text += end < 0 ? line.slice(from) : line.slice(from, end);
      texts.push(text);
      if (end < 0) return { texts, starts, open: true };
      const next = line.indexOf(separator, end);
      if (next < 0) break;
      at = next + 1;
    } else {
      const next = line.indexOf(separator, at);
      texts.push(next < 0 ? line.slice(at) : line.slice(at, next));
      if (next < 0) break;
      at = next + 1;
    }
  }
  return { texts, starts, open: false };
}

/** The names of columns in the first line of a table, as they stand, and the mark between its cells. */
export function headerOf(line: string): { readonly columns: readonly string[]; readonly separator: string } {
  const separator = separatorOf(line);
  return { columns: cellsOf(line, separator).texts.map((name) => name.trim()), separator };
}
