import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Case } from "../../case/index.ts";
import type { Executor, Observations, Shard, Take, Watch } from "../../forecast/index.ts";
import { inOrder } from "../in-order.ts";
import { type Address, addressOf } from "./address.ts";
import { atMost } from "./at-most.ts";
import { type ClusterJob, jobsOf, type ShippedCase, shipped } from "./job.ts";
import { ledgerOf } from "./ledger.ts";
import { openShelf } from "./open-shelf.ts";
import { type AskerPresence, BEAT, beat, present } from "./presence.ts";
import { type JobQueue, openQueue, told } from "./queue.ts";
import type { Shelf } from "./shelf.ts";
import { workersInWords } from "./workers-in-words.ts";

/** Pieces that are in the queue at once at least: enough for workers that come later. */
const AHEAD = 256;
/** Milliseconds that each step of leaving may take. */
const LEAVING = 5_000;
/** Milliseconds after which it is said that no worker is there. */
const PATIENCE = 3_000;

/** What a cluster is told when it is opened. */
export interface ClusterOptions {
  /** The engine's version: only workers of the same one take the work. */
  readonly version: string;
  /** What the work is, in words, for those who look at the queue. */
  readonly name?: string;
  /** Told a line when something changes that whoever waits should know. */
  readonly say?: (line: string) => void;
  /** Called when somebody cancels the work. */
  readonly onCancelled?: () => void;
}

/** Carries shards out on a cluster; see {@link openCluster}. */
export interface Cluster extends Executor {
  /** Pieces to have under way at once. */
  readonly ahead: number;
  /** Says how far the work is, for those who look at the queue. */
  progress(done: number, total: number): void;
}

/**
 * Opens a cluster: shards go into a queue in Redis or PostgreSQL, and workers anywhere carry them out.
 *
 * @param url `redis://…`, `rediss://…` or `postgres://…`
 * @remarks The rows are those of {@link threads}, byte for byte: a piece is a pure function of the case, the engine's
 * version and what it says, and is called by the hash of all that.
 * @throws {TawazunError} `cluster/address`, `cluster/package`, `cluster/unreachable`
 */
export async function openCluster(url: string, options: ClusterOptions): Promise<Cluster> {
  const address = addressOf(url);
  const shelf = await openShelf(address);
  let queue: JobQueue;
  try {
    queue = openQueue(address, options.version);
    await queue.waitUntilReady();
  } catch (error) {
    await shelf.close();
    throw told(address, error);
  }
  return clusterOf(address, shelf, queue, options);
}

