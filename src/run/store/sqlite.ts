import { accessSync, constants, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Dialect, SqliteDatabase } from "kysely";
import { TawazunError } from "../../base/index.ts";

/** Milliseconds that a writer waits for another. */
const PATIENCE = 10_000;

/**
 * An SQLite file, made if it is not there.
 *
 * @remarks Write-ahead log, so that a killed process leaves it whole and several can work on it; writers wait for each
 * other up to ten seconds.
 */
export async function sqliteDialect(file: string): Promise<Dialect> {
  const { SqliteDialect } = await import("kysely");
  try {
    if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file, { timeout: PATIENCE });
    database.exec("pragma journal_mode = wal; pragma synchronous = normal;");
    return new SqliteDialect({ database: asKyselyWants(database, file) });
  } catch (error) {
    throw refusal(error, file);
  }
}

/** Node's database with the one fact about a statement that Kysely asks for: whether it returns rows. */
function asKyselyWants(database: DatabaseSync, file: string): SqliteDatabase {
  const told = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw refusal(error, file);
    }
  };
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = told(() => database.prepare(sql));
      type Given = Parameters<typeof statement.all>;
      return {
        reader: statement.columns().length > 0,
        all: (given) => told(() => statement.all(...(given as Given))),
        run: (given) => told(() => statement.run(...(given as Given))),
        iterate: (given) => statement.iterate(...(given as Given)) as IterableIterator<unknown>,
      };
    },
  };
}

/** Why SQLite refused, in words: by the lower byte of its result code. */
function refusal(error: unknown, file: string): unknown {
  const { errcode, code } = error as { readonly errcode?: number; readonly code?: string };
  const kind = errcode === undefined ? undefined : errcode & 0xff;
  const refuse = (name: string, why: string): TawazunError =>
    new TawazunError(`store/${name}`, `The store "${file}" ${why}`);
  if (kind === 13 || code === "ENOSPC")
    return refuse(
      "full",
      "cannot be written: there is no room left on the disk. What was written before is kept.",
    );
  const isShut = kind === 14 && isReadOnly(dirname(file));
  if (isShut || kind === 8 || code === "EROFS" || code === "EACCES" || code === "EPERM")
    return refuse("read-only", "cannot be written: it is read-only for you.");
  if (kind === 5 || kind === 6) return refuse("busy", "is held by another process; try again.");
  if (kind === 14 || code === "ENOTDIR" || code === "EEXIST")
    return refuse("place", "cannot be opened: its folder cannot be reached or written.");
  if (kind === 26 || kind === 11)
    return refuse("damaged", "is no whole SQLite file. Move it away, and a new one is made.");
  if (kind === 10) return refuse("disk", "cannot be read or written: the disk gives an error.");
  return error;
}

/** Whether a folder is there and cannot be written. */
function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch (error) {
    return ["EROFS", "EACCES", "EPERM"].includes((error as { readonly code?: string }).code ?? "");
  }
}
