import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "./free-port.ts";

/** A Redis or Valkey of a test's own, with a folder of its own on a free port. */
export interface TestRedis {
  /** With its password. */
  readonly url: string;
  readonly port: number;
  readonly password: string;
  /** Ends its process at once; what it wrote down up to a second before is there after `start`. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and takes its folder away. */
  end(): Promise<void>;
}

function program(): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
  return ["redis-server", "valkey-server"]
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(existsSync);
}

/** Why no Redis can be started here, in words; nothing if one can. */
export function whyNoRedis(): string | undefined {
  return program() === undefined
    ? "Neither Redis nor Valkey is installed here (Debian: apt-get install redis-server)."
    : undefined;
}

/** Starts a Redis of its own: own folder, free port, this machine only, a password, all that it is told written down. */
export async function startRedis(more: readonly string[] = []): Promise<TestRedis> {
  const bin = program();
  if (bin === undefined) throw new Error(whyNoRedis());
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "tawazun-redis-"));
  const password = "s3cret/pa%ss";
  const settings = {
    port,
    bind: "127.0.0.1",
    dir: folder,
    save: "",
    appendonly: "yes",
    appendfsync: "everysec",
    requirepass: password,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  let server: ChildProcess | undefined;

  async function kill(): Promise<void> {
    const ending = server;
    server = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill("SIGKILL");
    await ended;
  }
  async function start(): Promise<void> {
    const child = spawn(bin ?? "", [...flags, ...more], { stdio: "ignore" });
    server = child;
    for (let tries = 0; !(await answers(port)); tries++) {
      if (child.exitCode !== null || tries > 300) throw new Error("Redis did not start.");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  await start();
  return {
    url: `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    port,
    password,
    kill,
    start,
    async end() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether something listens there. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (is: boolean): void => {
      socket.destroy();
      resolve(is);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}
