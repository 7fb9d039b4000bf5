// What is needed only when somebody takes data away: fetched then.
import { strToU8, zipSync } from "fflate";
import type { Case } from "../../case/index.ts";
import type { ReportContents } from "../../show/index.ts";
import { caseTables, csvOf, type DataTable, dataOf, jsonOf } from "./case-tables.ts";
import { save } from "./downloads.tsx";
import { gexf, graphml } from "./network-files.ts";
import { parquetOf } from "./parquet.ts";

export type Form = "csv" | "json" | "parquet";

const TYPES = {
  csv: "text/csv",
  json: "application/json",
  parquet: "application/vnd.apache.parquet",
} as const;

/** The bytes of a table in a form. */
function bytesOf(table: DataTable, form: Form): Uint8Array<ArrayBuffer> {
  if (form === "parquet") return parquetOf(table);
  return strToU8(form === "csv" ? csvOf(table) : jsonOf(table));
}

/** Saves one table of the case. */
export function saveTable(source: Case, name: string, form: Form): void {
  const table = caseTables(source).find((one) => one.name === name);
  if (table === undefined) return;
  save(`${source.head.id}-${name}.${form}`, new Blob([bytesOf(table, form)], { type: TYPES[form] }));
}

/** Saves all tables of the case together. */
export function saveTables(source: Case, form: Form): void {
  saveZip(`${source.head.id}-tables-${form}.zip`, caseTables(source), form);
}

/** Saves the tables of a report, those behind its pictures among them, each under its title. */
export function saveReportTables(report: ReportContents, form: Form): void {
  const tables = report.sections.flatMap(({ id, parts }) =>
    parts.flatMap((part) => {
      const table = part.kind === "picture" ? part.table : part.kind === "table" ? part : undefined;
      return table === undefined ? [] : [{ ...dataOf(table), name: `${id} ${table.caption}` }];
    }),
  );
  saveZip(`report-tables-${form}.zip`, tables, form);
}

export function saveNetwork(source: Case, form: "graphml" | "gexf"): void {
  const text = form === "gexf" ? gexf(source) : graphml(source);
  save(`${source.head.id}-network.${form}`, new Blob([text], { type: "application/xml" }));
}

function saveZip(name: string, tables: readonly DataTable[], form: Form): void {
  const files: { [file: string]: Uint8Array } = {};
  for (const table of tables) {
    const plain = table.name.replace(/[^\p{L}\p{N}-]+/gu, "-").slice(0, 80);
    let file = `${plain}.${form}`;
    for (let k = 2; file in files; k++) file = `${plain}-${k}.${form}`;
    files[file] = bytesOf(table, form);
  }
  save(name, new Blob([zipSync(files) as Uint8Array<ArrayBuffer>], { type: "application/zip" }));
}
