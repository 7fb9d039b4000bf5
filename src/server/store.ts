import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Generated, Kysely, type SqliteDatabase, SqliteDialect } from "kysely";

/** A run that was asked for, and how it ended; found again by its key. */
export interface RunRow {
  /** Hash of case, engine, verb and options: the same question has the same answer. */
  readonly key: string;
  readonly verb: string;
  /** JSON of the options. */
  readonly options: string;
  readonly state: "waiting" | "running" | "done" | "failed" | "stopped";
  readonly asked_at: string;
  readonly ended_at: string | null;
  readonly code: number | null;
  readonly text: string | null;
  readonly json: string | null;
}

/** One edit of a file of the case, so that it can be undone. */
export interface EditRow {
  readonly id: Generated<number>;
  readonly at: string;
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
  /** 1 once it was undone. */
  readonly undone: number;
}

/** A game of seats: who sits where, and what was chosen so far. */
export interface SeatRow {
  readonly id: Generated<number>;
  readonly at: string;
  /** The case as it stood; another case has other options. */
  readonly case_hash: string;
  /** JSON of the game. */
  readonly game: string;
}

export interface Tables {
  readonly runs: RunRow;
  readonly edits: EditRow;
  readonly seats: SeatRow;
}

export type Store = Kysely<Tables>;

/**
 * The workbench's own memory: an SQLite file, made if it is not there.
 *
 * @param file path of the file, or ":memory:" where nothing can be written.
 * @remarks Write-ahead log, so that a killed server leaves it whole; writers wait for each other up to five seconds.
 */
export async function openStore(file: string): Promise<Store> {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec("pragma journal_mode = wal; pragma busy_timeout = 5000; pragma synchronous = normal;");
  const store: Store = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: asKyselyWants(database) }),
  });
  await store.schema
    .createTable("runs")
    .ifNotExists()
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("verb", "text", (column) => column.notNull())
    .addColumn("options", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("asked_at", "text", (column) => column.notNull())
    .addColumn("ended_at", "text")
    .addColumn("code", "integer")
    .addColumn("text", "text")
    .addColumn("json", "text")
    .execute();
  await store.schema
    .createTable("edits")
    .ifNotExists()
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("file", "text", (column) => column.notNull())
    .addColumn("before", "text")
    .addColumn("after", "text")
    .addColumn("undone", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await store.schema
    .createTable("seats")
    .ifNotExists()
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("case_hash", "text", (column) => column.notNull())
    .addColumn("game", "text", (column) => column.notNull())
    .execute();
  return store;
}

/** Node's database with the one fact about a statement that Kysely asks for: whether it returns rows. */
function asKyselyWants(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      type Given = Parameters<typeof statement.all>;
      return {
        reader: statement.columns().length > 0,
        all: (given) => statement.all(...(given as Given)),
        run: (given) => statement.run(...(given as Given)),
        iterate: (given) => statement.iterate(...(given as Given)) as IterableIterator<unknown>,
      };
    },
  };
}
