import { open } from "node:fs/promises";
import type { FileMetaData } from "hyparquet";
import { TawazunError } from "../../base/index.ts";
import { readCsv } from "../../case/index.ts";
import { reason } from "../folder.ts";
import { readText } from "../read-text.ts";
import type { Value } from "./answer.ts";
import type { TableFile } from "./find-tables.ts";

/** A row by the names of its columns. */
export type TableRow = Readonly<Record<string, Value>>;

/** The columns of a file, and how many rows it has, without reading them where it is Parquet. */
export async function shapeOf(
  file: TableFile,
): Promise<{ readonly columns: readonly string[]; readonly rows: number }> {
  const own = file.run === undefined ? [] : ["run"];
  if (file.kind === "csv") {
    const { columns, rows } = await csvOf(file.path);
    return { columns: [...own, ...columns], rows: rows.length };
  }
  return withParquet(file.path, async (metadata) => {
    const { parquetSchema } = await import("hyparquet");
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    return { columns: [...own, ...names], rows: Number(metadata.num_rows) };
  });
}

/**
 * The rows of a file, a group after another, with only these columns; `run` is that in whose folder it stands.
 *
 * @throws {TawazunError} `query/file` if it is damaged or cannot be read.
 */
export async function eachRow(
  file: TableFile,
  columns: readonly string[] | undefined,
  take: (row: TableRow) => void,
): Promise<void> {
  const run: TableRow = file.run === undefined ? {} : { run: file.run };
  if (file.kind === "csv") {
    const { columns: header, rows } = await csvOf(file.path);
    for (const cells of rows)
      take({ ...run, ...Object.fromEntries(header.map((name, c) => [name, cellOf(cells[c] ?? "")])) });
    return;
  }
  await withParquet(file.path, async (metadata, bytes) => {
    const [{ parquetReadObjects, parquetSchema }, { compressors }] = await Promise.all([
      import("hyparquet"),
      import("hyparquet-compressors"),
    ]);
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    const wanted = columns === undefined ? names : names.filter((name) => columns.includes(name));
    let rowStart = 0;
    for (const { num_rows } of metadata.row_groups) {
      const rowEnd = rowStart + Number(num_rows);
      const asked = { file: bytes, metadata, compressors, columns: wanted, rowStart, rowEnd };
      for (const row of await parquetReadObjects(asked))
        take({ ...run, ...Object.fromEntries(wanted.map((name) => [name, plain(row[name])])) });
      rowStart = rowEnd;
    }
  });
}

type ParquetBytes = { readonly byteLength: number; slice(start: number, end?: number): Promise<ArrayBuffer> };

async function withParquet<Result>(
  path: string,
  work: (metadata: FileMetaData, bytes: ParquetBytes) => Promise<Result>,
): Promise<Result> {
  const { parquetMetadataAsync } = await import("hyparquet");
  const handle = await open(path, "r").catch((error: unknown) => {
    throw new TawazunError("query/file", `There is no file "${path}" that can be read: ${reason(error)}.`);
  });
  try {
    const { size } = await handle.stat();
    const bytes: ParquetBytes = {
      byteLength: size,
      async slice(start, end = size) {
        const from = start < 0 ? Math.max(0, size + start) : start;
        const piece = new Uint8Array(Math.max(0, Math.min(end, size) - from));
        const { bytesRead } = await handle.read(piece, 0, piece.length, from);
        return piece.buffer.slice(0, bytesRead);
      },
    };
    return await work(await parquetMetadataAsync(bytes), bytes);
  } catch (error) {
    if (error instanceof TawazunError) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new TawazunError("query/file", `"${path}" is no whole Parquet file: ${words}.`);
  } finally {
    await handle.close();
  }
}

async function csvOf(path: string) {
  const { rows, faults } = readCsv((await readText(path)).replace(/^\uFEFF/, ""));
  if (faults.length > 0)
    throw new TawazunError(
      "query/file",
      `${path}:${faults[0].line}:${faults[0].column}: ${faults[0].message}`,
    );
  const [header = [], ...rest] = rows.map((row) => row.map(({ text }) => text));
  return { columns: header, rows: rest };
}

function cellOf(cell: string): Value {
  if (cell === "") return null;
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell)) return Number(cell);
  return cell === "true" || cell === "false" ? cell === "true" : cell;
}

function plain(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner));
}
