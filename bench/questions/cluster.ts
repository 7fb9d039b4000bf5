// What does it cost to send work to threads, or to a cluster?
//   npm run bench -- cluster [--json] [--write] [--quick]
// Real Redis and PostgreSQL from the machine's packages, and workers as processes of their own, all on this machine.
// CPU is of everything: this process, workers, and the server of the queue.
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Case, readCase } from "../../src/case/index.ts";
import { knownNames, violenceOf } from "../../src/desk/index.ts";
import { type Executor, inProcess, type Plan, type Shard } from "../../src/forecast/index.ts";
import { openCluster, readFolder, threads } from "../../src/run/index.ts";
import type { Scenario } from "../../src/simulate/index.ts";
import { tawazun } from "../../test/cli-run.ts";
import {
  shardsOf,
  source as small,
  startWorker,
  type TestServer,
  until,
  type WorkerProcess,
} from "../../test/cluster/work.ts";
import { startPostgres, whyNoPostgres } from "../../test/services/postgres.ts";
import { startRedis, whyNoRedis } from "../../test/services/redis.ts";
import { type CpuByWho, cpuByWho } from "../processes.ts";
import type { BenchOptions, BenchResult } from "./measurement.ts";

const missing = { redis: whyNoRedis(), postgres: whyNoPostgres() };

const VERSION = (await tawazun(["--version"])).out.trim();
/** Seconds without a sign of life after which a worker's pieces are given to another. */
const LEASE = 5;
const PLAN: Plan = { questions: [], outcomes: [], detail: true };

interface Work {
  readonly source: Case;
  readonly shards: (seed: string) => readonly Shard[];
}

/** Small pieces, of which the cost is what it takes to send them; and pieces of about a second. */
async function works(
  quick: boolean,
): Promise<{ readonly tiny: Work; readonly long: Work; readonly each: number }> {
  const { folder } = await readFolder("cases/iraq-2012");
  const source = folder === undefined ? undefined : readCase(folder, knownNames).world;
  if (source === undefined) throw new Error("cases/iraq-2012 cannot be read");
  const piece = (seed: string, from: number, to: number): Shard => {
    const violence = violenceOf(source)?.model;
    const scenario: Scenario = { seed, months: 12, policy: "strategic", interventions: [], violence };
    return { scenario, plan: PLAN, from, to };
  };
  const plain = inProcess();
  await plain.carryOut(source, [piece("warm", 0, 100)]);
  const began = performance.now();
  await plain.carryOut(source, [piece("timed", 0, 100)]);
  const each = Math.max(1, Math.round((100 * 1000) / (performance.now() - began)));
  const pieces = quick ? 4 : 16;
  return {
    tiny: { source: small, shards: (seed) => shardsOf(seed, quick ? 100 : 2000) },
    long: {
      source,
      shards: (seed) => Array.from({ length: pieces }, (_, k) => piece(seed, k * each, (k + 1) * each)),
    },
    each,
  };
}

interface Spent {
  readonly pieces: number;
  readonly wall: number;
  readonly cpu: number;
  readonly by: CpuByWho;
}

async function spent(executor: Executor, { source, shards }: Work, seed: string): Promise<Spent> {
  const made = shards(seed);
  const [began, before] = [performance.now(), cpuByWho()];
  await executor.stream(source, made, () => undefined);
  const wall = (performance.now() - began) / 1000;
  const after = cpuByWho();
  const by = {
    own: after.own - before.own,
    queue: after.queue - before.queue,
    workers: after.workers - before.workers,
  };
  return { pieces: made.length, wall, cpu: by.own + by.queue + by.workers, by };
}

/** Executors by name, each with how it is ended. */
async function makes(): Promise<
  readonly (readonly [string, () => Promise<readonly [Executor, () => Promise<void>]>])[]
> {
  const on =
    (start: () => Promise<TestServer>) => async (): Promise<readonly [Executor, () => Promise<void>]> => {
      const server = await start();
      const workers: WorkerProcess[] = [];
      for (let w = 0; w < 2; w++) workers.push(await startWorker(server.url, 1, LEASE));
      const executor = await openCluster(server.url, { version: VERSION });
      return [
        executor,
        async () => {
          await executor.close();
          for (const worker of workers) worker.process.kill("SIGTERM");
          for (const worker of workers) await worker.ended;
          await server.end();
        },
      ];
    };
  const local = (executor: Executor) => async () => [executor, () => executor.close()] as const;
  return [
    ["plain loop", local(inProcess())],
    ["1 thread", local(threads(1))],
    ["2 threads", local(threads(2))],
    ...(missing.redis === undefined ? [["Redis, 2 workers", on(startRedis)] as const] : []),
    ...(missing.postgres === undefined ? [["PostgreSQL, 2 workers", on(startPostgres)] as const] : []),
  ];
}

