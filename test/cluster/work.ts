import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../../scripts/root.ts";
import { type Case, newCase, readCase, variableChange } from "../../src/case/index.ts";
import { inProcess, type Observations, type Shard } from "../../src/forecast/index.ts";
import { freePort } from "../services/free-port.ts";
import { startPostgres, type TestPostgres, whyNoPostgres } from "../services/postgres.ts";
import { startRedis, type TestRedis, whyNoRedis } from "../services/redis.ts";

const { world } = readCase(newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }));
/** What a cluster may stand on, each with why it cannot be had here, if it cannot. */
export const kinds = [
  { kind: "redis", start: startRedis, missing: whyNoRedis() },
  { kind: "postgres", start: startPostgres, missing: whyNoPostgres() },
] as const;
export type TestServer = TestRedis | TestPostgres;

for (const { missing } of kinds) {
  if (missing !== undefined) console.info(`Tests of clusters are skipped: ${missing}`);
}

/** A small case to be played. */
export const source = world as Case;

/** So many shards of a few futures each, of a seed of their own. */
export function shardsOf(seed: string, count: number, futures = 2): readonly Shard[] {
  const outcomes = [{ measure: { stability: { to: "2024-06" } } }];
  const plan = { questions: [], outcomes, detail: false } as Shard["plan"];
  return Array.from({ length: count }, (_, k) => {
    // another value each, as in a sweep: neighbours of one scenario would travel together
    const tie = variableChange({ relation: { from: "vale", to: "ridge" } }, (2 * k) / count - 1);
    const scenario = { seed, months: 2, policy: "strategic", interventions: [tie] };
    return { scenario, plan, from: 0, to: futures };
  });
}

/** A shard that fails wherever it is tried. */
export function poisoned(seed: string): Shard {
  const [shard] = shardsOf(seed, 1);
  const outcomes = [{ rule: { occurs: { move: "no-such-move" }, by: "2024-06-30" } }];
  return { ...shard, plan: { ...shard.plan, outcomes } as unknown as Shard["plan"] };
}

/** What one process makes of the shards, one after another. */
export function alone(shards: readonly Shard[]): Promise<readonly Observations[]> {
  return inProcess().carryOut(source, shards);
}

/** Waits for something to become true, but not for ever. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (const began = performance.now(); !(await isTrue()); ) {
    if (performance.now() - began > 150_000) throw new Error("What was waited for did not come.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** All that anybody has said in the tests: no password may stand in it. */
export const heard: string[] = [];

/** A worker in a process of its own. */
export interface WorkerProcess {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  /** All that it has said. */
  said(): string;
  /** Resolves when it has said this. */
  says(pattern: RegExp): Promise<void>;
  health(): Promise<{ readonly status: number; readonly about: Readonly<Record<string, unknown>> }>;
}

/** Starts `tawazun worker`; it is there once this resolves. */
export async function startWorker(url: string, threads: number, lease: number): Promise<WorkerProcess> {
  const port = await freePort();
  const flags = ["--threads", `${threads}`, "--lease", `${lease}`, "--health", `${port}`];
  const child = spawn(process.execPath, [join(root, "src/cli/main.ts"), "worker", ...flags], {
    env: { ...process.env, TAWAZUN_CLUSTER: url },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const hear = (part: Buffer): void => {
    text += part;
    heard.push(String(part));
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const says = async (pattern: RegExp): Promise<void> => {
    await until(() => pattern.test(text) || child.exitCode !== null).catch(() => undefined);
    if (!pattern.test(text)) throw new Error(`The worker never said ${pattern}, but: ${text}`);
  };
  await says(/Says how it is/);
  return {
    process: child,
    ended,
    said: () => text,
    says,
    async health() {
      const answer = await fetch(`http://127.0.0.1:${port}/`);
      return { status: answer.status, about: (await answer.json()) as Record<string, unknown> };
    },
  };
}
