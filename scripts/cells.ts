// What stands in the tables of the generated pages.
import { cite, type Quantity, type Source } from "../src/base/index.ts";

/** Text that may stand in a cell of a table. */
const cell = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");

/** Sources as sentences; *ours* if there are none. */
export const cited = (sources: readonly Source[]): string =>
  sources.length === 0 ? "ours" : sources.map((source) => cite(source)).join(" ");

/** A number with a minus sign of its own. */
export const signed = (value: number): string => String(value).replace("-", "−");

/** "0.6 · 1 · 1.4" for a range, else the number. */
export function range(quantity: Quantity): string {
  return typeof quantity === "number" ? signed(quantity) : quantity.map(signed).join(" · ");
}

/** The lines of a table in Markdown. */
export function tableLines(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return [heads, heads.map(() => "---"), ...rows.map((row) => row.map(cell))].map(
    (row) => `| ${row.join(" | ")} |`,
  );
}
