import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Job } from "bullmq";
import { TawazunError } from "../../base/index.ts";
import { type Address, addressOf } from "./address.ts";
import { atMost } from "./at-most.ts";
import { caseThreads } from "./case-threads.ts";
import { type ClusterJob, readJob } from "./job.ts";
import { load } from "./load.ts";
import { openShelf } from "./open-shelf.ts";
import { BEAT, beat, present, type WorkerPresence } from "./presence.ts";
import { type JobData, openWorker, RETRIES, told, why } from "./queue.ts";
import { packRows } from "./rows.ts";

/** Milliseconds that each step of leaving may take, once what was begun is finished. */
const LEAVING = 5_000;
/** Signs of life without work after which a worker says that it waits. */
const RESTS = 3;
/** Seconds of a lease if nothing else is said. */
const LEASE = 15;

/** How a worker works. */
export interface WorkerOptions {
  /** Its engine's version: it takes work of the same one. */
  readonly version: string;
  readonly threads: number;
  /** Seconds for which a piece is its own without a sign of life. */
  readonly lease?: number | undefined;
  /** Told a line when something changes. */
  readonly say?: (line: string) => void;
}

/** What a worker says of itself. */
export interface WorkerStatus extends Omit<WorkerPresence, "host"> {
  readonly cluster: "reachable" | "unreachable";
}

/** A worker that has joined a cluster. */
export interface ClusterWorker {
  status(): WorkerStatus;
  /** Finishes what it has begun, takes nothing new, and leaves. */
  close(): Promise<void>;
}

/**
 * Joins a cluster and carries out what others ask of it, on threads, until it is closed.
 *
 * @throws {TawazunError} `cluster/address`, `cluster/package`, `cluster/unreachable`
 */
export async function joinCluster(url: string, options: WorkerOptions): Promise<ClusterWorker> {
  const address = addressOf(url);
  const shelf = await openShelf(address);
  const { version, threads, lease = LEASE, say = () => undefined } = options;
  const { UnrecoverableError } = load("bullmq");
  const self = randomUUID();
  const pools = caseThreads(shelf, threads, say);
  const running = new Map<string, string>();
  const refused = new Set<string>();
  let done = 0;
  let failed = 0;
  let draining = false;
  let reachable = true;
  const busyWith = new Set<string>();
  let idle = 0;

  const status = (): WorkerStatus => ({
    version,
    threads,
    running: running.size,
    done,
    failed,
    draining,
    cluster: reachable ? "reachable" : "unreachable",
  });

  function reached(is: boolean, reason = ""): void {
    if (is === reachable) return;
    reachable = is;
    say(is ? `${address.shown} answers again.` : `${address.shown} does not answer (${reason}); waiting.`);
  }

  /** Puts rows on the shelf, however long it is away: they are worth more than the time. */
  async function keep(job: ClusterJob, rows: Buffer): Promise<void> {
    for (;;) {
      try {
        await shelf.add(`rows:${job.run}`, job.id, rows);
        return;
      } catch (error) {
        reached(false, why(address, error));
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  async function carryOut({ id = "", data }: Job<JobData>): Promise<void> {
    let job: ReturnType<typeof readJob>;
    try {
      job = readJob(id, data);
      if (job.version !== version) {
        throw new TawazunError(
          "cluster/version",
          `The job ${id.slice(0, 12)} is for engine ${job.version}; here is ${version}.`,
        );
      }
    } catch (error) {
      throw new UnrecoverableError(inWords(address, error));
    }
    running.set(id, job.run);
    if (!busyWith.has(job.run)) say(`Working on ${job.run}.`);
    busyWith.add(job.run);
    try {
      const rows = await pools.use(job.case, (executor, source) => executor.carryOut(source, job.shards));
      await keep(job, packRows(rows));
      done += 1;
    } catch (error) {
      throw new Error(inWords(address, error));
    } finally {
      running.delete(id);
    }
  }

  const bull = openWorker(address, version, carryOut, { threads, lease: 1000 * lease });
  bull.on("error", (error) => {
    if (isConnection(error)) reached(false, why(address, error));
  });
  bull.on("failed", (job, error) => {
    const tries = job?.attemptsMade ?? 1;
    const last = tries > RETRIES || error.name === "UnrecoverableError";
    if (last) failed += 1;
    const what = `Piece ${(job?.id ?? "").slice(0, 12)} failed${last ? "" : ` (try ${tries} of ${1 + RETRIES})`}`;
    say(`${what}: ${address.clean(error.message)}`);
  });
  bull.on("stalled", (id) => say(`Piece ${id.slice(0, 12)} was left behind by a worker; it is done again.`));
  /** Says once that nothing was there to do for a while. */
  function rest(): void {
    idle = running.size === 0 ? idle + 1 : 0;
    if (idle < RESTS || busyWith.size === 0) return;
    say("Nothing to do; waiting.");
    busyWith.clear();
  }

  /** Says that it is there, and sees whether there is work that it must leave to others. */
  async function look(): Promise<void> {
    if (!draining) rest();
    try {
      const { cluster: _, ...presence } = status();
      await beat(shelf, "workers", self, { host: `${hostname()}:${process.pid}`, ...presence });
      for (const asker of (await present(shelf, "askers")).values()) {
        if (asker.version === version || asker.outstanding === 0 || refused.has(asker.run)) continue;
        refused.add(asker.run);
        say(
          `${asker.run} needs engine ${asker.version}; this worker has ${version} and leaves it to another.`,
        );
      }
      reached(true);
    } catch (error) {
      reached(false, why(address, error));
    }
  }

  try {
    await bull.waitUntilReady();
    await look();
  } catch (error) {
    await Promise.allSettled([bull.close(true), shelf.close()]);
    throw told(address, error);
  }
  say(`Joined ${address.shown} with ${threads} ${threads === 1 ? "thread" : "threads"}, engine ${version}.`);
  bull.run().catch((error) => say(`The worker stopped: ${why(address, error)}.`));
  const timer = setInterval(() => void look(), BEAT);

  async function close(): Promise<void> {
    draining = true;
    const left = running.size;
    say(
      left === 0
        ? "Leaving."
        : `Leaving after ${left} ${left === 1 ? "piece that is" : "pieces that are"} begun; nothing new is taken.`,
    );
    void look();
    const leaving = bull.close();
    while (running.size > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await atMost(LEAVING, leaving);
    clearInterval(timer);
    await pools.close();
    await atMost(LEAVING, shelf.remove("workers", [self]));
    await atMost(LEAVING, shelf.close());
  }
  let closing: Promise<void> | undefined;
  return {
    status,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

function inWords(address: Address, error: unknown): string {
  if (error instanceof TawazunError) return address.clean(`${error.message} [${error.code}]`);
  return address.clean(error instanceof Error ? error.message : String(error));
}

function isConnection(error: Error): boolean {
  return !/could not renew lock|Missing lock|lock mismatch/i.test(error.message);
}
