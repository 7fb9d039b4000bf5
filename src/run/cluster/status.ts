import { addressOf } from "./address.ts";
import { openShelf } from "./open-shelf.ts";
import { type AskerPresence, present, type WorkerPresence } from "./presence.ts";
import { type JobQueue, openQueue, takeOut, told } from "./queue.ts";
import type { Shelf } from "./shelf.ts";

/** Jobs that are looked at in each state: enough to see what is going on. */
const MOST_LOOKED = 20_000;

/** How one piece of work stands that others asked a cluster for. */
export interface RunStatus {
  readonly run: string;
  readonly version: string;
  /** Who waits for it; nobody if whoever asked is gone. */
  readonly askers: readonly Pick<AskerPresence, "host" | "name" | "done" | "total">[];
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  /** Pieces whose rows wait to be fetched. */
  readonly kept: number;
}

/** A piece that failed for good, and why. */
export interface FailedJob {
  readonly run: string;
  readonly id: string;
  readonly message: string;
  readonly tries: number;
}

/** What is going on in a cluster. */
export interface ClusterStatus {
  readonly cluster: string;
  readonly workers: readonly WorkerPresence[];
  readonly runs: readonly RunStatus[];
  readonly failures: readonly FailedJob[];
}

/** Looks at a cluster. */
export function clusterStatus(url: string, version: string): Promise<ClusterStatus> {
  return looking(url, version, statusOf);
}

/**
 * Cancels a run: whoever waits for it is told and stops, and what nobody has begun is taken out of the queue.
 *
 * @returns how many pieces were taken out.
 */
export function cancelRun(url: string, version: string, run: string): Promise<number> {
  return looking(url, version, async ({ shelf, queues }) => {
    const now = await shelf.clock();
    await shelf.set("cancelled", run, Buffer.from(String(now)));
    let out = 0;
    for (const queue of queues.values()) {
      const jobs = await queue.getJobs(["waiting", "delayed", "failed", "prioritized"], 0, MOST_LOOKED);
      const ids = jobs.flatMap(({ id, name }) => (name === run && id !== undefined ? [id] : []));
      await takeOut(queue, ids);
      out += ids.length;
    }
    return out;
  });
}

interface Looked {
  readonly shown: string;
  readonly shelf: Shelf;
  readonly workers: readonly WorkerPresence[];
  readonly askers: readonly AskerPresence[];
  readonly queues: ReadonlyMap<string, JobQueue>;
  clean(text: string): string;
}

async function looking<Result>(
  url: string,
  version: string,
  look: (looked: Looked) => Promise<Result>,
): Promise<Result> {
  const address = addressOf(url);
  const shelf = await openShelf(address);
  const queues = new Map<string, JobQueue>();
  try {
    const workers = [...(await present(shelf, "workers")).values()];
    const askers = [...(await present(shelf, "askers")).values()];
    for (const one of new Set([version, ...[...askers, ...workers].map((other) => other.version)])) {
      queues.set(one, openQueue(address, one));
    }
    return await look({ shown: address.shown, shelf, workers, askers, queues, clean: address.clean });
  } catch (error) {
    throw told(address, error);
  } finally {
    await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
    await shelf.close();
  }
}

async function statusOf({ shown, shelf, workers, askers, queues, clean }: Looked): Promise<ClusterStatus> {
  const runs = new Map<string, Omit<RunStatus, "kept">>();
  const failures: FailedJob[] = [];
  const at = (run: string, version: string): Omit<RunStatus, "kept"> =>
    runs.get(run) ?? { run, version, askers: [], waiting: 0, active: 0, failed: 0 };
  for (const { run, version, host, name, done, total } of askers) {
    const before = at(run, version);
    runs.set(run, { ...before, askers: [...before.askers, { host, name, done, total }] });
  }
  const states = [
    ["waiting", ["waiting", "delayed", "prioritized"]],
    ["active", ["active"]],
    ["failed", ["failed"]],
  ] as const;
  for (const [version, queue] of queues) {
    for (const [state, types] of states) {
      for (const job of await queue.getJobs([...types], 0, MOST_LOOKED)) {
        const before = at(job.name, version);
        runs.set(job.name, { ...before, [state]: before[state] + 1 });
        if (state !== "failed") continue;
        const { name: run, id = "", failedReason = "", attemptsMade: tries } = job;
        failures.push({ run, id, message: clean(failedReason), tries });
      }
    }
  }
  const found = await Promise.all(
    [...runs.values()].map(async (run) => ({ ...run, kept: await shelf.count(`rows:${run.run}`) })),
  );
  return {
    cluster: shown,
    workers,
    runs: found.sort((a, b) => (a.run < b.run ? -1 : 1)),
    failures: failures.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