/** Shards a second and CPU a shard by make of executor; recovery from a killed worker; bytes a thousand futures. */
export async function bench({ quick }: BenchOptions): Promise<BenchResult> {
  const { tiny, long, each } = await works(quick);
  const rows: Record<string, string | number>[] = [];
  let plain: Spent | undefined;
  for (const [name, open] of await makes()) {
    process.stderr.write(`${name} …\n`);
    const [executor, close] = await open();
    // every process has compiled what it runs, and has the case: threads forget it when they are given another
    const warmed = async (work: Work, pieces: number, times: number): Promise<Spent> => {
      const some = { ...work, shards: (seed: string) => work.shards(seed).slice(0, pieces) };
      for (let k = 0; k < 2; k++) await spent(executor, some, `warm ${k}`);
      return least(executor, work, times);
    };
    // long ones first: code that has met two cases is slower, and only the plain loop has met one before
    const longOnes = await warmed(long, 4, quick ? 2 : 3);
    const quickOnes = await warmed(tiny, 40, 1);
    await close();
    plain ??= longOnes;
    const perPiece = (seconds: number): number => (1000 * seconds) / quickOnes.pieces;
    rows.push({
      what: name,
      "tiny pieces a second": quickOnes.pieces / quickOnes.wall,
      "CPU ms a tiny piece": perPiece(quickOnes.cpu),
      "of who asks": perPiece(quickOnes.by.own),
      "of the queue": perPiece(quickOnes.by.queue),
      "of workers": perPiece(quickOnes.by.workers),
      "CPU s, long pieces": longOnes.cpu,
      "over the plain loop": `${(100 * (longOnes.cpu / plain.cpu - 1)).toFixed(1)} %`,
      "wall s": longOnes.wall,
    });
  }
  return {
    title: "What does it cost to send work to threads, or to a cluster?",
    rows,
    notes: [
      `Tiny: ${tiny.shards("").length} pieces of two futures of two months of a small case. Long: ${long.shards("").length} pieces of ${each} futures of cases/iraq-2012, about a second each on one core; the least CPU of ${quick ? 2 : 3}. Goals there: 2 % over the plain loop for threads, 5 % for a cluster.`,
      "CPU is of all processes together: who asks, the server of the queue, the workers. All share two cores, so wall time of a cluster says little.",
      ...(await recovery(long, quick)),
      await stored(quick),
    ],
  };
}

async function least(executor: Executor, work: Work, times: number): Promise<Spent> {
  let best: Spent | undefined;
  for (let k = 0; k < times; k++) {
    const one = await spent(executor, work, `long ${k}`);
    if (best === undefined || one.cpu < best.cpu) best = one;
  }
  return best as Spent;
}

/** Seconds until pieces of a worker that was killed are under way again, seen by who waits for them. */
async function recovery(long: Work, quick: boolean): Promise<readonly string[]> {
  const said: string[] = [];
  for (const [name, start, why] of [
    ["Redis", startRedis, missing.redis],
    ["PostgreSQL", startPostgres, missing.postgres],
  ] as const) {
    if (why !== undefined) {
      said.push(`${name} was left out: ${why}.`);
      continue;
    }
    process.stderr.write(`${name}, killing workers …\n`);
    const server = await start();
    const workers = [await startWorker(server.url, 1, LEASE), await startWorker(server.url, 1, LEASE)];
    const executor = await openCluster(server.url, { version: VERSION });
    const waits: number[] = [];
    for (let k = 0; k < (quick ? 1 : 3); k++) {
      const shards = long.shards(`killed ${name} ${k}`).slice(0, 8);
      let taken = 0;
      let killed = 0;
      let last = 0;
      let longest = 0;
      await executor.stream(long.source, shards, () => {
        taken += 1;
        const now = performance.now();
        if (killed > 0) longest = Math.max(longest, now - last);
        last = now;
        if (taken === 1) {
          workers[0].process.kill("SIGKILL");
          killed = now;
        }
      });
      waits.push(longest / 1000);
      await workers[0].ended;
      workers[0] = await startWorker(server.url, 1, LEASE);
      await until(async () => (await workers[0].health()).about.cluster === "reachable");
    }
    await executor.close();
    for (const worker of workers) worker.process.kill("SIGTERM");
    for (const worker of workers) await worker.ended;
    await server.end();
    waits.sort((a, b) => a - b);
    said.push(
      `${name}: after kill -9 of one of two workers in the midst of a piece, who waits gets nothing for ${waits.map((wait) => wait.toFixed(1)).join(", ")} s (a lease of ${LEASE} s, then the piece again); every row came, and once.`,
    );
  }
  return said;
}

const EXPERIMENT = `name: What is stored
variables:
  - name: memory
    set: { input: { name: default habit.halfLife } }
    values: [40, 100]
repetitions: REPETITIONS
months: 12
record:
  outcomes:
    - name: calm
      measure: { stability: { to: 2012-06 } }
`;

/** Bytes that a sweep leaves for a thousand futures. */
async function stored(quick: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "tawazun-stored-"));
  try {
    const each = quick ? 50 : 500;
    writeFileSync(join(folder, "stored.yaml"), EXPERIMENT.replace("REPETITIONS", `${each}`));
    const out = join(folder, "out");
    const { code, err } = await tawazun([
      "sweep",
      "cases/iraq-2012",
      join(folder, "stored.yaml"),
      "--out",
      out,
    ]);
    if (code !== 0) throw new Error(err);
    let shards = 0;
    let all = 0;
    for (const file of readdirSync(out, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const { size } = statSync(join(file.parentPath, file.name));
      all += size;
      if (file.name.endsWith(".parquet")) shards += size;
    }
    const perThousand = (bytes: number): string => `${((bytes / (2 * each)) * 1000).toFixed(0)}`;
    return `A sweep of ${2 * each} futures that records one measure and all questions within its months stores ${perThousand(shards)} bytes of Parquet a thousand futures, ${perThousand(all)} with its tables for people.`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
