import type { Generated, Kysely } from "kysely";

/** A run that was asked for, and how it ended; found again by its key. */
export interface RunRow {
  /** Hash of case, engine, verb and options: the same question has the same answer. */
  readonly key: string;
  /** Whose it is where several share a store: the workbench that carries it out. */
  readonly folder: string;
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
  /** In whose folder the file lies. */
  readonly folder: string;
  readonly at: string;
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
  /** 1 once it was undone; 2, 3 or 4 while it is being made, undone or redone, or where that was cut off. */
  readonly undone: number;
  /** The same for all that was done at once, and is undone at once; empty for an edit by itself. */
  readonly act: Generated<string>;
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

/** What remembers runs, edits and games: one code over an SQLite file or a PostgreSQL. */
export type Store = Kysely<Tables>;

/** Makes the tables that are not there; a file of an earlier version gets the columns that it lacks. */
export async function makeTables(store: Store, kind: "sqlite" | "postgres"): Promise<void> {
  const { schema } = store;
  const number = kind === "postgres" ? "serial" : "integer";
  await schema
    .createTable("runs")
    .ifNotExists()
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("folder", "text", (column) => column.notNull().defaultTo(""))
    .addColumn("verb", "text", (column) => column.notNull())
    .addColumn("options", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("asked_at", "text", (column) => column.notNull())
    .addColumn("ended_at", "text")
    .addColumn("code", "integer")
    .addColumn("text", "text")
    .addColumn("json", "text")
    .execute();
  await schema
    .createTable("edits")
    .ifNotExists()
    .addColumn("id", number, (column) => numbered(column, kind))
    .addColumn("folder", "text", (column) => column.notNull().defaultTo(""))
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("file", "text", (column) => column.notNull())
    .addColumn("before", "text")
    .addColumn("after", "text")
    .addColumn("undone", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("act", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await schema
    .createTable("seats")
    .ifNotExists()
    .addColumn("id", number, (column) => numbered(column, kind))
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("case_hash", "text", (column) => column.notNull())
    .addColumn("game", "text", (column) => column.notNull())
    .execute();
  const later = [
    ["runs", "folder"],
    ["edits", "folder"],
    ["edits", "act"],
  ] as const;
  const tables = await store.introspection.getTables();
  for (const [name, column] of later) {
    if (tables.find((one) => one.name === name)?.columns.some((one) => one.name === column) !== false)
      continue;
    await schema
      .alterTable(name)
      .addColumn(column, "text", (made) => made.notNull().defaultTo(""))
      .execute();
  }
}

type Column = Parameters<Parameters<ReturnType<Store["schema"]["createTable"]>["addColumn"]>[2] & object>[0];

/** The one thing that the two databases are told in other words: that a number is given to each row. */
function numbered(column: Column, kind: "sqlite" | "postgres"): Column {
  return kind === "postgres" ? column.primaryKey() : column.primaryKey().autoIncrement();
}
