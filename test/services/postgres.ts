import { execFile, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);

/** Where Debian, Homebrew and others put the programs of PostgreSQL. */
const PLACES = [
  "/usr/lib/postgresql/*/bin/initdb",
  "/opt/homebrew/opt/postgresql@*/bin/initdb",
  "/usr/local/opt/postgresql@*/bin/initdb",
  "/usr/local/bin/initdb",
  "/usr/bin/initdb",
];

/** A PostgreSQL of a test's own, with a folder of its own on a free port. */
export interface TestPostgres {
  /** With its user and password, for the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly password: string;
  /** Ends its processes at once, as a power cut does; what was committed is there after `start`. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and takes its folder away. */
  end(): Promise<void>;
}

/** Folder of the newest PostgreSQL's programs on this machine; nothing if there is none. */
function programs(): string | undefined {
  const found = PLACES.flatMap((place) => globSync(place)).sort(
    (a, b) => Number(/\d+/.exec(b)?.[0] ?? 0) - Number(/\d+/.exec(a)?.[0] ?? 0),
  );
  return found[0] === undefined ? undefined : dirname(found[0]);
}

/** Why no PostgreSQL can be started here, in words; nothing if one can. */
export function whyNoPostgres(): string | undefined {
  if (programs() === undefined)
    return "PostgreSQL is not installed here (Debian: apt-get install postgresql).";
  if (process.getuid?.() !== 0) return undefined;
  if (!existsSync("/usr/sbin/runuser") && !existsSync("/sbin/runuser"))
    return "PostgreSQL refuses to run as root, and runuser is not here.";
  return undefined;
}

/**
 * Starts a PostgreSQL of its own: own folder, free port, this machine only, a password. Root lends it the user
 * `postgres`, as it refuses to run as root.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = programs();
  if (bin === undefined) throw new Error(whyNoPostgres());
  const isRoot = process.getuid?.() === 0;
  const as = (program: string, words: readonly string[]): [string, string[]] =>
    isRoot
      ? ["runuser", ["-u", "postgres", "--", join(bin, program), ...words]]
      : [join(bin, program), [...words]];
  const folder = mkdtempSync(join(tmpdir(), "tawazun-postgres-"));
  chmodSync(folder, 0o755);
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  const password = "open sesame/1?";
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password);
  if (isRoot) {
    const { stdout } = await run("id", ["-u", "postgres"]);
    for (const path of [folder, data, passwordFile]) chownSync(path, Number(stdout), -1);
  }
  const setUp = ["-U", "tester", "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale=C"];
  await run(...as("initdb", ["-D", data, "-N", ...setUp]));
  const port = await freePort();
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    "shared_buffers=16MB",
    "max_connections=60",
    "autovacuum=off",
  ].flatMap((setting) => ["-c", setting]);
  let server: ReturnType<typeof spawn> | undefined;
  let ended: Promise<unknown> = Promise.resolve();

  async function start(): Promise<void> {
    const child = spawn(...as("postgres", ["-D", data, ...settings]), { stdio: "ignore", cwd: folder });
    server = child;
    ended = new Promise((resolve) => child.once("close", resolve));
    for (let tries = 0; ; tries++) {
      const ready = await run(join(bin ?? "", "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)]).then(
        () => true,
        () => false,
      );
      if (ready) return;
      if (child.exitCode !== null || tries > 300) throw new Error("PostgreSQL did not start.");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  async function stop(mode: "immediate" | "fast"): Promise<void> {
    if (server === undefined) return;
    await run(...as("pg_ctl", ["-D", data, "-m", mode, "-w", "stop"])).catch(() => server?.kill("SIGKILL"));
    await ended;
    server = undefined;
  }

  await start();
  return {
    url: `postgres://tester:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    port,
    password,
    kill: () => stop("immediate"),
    start,
    async end() {
      await stop("fast");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
