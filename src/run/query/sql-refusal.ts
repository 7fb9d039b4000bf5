import { TawazunError } from "../../base/index.ts";
import type { FoundTable } from "./find-tables.ts";

/** What DuckDB puts before a refusal. */
const KIND = /^(?:Failed to extract statements: )?(?:Failed to prepare: )?(\w+(?: \w+)*) Error: /;

/**
 * A refusal of DuckDB's in words, with the place in the question: line and column, the line, and a mark under it.
 *
 * @returns under the code `query/sql`; `query/file` where a file could not be read or is none of those given.
 */
export function refusalOf(error: unknown, sql: string, tables: readonly FoundTable[]): TawazunError {
  const message = error instanceof Error ? error.message : String(error);
  const [first = "", ...rest] = message.split("\n").filter((line) => line.trim() !== "");
  const kind = KIND.exec(first)?.[1] ?? "";
  const words = first.replace(KIND, "").replace(/[!.]?$/, ".");
  const said = words[0].toUpperCase() + words.slice(1);
  const hints = rest.filter((line) => /^(Did you mean|Candidate bindings)/.test(line)).map(hint);
  if (/file system operations are disabled/.test(message)) {
    const shut = "A question reads the tables that were given, and no other file.";
    return new TawazunError(
      "query/file",
      [shut, tablesIn(tables), ...placeIn(rest, sql, message)].join("\n"),
    );
  }
  if (kind === "Out of Memory")
    return new TawazunError("query/memory", `The question needs more memory than it may have: ${said}`);
  const isTable = /^Table with name/.test(words);
  return new TawazunError(
    kind === "IO" || (kind === "Invalid Input" && /parquet|csv/i.test(first)) ? "query/file" : "query/sql",
    [[said, ...hints].join(" "), ...(isTable ? [tablesIn(tables)] : []), ...placeIn(rest, sql, message)].join(
      "\n",
    ),
  );
}

/** The tables that there are, in a sentence. */
export function tablesIn(tables: readonly FoundTable[]): string {
  const names = tables.map(({ name }) => name);
  const shown = names.slice(0, 20).join(", ");
  const more = names.length > 20 ? ` and ${names.length - 20} more` : "";
  return names.length === 1 ? `There is one table: ${shown}.` : `There are the tables ${shown}${more}.`;
}

function hint(line: string): string {
  return line
    .replace(/^Candidate bindings: /, "There are ")
    .replace(/[?.]?$/, (end) => (end === "?" ? end : "."));
}

/** Where it is wrong: DuckDB gives the line of the question, and under it a mark. */
function placeIn(rest: readonly string[], sql: string, message: string): readonly string[] {
  if (/at end of input/.test(message)) {
    const lines = sql.split("\n");
    return [`line ${lines.length}, column ${lines[lines.length - 1].length + 1}: here it ends.`];
  }
  const at = rest.findIndex((line) => /^LINE \d+: /.test(line));
  const mark = rest[at + 1]?.indexOf("^") ?? -1;
  if (at < 0 || mark < 0) return [];
  const [head, number] = /^LINE (\d+): /.exec(rest[at]) ?? ["", ""];
  const shown = rest[at].slice(head.length);
  const under = `${" ".repeat(Math.max(0, mark - head.length))}^`;
  // a long line is cut on both sides; where it stands in the question tells the column
  const bare = shown.replace(/^\.\.\.|\.\.\.$/g, "");
  const line = sql.split("\n")[Number(number) - 1] ?? "";
  const start = line.indexOf(bare) - (shown.startsWith("...") ? 3 : 0);
  const column = line.includes(bare) ? `, column ${start + mark - head.length + 1}` : "";
  return [`line ${number}${column}:`, `  ${shown}`, `  ${under}`];
}
