import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A server that tests started, with a data folder of its own that goes when it goes. */
export interface TestServer {
  readonly kind: "redis" | "postgres";
  /** Its address, with a password that must never be seen. */
  readonly url: string;
  readonly port: number;
  /** Kills it at once, as a machine that loses power does. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with the same data. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What stands in addresses and must stand in no output. It has signs that need escaping. */
export const password = "s3cret/pa%ss";

const found = (program: string, folders: readonly string[]): string | undefined =>
  folders.map((folder) => join(folder, program)).find((path) => existsSync(path));

const onPath = (process.env.PATH ?? "").split(delimiter);
const redisServer = found("redis-server", [...onPath, "/usr/bin"]) ?? found("valkey-server", onPath);
const postgresFolders = [...globSync("/usr/lib/postgresql/*/bin").sort().reverse(), ...onPath];
const postgresFolder = postgresFolders.find(
  (folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")),
);
const runuser = found("runuser", [...onPath, "/usr/sbin", "/sbin"]);

/** Why a kind of server cannot be had here; nothing if it can. */
export const missing = {
  redis: redisServer === undefined ? "there is no redis-server (Debian's package redis-server)" : undefined,
  postgres:
    postgresFolder === undefined
      ? "there is no PostgreSQL (Debian's package postgresql)"
      : process.getuid?.() === 0 && runuser === undefined
        ? "PostgreSQL refuses root, and there is no runuser to be somebody else"
        : undefined,
};

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}

async function answers(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${said()}`);
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
      socket.once("close", () => resolve(false));
      setTimeout(() => socket.destroy(), 1_000).unref();
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not answer on port ${port}: ${said()}`);
}

/** Starts and kills one process again and again. */
function serverOf(
  kind: TestServer["kind"],
  url: string,
  port: number,
  folder: string,
  begin: () => ChildProcess,
  ready: () => Promise<void> = async () => undefined,
): TestServer {
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const closed = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill(signal);
    await closed;
  };
  return {
    kind,
    url,
    port,
    kill: () => end("SIGKILL"),
    async start() {
      child = begin();
      let said = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on("data", (part: Buffer) => {
          said = (said + part).slice(-2000);
        });
      }
      await answers(port, child, () => said);
      await ready();
    },
    async stop() {
      await end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a Redis that writes down all that it is told; `more` are flags of its own. */
export async function startRedis(more: readonly string[] = []): Promise<TestServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "tawazun-redis-"));
  const words = ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
  const kept = ["--appendonly", "yes", "--appendfsync", "everysec", "--requirepass", password];
  const begin = (): ChildProcess =>
    spawn(redisServer ?? "redis-server", [...words, ...kept, ...more], { stdio: ["ignore", "pipe", "pipe"] });
  const url = `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`;
  const server = serverOf("redis", url, port, folder, begin);
  await server.start();
  return server;
}

/** Starts a PostgreSQL as an ordinary user. */
export async function startPostgres(): Promise<TestServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "tawazun-postgres-"));
  const bin = postgresFolder ?? "";
  const isRoot = process.getuid?.() === 0;
  const data = join(folder, "data");
  const secret = join(folder, "secret");
  writeFileSync(secret, password);
  if (isRoot) execFileSync("chown", ["-R", "postgres", folder]);
  chmodSync(folder, 0o700);
  const as = (program: string, words: readonly string[]): readonly [string, readonly string[]] =>
    isRoot
      ? [runuser ?? "runuser", ["-u", "postgres", "--", join(bin, program), ...words]]
      : [join(bin, program), words];
  const [initdb, words] = as("initdb", [
    ...["-D", data, "-U", "tester", "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8", "--no-sync"],
  ]);
  execFileSync(initdb, words, { stdio: ["ignore", "ignore", "pipe"], cwd: "/" });
  const settings = { port: `${port}`, listen_addresses: "127.0.0.1", unix_socket_directories: folder };
  const flags = Object.entries({ ...settings, shared_buffers: "32MB" }).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ]);
  // without a shell between, so that a kill reaches the server itself
  const uid = isRoot ? idOf("postgres", "-u") : undefined;
  const gid = isRoot ? idOf("postgres", "-g") : undefined;
  const begin = (): ChildProcess =>
    spawn(join(bin, "postgres"), ["-D", data, ...flags], {
      stdio: ["ignore", "pipe", "pipe"],
      cwd: "/",
      ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
    });
  const url = `postgres://tester:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  const server = serverOf("postgres", url, port, folder, begin, () => accepts(port, bin));
  await server.start();
  return server;
}

function idOf(user: string, flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
}

/** After a kill, PostgreSQL answers before it has made its data good again. */
async function accepts(port: number, bin: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    try {
      execFileSync(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", `${port}`], { stdio: "ignore" });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("PostgreSQL does not accept connections.");
}
