import type { Address } from "./address.ts";
import { load } from "./load.ts";
import { KEPT_DAYS, type Shelf } from "./shelf.ts";

/** Held while the table is made: two that come first at the same time would both make it. */
const LOCK = 7_203_411;

const table = `
  create schema if not exists tawazun;
  create table if not exists tawazun.shelf (
    shelf text not null,
    key text not null,
    value bytea not null,
    at timestamptz not null default now(),
    primary key (shelf, key)
  );
  delete from tawazun.shelf where at < now() - interval '${KEPT_DAYS} days';`;

/** A shelf in PostgreSQL: one table, from which what is older than some days is taken when somebody comes. */
export async function postgresShelf({ url }: Address): Promise<Shelf> {
  const { Pool } = load("pg");
  const pool = new Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 5_000,
    application_name: "tawazun",
  });
  // a connection that drops while nobody uses it; the next question opens another
  pool.on("error", () => undefined);
  const ask = async (text: string, values: unknown[]) => (await pool.query(text, values)).rows;
  try {
    const client = await pool.connect();
    try {
      await client.query(`begin; select pg_advisory_xact_lock(${LOCK}); ${table} commit;`);
    } finally {
      client.release(true);
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    async add(shelf, key, value) {
      const sql =
        "insert into tawazun.shelf (shelf, key, value) values ($1, $2, $3) on conflict do nothing returning 1";
      return (await ask(sql, [shelf, key, value])).length === 1;
    },
    async set(shelf, key, value) {
      const sql =
        "insert into tawazun.shelf (shelf, key, value) values ($1, $2, $3) on conflict (shelf, key) do update set value = excluded.value, at = now()";
      await ask(sql, [shelf, key, value]);
    },
    async has(shelf, key) {
      return (
        (await ask("select 1 from tawazun.shelf where shelf = $1 and key = $2", [shelf, key])).length > 0
      );
    },
    async get(shelf, keys) {
      if (keys.length === 0) return [];
      const sql = "select key, value from tawazun.shelf where shelf = $1 and key = any($2)";
      const found = new Map<string, Buffer>(
        (await ask(sql, [shelf, keys])).map(({ key, value }) => [key, value]),
      );
      return keys.map((key) => found.get(key));
    },
    async all(shelf) {
      const rows = await ask("select key, value from tawazun.shelf where shelf = $1", [shelf]);
      return new Map<string, Buffer>(rows.map(({ key, value }) => [key, value]));
    },
    async count(shelf) {
      const [{ rows }] = await ask("select count(*)::int as rows from tawazun.shelf where shelf = $1", [
        shelf,
      ]);
      return rows as number;
    },
    async remove(shelf, keys) {
      if (keys === undefined) await ask("delete from tawazun.shelf where shelf = $1", [shelf]);
      else if (keys.length > 0)
        await ask("delete from tawazun.shelf where shelf = $1 and key = any($2)", [shelf, keys]);
    },
    async clock() {
      const [{ now }] = await ask("select extract(epoch from now())::float8 as now", []);
      return Math.floor((now as number) * 1000);
    },
    close: () => pool.end(),
  };
}
