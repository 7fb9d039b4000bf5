import { readFileSync } from "node:fs";
import { TawazunError } from "../../base/index.ts";

/** Where a cluster's queue and store are, and how to speak of it without saying its password. */
export interface Address {
  readonly kind: "redis" | "postgres";
  /** As given, with its password: for drivers alone. */
  readonly url: string;
  /** Without password and options: for people. */
  readonly shown: string;
  /** Takes the password out of a text of somebody else's, such as a driver's error. */
  clean(text: string): string;
}

/** How Redis is reached. */
export interface RedisConnection {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: {
    readonly ca?: Buffer;
    readonly cert?: Buffer;
    readonly key?: Buffer;
    readonly rejectUnauthorized: boolean;
  };
}

const kinds: { readonly [protocol: string]: Address["kind"] } = {
  "redis:": "redis",
  "rediss:": "redis",
  "postgres:": "postgres",
  "postgresql:": "postgres",
};

/**
 * Reads the address of a cluster.
 *
 * @throws {TawazunError} `cluster/address` for anything but `redis://`, `rediss://`, `postgres://` or `postgresql://`;
 * the message never repeats what was given, for a password may stand in it.
 */
export function addressOf(url: string): Address {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const kind = parsed === undefined ? undefined : kinds[parsed.protocol];
  if (parsed === undefined || kind === undefined) {
    throw new TawazunError(
      "cluster/address",
      "The address of a cluster begins with redis://, rediss:// (with TLS) or postgres://, as in redis://queue.example:6379. Write other signs than letters and digits of a password as %23 and the like.",
    );
  }
  const user = parsed.username === "" ? "" : `${parsed.username}@`;
  const secrets = secretsOf(parsed);
  return {
    kind,
    url,
    shown: `${parsed.protocol}//${user}${parsed.host}${parsed.pathname === "/" ? "" : parsed.pathname}`,
    clean: (text) =>
      secrets
        .reduce((left, secret) => left.replaceAll(secret, "***"), text)
        .replace(/\/\/[^\s/@]*:[^\s/@]*@/g, "//***@"),
  };
}

/** The password in every form in which a driver may say it. */
function secretsOf({ password, searchParams }: URL): readonly string[] {
  const given = [password, searchParams.get("password") ?? ""].filter((text) => text !== "");
  return given
    .flatMap((text) => [text, decoded(text), encodeURIComponent(decoded(text))])
    .sort((a, b) => b.length - a.length);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What a `redis://` or `rediss://` address asks for. TLS is told as PostgreSQL's addresses tell it: `sslrootcert`,
 * `sslcert` and `sslkey` are files, and `sslmode=no-verify` believes any certificate.
 */
export function redisConnection({ url }: Address): RedisConnection {
  const parsed = new URL(url);
  const { searchParams } = parsed;
  const known = ["sslrootcert", "sslcert", "sslkey", "sslmode"];
  const odd = [...searchParams.keys()].find((key) => !known.includes(key));
  if (odd !== undefined) {
    throw new TawazunError(
      "cluster/address",
      `The address of the cluster has an option "${odd}"; there are ${known.join(", ")}.`,
    );
  }
  const db = parsed.pathname.slice(1);
  if (!/^\d{0,4}$/.test(db)) {
    throw new TawazunError("cluster/address", "After redis://HOST:PORT/ stands a number, of the database.");
  }
  const [ca, cert, key] = ["sslrootcert", "sslcert", "sslkey"].map((name) => fileOf(name, searchParams));
  return {
    host: parsed.hostname.replace(/^\[(.*)\]$/, "$1") || "127.0.0.1",
    port: parsed.port === "" ? 6379 : Number(parsed.port),
    db: Number(db),
    ...(parsed.username === "" ? {} : { username: decoded(parsed.username) }),
    ...(parsed.password === "" ? {} : { password: decoded(parsed.password) }),
    ...(parsed.protocol === "rediss:"
      ? {
          tls: {
            ...(ca === undefined ? {} : { ca }),
            ...(cert === undefined ? {} : { cert }),
            ...(key === undefined ? {} : { key }),
            rejectUnauthorized: searchParams.get("sslmode") !== "no-verify",
          },
        }
      : {}),
  };
}

function fileOf(name: string, options: URLSearchParams): Buffer | undefined {
  const path = options.get(name);
  if (path === null) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    throw new TawazunError(
      "cluster/address",
      `The file of ${name} cannot be read: ${(error as Error).message}`,
    );
  }
}