async function clusterOf(
  address: Address,
  shelf: Shelf,
  queue: JobQueue,
  { version, name = "", say = () => undefined, onCancelled }: ClusterOptions,
): Promise<Cluster> {
  const self = randomUUID();
  const began = await shelf.clock().catch((error) => Promise.reject(told(address, error)));
  const cases = new Map<string, ShippedCase>();
  const known = new WeakMap<Case, ShippedCase>();
  const runs = new Map<string, string>();
  let others: ReadonlySet<string> = new Set();
  let threads = 0;
  let progress = { done: 0, total: 0 };
  let since = performance.now();
  let words: string | undefined;
  let cancelled = false;
  let stopped = false;
  let closing: Promise<void> | undefined;

  const ledger = ledgerOf({
    address,
    shelf,
    queue,
    say,
    shared: (run) => others.has(run),
    async bringCase({ case: hash }) {
      const own = cases.get(hash);
      if (own !== undefined && !(await shelf.has("cases", hash))) await shelf.add("cases", hash, own.bytes);
    },
  });

  /** Says that this process is there, and sees who else is. */
  async function look(): Promise<void> {
    if (closing !== undefined) return;
    for (const [run, source] of runs) {
      const here: AskerPresence = {
        host: `${hostname()}:${process.pid}`,
        version,
        run,
        case: source,
        name,
        outstanding: ledger.outstanding(run),
        ...progress,
      };
      await beat(shelf, "askers", `${self}/${run}`, here);
    }
    const askers = await present(shelf, "askers");
    others = new Set([...askers].flatMap(([id, { run }]) => (id.startsWith(self) ? [] : [run])));
    const workers = [...(await present(shelf, "workers")).values()];
    threads = workers.reduce((sum, one) => sum + (one.version === version ? one.threads : 0), 0);
    const waits = [...runs.keys()].some((run) => ledger.outstanding(run) > 0);
    if (!waits) since = performance.now();
    const now = workersInWords(workers, version, address);
    if (now !== words && (now === undefined || performance.now() - since > PATIENCE)) {
      if (now !== undefined) say(now);
      else say(`${threads} worker ${threads === 1 ? "thread is" : "threads are"} connected.`);
      words = now;
    }
    const asked = await shelf.get("cancelled", [...runs.keys()]);
    if (!cancelled && asked.some((at) => at !== undefined && Number(at.toString()) >= began)) {
      cancelled = true;
      say("The work was cancelled from the queue; what is done is kept.");
      onCancelled?.();
    }
  }

  async function jobs(source: Case, shards: readonly Shard[]): Promise<readonly ClusterJob[]> {
    const own = known.get(source) ?? shipped(source);
    known.set(source, own);
    cases.set(own.hash, own);
    const made = jobsOf(version, own.hash, shards);
    const fresh = made.some(({ run }) => !runs.has(run));
    for (const { run } of made) runs.set(run, own.hash);
    if (fresh) await look().catch(() => undefined);
    return made;
  }

  async function stream(
    source: Case,
    shards: readonly Shard[],
    take: Take,
    watch: Watch = {},
  ): Promise<void> {
    const made = await jobs(source, shards);
    const { signal } = watch;
    const drop = (): void => {
      stopped = true;
      void ledger.drop(made);
    };
    signal?.addEventListener("abort", drop, { once: true });
    let done = 0;
    const job = async (at: number): Promise<readonly Observations[] | undefined> => {
      if (signal?.aborted) return undefined;
      const rows = await ledger.rows(made[at]);
      if (rows === undefined) return undefined;
      done += made[at].shards.reduce((sum, { from, to }) => sum + to - from, 0);
      watch.onRuns?.(done);
      return rows;
    };
    try {
      await inOrder(made.length, ahead(), job, async (rows) => {
        for (const one of rows) await take(one);
      });
    } finally {
      signal?.removeEventListener("abort", drop);
    }
  }

  const ahead = (): number => Math.max(AHEAD, 8 * threads);
  await look().catch((error) => Promise.reject(told(address, error)));
  const timer = setInterval(() => void look().catch(() => undefined), BEAT);

  async function close(): Promise<void> {
    clearInterval(timer);
    await atMost(LEAVING, ledger.close());
    await atMost(LEAVING, tidy());
    await atMost(LEAVING, Promise.allSettled([queue.close(), shelf.close()]));
  }

  /** Takes from the shelf what nobody needs any more. */
  async function tidy(): Promise<void> {
    try {
      await shelf.remove(
        "askers",
        [...runs.keys()].map((run) => `${self}/${run}`),
      );
      const left = [...(await present(shelf, "askers")).values()];
      const needed = new Set(left.map(({ case: source }) => source));
      const wanted = new Set(left.map(({ run }) => run));
      // what was begun when the work was stopped is still to come, and is there when it goes on
      if (!stopped) for (const run of runs.keys()) if (!wanted.has(run)) await shelf.remove(`rows:${run}`);
      await shelf.remove(
        "cases",
        [...cases.keys()].filter((hash) => !needed.has(hash)),
      );
    } catch {
      // a cluster that is away keeps them for some days, and then forgets them by itself
    }
  }

  return {
    get workers() {
      return Math.max(1, threads);
    },
    get ahead() {
      return ahead();
    },
    stream,
    async carryOut(source, shards, watch) {
      const results: Observations[] = [];
      await stream(source, shards, (result) => void results.push(result), watch);
      return results;
    },
    progress(done, total) {
      progress = { done, total };
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}
