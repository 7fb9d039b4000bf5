import { TawazunError } from "../../base/index.ts";
import { postgresDialect } from "./postgres.ts";
import { sqliteDialect } from "./sqlite.ts";
import { makeTables, type Store, type Tables } from "./tables.ts";

export type { RunRow, Store } from "./tables.ts";

/** How often the tables are tried again where another process makes them at the same moment. */
const TRIES = 5;

/**
 * Opens what remembers runs, edits and games: an SQLite file, made if it is not there, or a PostgreSQL that a team
 * shares. The same code and the same tables stand over both; in PostgreSQL they stand in the schema `tawazun`.
 *
 * @param place path of a file, `:memory:` where nothing can be written, or `postgres://user:password@host/database`.
 * @throws {TawazunError} `store/full`, `store/read-only`, `store/busy`, `store/unreachable`, `store/password` and others
 * in words, here and by every question later; `store/address` for another kind of address; `store/pg` if the driver is
 * not installed. A password is never said.
 * @example
 * ```ts
 * import { openStore } from "tawazun/run";
 * const store = await openStore(":memory:");
 * const runs = await store.selectFrom("runs").selectAll().execute();
 * await store.destroy();
 * runs; //=> []
 * ```
 */
export async function openStore(place: string): Promise<Store> {
  const { Kysely, sql } = await import("kysely");
  const isPostgres = isPostgresUrl(place);
  if (!isPostgres && /^[a-z][a-z0-9+]+:\/\//i.test(place)) {
    throw new TawazunError(
      "store/address",
      "A store is a file, or a PostgreSQL: postgres://user:password@host:5432/database.",
    );
  }
  const kind = isPostgres ? "postgres" : "sqlite";
  const database = new Kysely<Tables>({
    dialect: isPostgres ? await postgresDialect(place) : await sqliteDialect(place),
  });
  const store = isPostgres ? database.withSchema("tawazun") : database;
  try {
    for (let tried = 1; ; tried++) {
      try {
        if (isPostgres) await sql`create schema if not exists tawazun`.execute(database);
        await makeTables(store, kind);
        return store;
      } catch (error) {
        const isMeanwhile = error instanceof TawazunError && error.code === "store/sql";
        if (!isMeanwhile || tried === TRIES) throw error;
      }
    }
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Whether a place is a PostgreSQL. */
function isPostgresUrl(place: string): boolean {
  return /^postgres(ql)?:\/\//i.test(place);
}
