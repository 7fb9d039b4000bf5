import type { Dialect, PostgresPool, PostgresPoolClient } from "kysely";
import { TawazunError } from "../../base/index.ts";
import { type Address, addressOf } from "../cluster/address.ts";

/** Connections at most: a workbench asks little at a time. */
const CONNECTIONS = 8;

/**
 * A PostgreSQL, by its address; options of TLS stand in the address (`sslmode`, `sslrootcert`).
 *
 * @throws {TawazunError} `store/pg` if its driver is not installed.
 */
export async function postgresDialect(url: string): Promise<Dialect> {
  const { PostgresDialect } = await import("kysely");
  const pg = await import("pg").catch(() => {
    throw new TawazunError(
      "store/pg",
      "The driver of PostgreSQL is not installed. Install it with: npm install pg. Or leave the store away: a file in the case's folder does.",
    );
  });
  const { Pool, types } = pg.default;
  const address = addressOf(url);
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    application_name: "tawazun",
    // whole numbers of eight bytes come as text by default
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === 20 && format !== "binary" ? Number : types.getTypeParser(oid, format as "text"),
    },
  });
  // a connection that drops while nobody uses it; the next question opens another
  pool.on("error", () => undefined);
  const told = {
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw refusal(error, address);
      });
      return toldBy(client as unknown as PostgresPoolClient, address);
    },
    end: () => pool.end(),
  };
  return new PostgresDialect({ pool: told as unknown as PostgresPool });
}

/** A connection whose refusals are in words. */
function toldBy(client: PostgresPoolClient, address: Address): PostgresPoolClient {
  type Query = (...given: unknown[]) => Promise<unknown>;
  const query = (async (...given: unknown[]) => {
    try {
      return await (client.query as unknown as Query).apply(client, given);
    } catch (error) {
      throw refusal(error, address);
    }
  }) as unknown as PostgresPoolClient["query"];
  return Object.create(client, {
    query: { value: query },
    release: { value: client.release.bind(client) },
  }) as PostgresPoolClient;
}

const REASONS: { readonly [code: string]: readonly [name: string, why: string] } = {
  ECONNREFUSED: ["unreachable", "nobody answers there. Is PostgreSQL running?"],
  ECONNRESET: ["unreachable", "the connection was cut. Try again."],
  EPIPE: ["unreachable", "the connection was cut. Try again."],
  ETIMEDOUT: ["unreachable", "it does not answer in time."],
  ENOTFOUND: ["unreachable", "there is no such host."],
  "57P01": ["unreachable", "PostgreSQL is ending. Try again once it is back."],
  "57P02": ["unreachable", "PostgreSQL broke down. Try again once it is back."],
  "57P03": ["unreachable", "PostgreSQL is starting. Try again."],
  "28P01": ["password", "it refuses this user and password."],
  "28000": ["password", "it refuses this user."],
  "3D000": ["database", "it has no such database. Make it with createdb."],
  "42501": ["rights", "this user may not do that. It needs a schema tawazun in which it may make tables."],
  "25006": ["read-only", "it is read-only now."],
  "53100": ["full", "there is no room left on its disk. What was written before is kept."],
  "53300": ["unreachable", "it has too many connections."],
};

function refusal(error: unknown, { shown, clean }: Address): TawazunError {
  const { code, message = "" } = error as { readonly code?: string; readonly message?: string };
  const cut = /terminated|timeout|Connection ended|not queryable/i.test(message)
    ? REASONS.ECONNRESET
    : undefined;
  const [name, why] = REASONS[code ?? ""] ?? cut ?? ["sql", clean(message)];
  return new TawazunError(`store/${name}`, `The store ${shown}: ${why}`);
}
