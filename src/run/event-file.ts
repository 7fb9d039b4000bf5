import { createReadStream, existsSync, readFileSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createGunzip, gunzipSync } from "node:zlib";
import { type Finding, TawazunError } from "../base/index.ts";
import {
  type EventLog,
  type LogBuilder,
  logBuilder,
  type ReadingOptions,
  readParquet,
  type Told,
  textReader,
} from "../events/index.ts";
import { duckEvents } from "./duck-events.ts";
import { reason } from "./folder.ts";

/** What may be asked of reading files of events. */
export interface EventFileOptions extends Omit<ReadingOptions, "file"> {
  /** The form, if it is not to be recognised. */
  readonly feed?: string | undefined;
  /** Lets DuckDB read and filter what are tables: for files larger than memory. */
  readonly duckdb?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told now and then how many bytes of all the files were read. */
  readonly onBytes?: ((read: number, total: number) => void) | undefined;
}

/** What is to be said of one file. */
export interface ToldOfFile extends Told {
  readonly file: string;
  /** The id of its feed; absent if it was recognised as none. */
  readonly feed?: string;
}

/** The log of some files, and what is to be said of each. */
export interface EventFiles {
  readonly log: EventLog;
  readonly files: readonly ToldOfFile[];
  /** Whether it was told to stop before the end. */
  readonly stopped: boolean;
}

/** So many bytes are read at once. */
const PIECE = 1 << 20;

/**
 * Reads files of events of any known feed into one log: text, gzip or Parquet, told apart by what they hold.
 *
 * A file is read piece by piece and nothing of it is kept but its events, so that memory follows the number
 * of events and not the size of files. Beside a stream of whole numbers, `entity2id.txt` and
 * `relation2id.txt` give the names.
 *
 * @returns files that are not there, cut off or of no known form give findings; what stood before is kept.
 * @throws {TawazunError} `feed/name` if a form is named that there is not; `events/duckdb` if DuckDB is
 * wanted and not installed.
 * @example
 * ```ts
 * import { readEventFiles } from "tawazun/run";
 * const { log, files } = await readEventFiles(["not-there.csv"], {});
 * log.count; //=> 0
 * files[0].findings[0].code; //=> "file/unreadable"
 * ```
 */
export async function readEventFiles(
  paths: readonly string[],
  options: EventFileOptions,
): Promise<EventFiles> {
  const builder = logBuilder({ actors: options.who?.ids ?? [] });
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        (status) => status.size,
        () => 0,
      ),
    ),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const files: ToldOfFile[] = [];
  let before = 0;
  for (const [k, file] of paths.entries()) {
    if (options.signal?.aborted === true) break;
    const onBytes = (read: number): void => options.onBytes?.(before + read, total);
    files.push({ file, ...(await readOne(file, sizes[k], { ...options, onBytes }, builder)) });
    before += sizes[k];
  }
  return { log: builder.log(), files, stopped: options.signal?.aborted === true };
}

type FileReading = Told & { readonly feed?: string };

async function readOne(
  path: string,
  size: number,
  options: EventFileOptions,
  into: LogBuilder,
): Promise<FileReading> {
  const asked = { ...options, file: path, ...namesBeside(path) };
  try {
    const magic = await firstBytes(path);
    const isParquet = magic.toString("latin1") === "PAR1";
    const isGzip = magic[0] === 0x1f && magic[1] === 0x8b;
    // DuckDB takes a gzip that is cut off for a whole one.
    if (options.duckdb === true && (!isGzip || (await isWhole(path)))) {
      const read = await duckEvents(path, isParquet ? "parquet" : isGzip ? "gzip" : "text", asked, into);
      if (read !== undefined) return read;
    }
    if (isParquet) return await parquetFile(path, size, asked, into);
    if (magic.toString("latin1") === "PK\u0003\u0004") {
      return only(refusal(path, "This is a zip archive. Unpack it, and give the files in it."));
    }
    return await textFile(path, isGzip, magic, asked, into);
  } catch (error) {
    if (error instanceof TawazunError) throw error;
    return only(refusal(path, `There is no file "${path}" that can be read: ${reason(error)}.`));
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whether a gzip can be unpacked to its end. */
async function isWhole(path: string): Promise<boolean> {
  const bytes = createReadStream(path, { highWaterMark: PIECE });
  const plain = bytes.pipe(createGunzip({ chunkSize: PIECE }));
  bytes.on("error", (error) => plain.destroy(error));
  try {
    for await (const _piece of plain);
    return true;
  } catch {
    return false;
  } finally {
    bytes.destroy();
  }
}

async function textFile(
  path: string,
  isGzip: boolean,
  magic: Buffer,
  options: EventFileOptions & ReadingOptions,
  into: LogBuilder,
): Promise<FileReading> {
  const reader = textReader(options, into);
  const bytes = createReadStream(path, { highWaterMark: PIECE });
  const plain = isGzip ? bytes.pipe(createGunzip({ chunkSize: PIECE })) : bytes;
  // Of a file that cannot be opened, the reading stream alone hears.
  bytes.on("error", (error) => plain.destroy(error));
  const isWide = magic[0] === 0xff && magic[1] === 0xfe;
  const decoder = new TextDecoder(isWide ? "utf-16le" : "utf-8", { ignoreBOM: true });
  const found: Finding[] = [];
  try {
    for await (const piece of plain) {
      reader.piece(decoder.decode(piece as Uint8Array, { stream: true }));
      options.onBytes?.(bytes.bytesRead, 0);
      if (options.signal?.aborted === true) break;
    }
  } catch (error) {
    if (!isGzip || !String((error as { readonly code?: string }).code).startsWith("Z_")) throw error;
    const cut = (error as { readonly code?: string }).code === "Z_BUF_ERROR";
    const what = cut ? "is cut off: it ends in the middle" : "is damaged";
    const message = `The gzip file ${what}. What stands before is kept; copy or download it again for the rest.`;
    found.push({ code: "file/gzip", severity: "error", place: { file: path }, message });
  } finally {
    bytes.destroy();
  }
  reader.piece(decoder.decode());
  const told = reader.end(found.length > 0);
  return { ...told, findings: [...found, ...told.findings] };
}

async function parquetFile(
  path: string,
  size: number,
  options: EventFileOptions & ReadingOptions,
  into: LogBuilder,
): Promise<FileReading> {
  const handle = await open(path, "r");
  try {
    const slice = async (start: number, end: number = size): Promise<ArrayBuffer> => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      options.onBytes?.(Math.min(end, size), size);
      return bytes.buffer.slice(0, bytesRead);
    };
    return await readParquet({ byteLength: size, slice }, options, into);
  } finally {
    await handle.close();
  }
}

/** The lines of the files that name actors and types, where a benchmark has them beside its streams. */
function namesBeside(path: string): Pick<ReadingOptions, "actorNames" | "typeNames"> {
  const lines = (name: string): readonly string[] | undefined => {
    const file = join(dirname(path), name);
    try {
      if (existsSync(file)) return readFileSync(file, "utf8").split("\n");
      if (existsSync(`${file}.gz`))
        return gunzipSync(readFileSync(`${file}.gz`))
          .toString("utf8")
          .split("\n");
    } catch {
      return undefined;
    }
    return undefined;
  };
  return { actorNames: lines("entity2id.txt"), typeNames: lines("relation2id.txt") };
}

function refusal(file: string, message: string): Finding {
  return { code: "file/unreadable", severity: "error", place: { file }, message };
}

function only(finding: Finding): FileReading {
  return { findings: [finding], rows: 0, leftOut: 0, strangers: [] };
}
