import type { Processor, Queue, Worker, WorkerOptions } from "bullmq";
import { TawazunError } from "../../base/index.ts";
import { type Address, redisConnection } from "./address.ts";
import type { ClusterJob } from "./job.ts";
import { load } from "./load.ts";

/** How often a piece that fails is tried again, and milliseconds before the first time; then twice as many. */
export const RETRIES = 3;
const FIRST_WAIT = 500;
/** Failures that are kept to be looked at, and for how many seconds. */
const FAILED = { age: 7 * 86_400, count: 1_000 };

/** Jobs that are taken out at the same time. */
const SIDE = 100;

/** What travels in the queue. */
export interface JobData {
  readonly text: string;
}

export type JobQueue = Queue<JobData>;
export type JobWorker = Worker<JobData>;

/** The queue of one version of the engine: another version never sees its work. */
const named = (version: string): string => `tawazun-${version.replaceAll(":", "-")}`;

/** Opens the queue of a version, to ask for work and to look at it. */
export function openQueue(address: Address, version: string): JobQueue {
  const { Queue: Make, createPostgresBackend } = load("bullmq");
  const defaultJobOptions = {
    attempts: 1 + RETRIES,
    backoff: { type: "exponential", delay: FIRST_WAIT },
    removeOnComplete: true,
    removeOnFail: FAILED,
  };
  const queue =
    address.kind === "redis"
      ? new Make<JobData>(named(version), {
          connection: redisOf(address, 2),
          prefix: "tawazun",
          defaultJobOptions,
        })
      : (new Make(
          named(version),
          { connection: postgresOf(address, 3), defaultJobOptions },
          createPostgresBackend,
        ) as unknown as JobQueue);
  queue.on("error", () => undefined);
  return queue;
}

/** Takes work from the queue of a version, and keeps its lease on what is under way. */
export function openWorker(
  address: Address,
  version: string,
  carryOut: Processor<JobData>,
  how: { readonly threads: number; readonly lease: number },
): JobWorker {
  const { Worker: Make, createPostgresBackend } = load("bullmq");
  const options: Omit<WorkerOptions, "connection"> = {
    autorun: false,
    concurrency: how.threads,
    lockDuration: how.lease,
    stalledInterval: Math.max(1_000, Math.floor(how.lease / 3)),
    // a worker that dies is no fault of the piece, unless it happens each time
    maxStalledCount: RETRIES,
    runRetryDelay: 1_000,
    removeOnComplete: { count: 0 },
    removeOnFail: FAILED,
  };
  return address.kind === "redis"
    ? new Make<JobData>(named(version), carryOut, {
        ...options,
        // a worker waits for a server that is away, however long
        connection: { ...redisOf(address, null), enableOfflineQueue: true },
        prefix: "tawazun",
      })
    : (new Make(
        named(version),
        carryOut as Processor,
        { ...options, connection: postgresOf(address, how.threads + 2) },
        createPostgresBackend,
      ) as unknown as JobWorker);
}

function redisOf(address: Address, retries: number | null) {
  return {
    ...redisConnection(address),
    maxRetriesPerRequest: retries,
    connectTimeout: 5_000,
    retryStrategy: (times: number) => Math.min(200 * times, 2_000),
  };
}

function postgresOf({ url }: Address, max: number) {
  return {
    connectionString: url,
    schema: "tawazun_queue",
    migrate: true,
    max,
    connectionTimeoutMillis: 5_000,
  };
}

/** Asks for jobs. One that is there already, waiting or under way, is not there twice. */
export async function askFor(queue: JobQueue, jobs: readonly ClusterJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await queue.addBulk(jobs.map(({ id, run, text }) => ({ name: run, data: { text }, opts: { jobId: id } })));
}

/** Takes out what nobody has begun; what somebody has begun, or what cannot be reached, stays. */
export async function takeOut(queue: JobQueue, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += SIDE)
    await Promise.allSettled(ids.slice(at, at + SIDE).map((id) => queue.remove(id)));
}

/** An error of a driver in words that can be shown: without passwords, and never with what was asked. */
export function told(address: Address, error: unknown): TawazunError {
  if (error instanceof TawazunError) return error;
  return new TawazunError("cluster/unreachable", `${address.shown} does not answer: ${why(address, error)}.`);
}

/** Why something went wrong with a cluster, in the driver's words without passwords. */
export function why(address: Address, error: unknown): string {
  const all = error instanceof AggregateError ? error.errors : [error];
  const texts = all.map((one) => {
    const { message = "", code = "" } = (one ?? {}) as { readonly message?: string; readonly code?: string };
    return message === "" ? String(code) : message;
  });
  const said = [...new Set(texts)].filter((text) => text !== "").map(plainly);
  return address.clean(said.join("; ")).replace(/\.$/, "");
}

/** What ioredis says of a command that it gave up, without its advice to programmers. */
function plainly(text: string): string {
  return /max retries per request|Connection is closed|Command timed out/.test(text)
    ? "the connection is lost"
    : text;
}
