import type { Finding } from "../../base/index.ts";
import type { LogBuilder } from "../event-log.ts";
import { eventReader } from "./event-reader.ts";
import type { Feed, ReadingOptions, Told } from "./feed.ts";
import { feedNamed, feeds } from "./index.ts";
import { faultOfPages } from "./parquet-pages.ts";
import { columnsOf, eventOf, lacking, type TableForm } from "./table-form.ts";

/** Bytes that can be read a stretch at a time, such as a file on disk. */
export interface Bytes {
  readonly byteLength: number;
  slice(start: number, end?: number): ArrayBuffer | Promise<ArrayBuffer>;
}

type Table = Feed & { readonly table: TableForm };

/**
 * Reads a Parquet file whose columns are named as in one of the feeds that are tables (our own, ICEWS,
 * POLECAT, ACLED, GDELT), one group of rows after another, and only the columns that are needed.
 *
 * @returns what is to be said of it; the events go `into` the log. Never throws for what the file holds.
 * @throws {TawazunError} `feed/name` if a form is named that there is not.
 * @remarks All in JavaScript, for files whose groups of rows fit into memory. Compressed with Snappy, gzip,
 * zstd, Brotli or LZ4.
 */
export async function readParquet(
  file: Bytes,
  options: ReadingOptions & { readonly feed?: string | undefined },
  into: LogBuilder,
): Promise<Told & { readonly feed?: string }> {
  const named = options.feed === undefined ? undefined : feedNamed(options.feed);
  const [{ parquetMetadataAsync, parquetRead, parquetSchema }, { compressors }] = await Promise.all([
    import("hyparquet"),
    import("hyparquet-compressors"),
  ]);
  const found: Finding[] = [];
  const refuse = (message: string, severity: Finding["severity"] = "error"): void => {
    found.push({ code: "feed/parquet", severity, place: { file: options.file }, message });
  };
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => reasonOf(error));
  if (typeof metadata === "string") {
    refuse(`This is no whole Parquet file: ${metadata}. If it was being copied or downloaded, do so again.`);
    return nothingBut(found);
  }
  // Names of columns are compared in lower case, and asked for as they stand.
  const names = schemaNames(() => parquetSchema(metadata).children.map(({ element }) => element.name));
  const form = tableOf([...names.keys()], named);
  if (form === undefined) {
    refuse(
      `Its columns (${[...names.values()].slice(0, 12).join(", ")}) are those of no known form, or lack one that is needed.`,
    );
    return nothingBut(found);
  }
  const reader = eventReader(form, options, into);
  const needed = columnsOf(form.table).filter((column) => names.has(column));
  const columns = needed.map((column) => names.get(column) ?? column);
  let rowStart = 0;
  let group = 0;
  for (const { num_rows, columns: chunks } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    group += 1;
    try {
      await check(file, chunks, columns, Number(num_rows));
      await parquetRead({
        file,
        metadata,
        columns,
        rowStart,
        rowEnd,
        // Of the two readers of Snappy, the one that cannot be sent astray by a damaged page.
        compressors: { ...compressors, SNAPPY: undefined },
        rowFormat: "object",
        onComplete(rows) {
          for (const row of rows)
            reader.row(eventOf(form.table, (name) => textOf(row[names.get(name) ?? name])));
        },
      });
    } catch (error) {
      refuse(
        `The group of rows ${group} (rows ${rowStart + 1} to ${rowEnd}) cannot be read: ${reasonOf(error)}. The others are kept.`,
      );
    }
    rowStart = rowEnd;
  }
  const told = reader.end();
  return { ...told, findings: [...found, ...told.findings], feed: form.id };
}

interface Chunk {
  readonly meta_data?: {
    readonly path_in_schema: readonly string[];
    readonly num_values: bigint;
    readonly total_compressed_size: bigint;
    readonly data_page_offset: bigint;
    readonly dictionary_page_offset?: bigint | undefined;
  };
}

/** Throws what is wrong with the columns of a group of rows, before anything of them is decoded. */
async function check(
  file: Bytes,
  chunks: readonly Chunk[],
  columns: readonly string[],
  rows: number,
): Promise<void> {
  for (const { meta_data: told } of chunks) {
    if (told === undefined) throw new Error("a column has no description");
    const [name, ...inner] = told.path_in_schema;
    if (!columns.includes(name)) continue;
    if (inner.length > 0) throw new Error(`the column ${name} holds lists or records`);
    const first = Number(told.dictionary_page_offset ?? 0n);
    const data = Number(told.data_page_offset);
    const start = first > 0 && first < data ? first : data;
    const size = Number(told.total_compressed_size);
    if (start < 0 || size < 0 || start + size > file.byteLength || Number(told.num_values) !== rows) {
      throw new Error(`the column ${name} cannot stand where the file says`);
    }
    const fault = faultOfPages(new Uint8Array(await file.slice(start, start + size)), rows);
    if (fault !== undefined) throw new Error(`in the column ${name} ${fault}`);
  }
}

/** The feed whose columns these are. */
function tableOf(names: readonly string[], named: Feed | undefined): Table | undefined {
  const head = [names.join("\t")];
  const fits = (feed: Feed): feed is Table =>
    feed.table !== undefined && lacking(feed.table, new Set(names)).length === 0;
  return (named === undefined ? feeds : [named]).find(
    (feed): feed is Table => fits(feed) && (named !== undefined || feed.recognise(head)),
  );
}

function schemaNames(read: () => readonly string[]): ReadonlyMap<string, string> {
  try {
    return new Map(read().map((name) => [name.trim().toLowerCase(), name]));
  } catch {
    return new Map();
  }
}

/** A value of a column as the text that a table would hold. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.trim();
  if (typeof value === "object" && "toISOString" in value) return isoOf(value as { toISOString(): string });
  return value instanceof Uint8Array ? new TextDecoder().decode(value).trim() : String(value);
}

function isoOf(date: { toISOString(): string }): string {
  try {
    return date.toISOString();
  } catch {
    return "";
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/^parquet /, "").slice(0, 200) : String(error);
}

function nothingBut(findings: readonly Finding[]): Told {
  return { findings, rows: 0, leftOut: 0, strangers: [] };
}
