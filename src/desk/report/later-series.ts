import type { Case, Folder, SeriesValues } from "../../case/index.ts";

/**
 * Months of a case's series after its own last one, from files of the same name in the folder `outcomes`.
 *
 * Only judging may ask: no case, scenario or play sees them. What is not a month and a whole number is passed over.
 */
export function laterSeries(folder: Folder, source: Case): { readonly [series: string]: SeriesValues } {
  const found: { [series: string]: SeriesValues } = {};
  for (const series of source.series) {
    const bytes = folder.get(`outcomes/${series.file.split("/").pop() ?? ""}`);
    if (bytes === undefined) continue;
    const known = source.values[series.id]?.months ?? [];
    const last = known[known.length - 1] ?? "";
    const [head, ...rows] = new TextDecoder()
      .decode(bytes)
      .split(/\r?\n/)
      .map((line) => line.split(",").map((cell) => cell.trim()));
    const at = head.indexOf(series.column);
    const months = rows.filter(
      (row) => /^\d{4}-\d{2}$/.test(row[0]) && row[0] > last && /^\d+$/.test(row[at] ?? ""),
    );
    if (months.length === 0) continue;
    found[series.id] = {
      id: series.id,
      months: months.map((row) => row[0]),
      values: months.map((row) => Number(row[at])),
    };
  }
  return found;
}
