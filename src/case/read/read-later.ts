import type { Finding } from "../../base/index.ts";
import type { Case, SeriesValues } from "../case.ts";
import type { Sound } from "../draft.ts";
import { newReport } from "../findings/report.ts";
import type { Folder } from "../folder.ts";
import { readSeries } from "./series.ts";

/**
 * The months of a case's series after its own last one: what came to be. Read by judging alone.
 *
 * A series in `series/deaths.csv` goes on in `outcomes/deaths.csv`, in the same column.
 */
export function readLater(
  folder: Folder,
  world: Case,
): { readonly later: { readonly [series: string]: SeriesValues }; readonly findings: readonly Finding[] } {
  const report = newReport();
  const items = world.series.flatMap((series): Sound<"series">[] => {
    const file = `outcomes/${series.file.split("/").pop() ?? series.file}`;
    if (!folder.has(file)) return [];
    return [{ value: { ...series, file }, place: () => ({ file }) } as unknown as Sound<"series">];
  });
  return { later: readSeries(folder, items, report), findings: report.findings() };
}
