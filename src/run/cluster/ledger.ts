import { TawazunError } from "../../base/index.ts";
import type { Observations } from "../../forecast/index.ts";
import type { Address } from "./address.ts";
import type { ClusterJob } from "./job.ts";
import { askFor, type JobQueue, RETRIES, takeOut, why } from "./queue.ts";
import { unpackRows } from "./rows.ts";
import type { Shelf } from "./shelf.ts";

/** Milliseconds between two looks for rows, at first and at most, and between two for what failed. */
const SOON = 20;
const LATEST = 300;
const FAILURES = 1_000;
/**
 * Milliseconds until work is asked for anew: at times, and soon for what was fetched a moment ago and is wanted again,
 * which the queue may take for the work that it is just about to forget.
 */
const ANEW = 5_000;
const AGAIN = 1_000;
/** Jobs fetched lately that are remembered. */
const LATELY = 10_000;

interface Awaited {
  readonly job: ClusterJob;
  /** How often it was put into the queue, once the shelf was seen to have no rows of it. */
  asked: number;
  /** When it is put there again. */
  anewAt: number;
  readonly settle: ((result: Observed | undefined) => void)[];
  readonly refuse: ((error: unknown) => void)[];
}

type Observed = readonly Observations[];

/** What is waited for from a cluster. */
export interface Ledger {
  /** The rows of a job: from the shelf if they are there, else asked for. Nothing once it was dropped. */
  rows(job: ClusterJob): Promise<Observed | undefined>;
  /** No longer waits for these jobs, and takes out of the queue what nobody has begun. */
  drop(jobs: readonly ClusterJob[]): Promise<void>;
  outstanding(run: string): number;
  close(): Promise<void>;
}

/** What a ledger needs of those who keep it. */
export interface LedgerSurroundings {
  readonly address: Address;
  readonly shelf: Shelf;
  readonly queue: JobQueue;
  /** Puts the case of a job on the shelf if it is not there. */
  bringCase(job: ClusterJob): Promise<void>;
  /** Whether others wait for the same rows, so that they stay on the shelf. */
  shared(run: string): boolean;
  say(line: string): void;
}

/**
 * Keeps what is asked of a cluster until its rows are there.
 *
 * @remarks Done is what has its rows on the shelf, whatever the queue says. What has none is asked for again every few
 * seconds, which does nothing while it is in the queue: so a queue that lost its memory only costs time.
 */
export function ledgerOf({ address, shelf, queue, bringCase, shared, say }: LedgerSurroundings): Ledger {
  const waiting = new Map<string, Awaited>();
  /** What failed here for good, so that it is not asked for again by this process. */
  const failed = new Map<string, TawazunError>();
  const lately = new Set<string>();
  let gap = SOON;
  let failuresAt = 0;
  let over = false;
  let wake: (() => void) | undefined;
  let quiet: string | undefined;

  const all = (): readonly Awaited[] => [...waiting.values()];

  function settle(id: string, result: Observed | undefined): void {
    const found = waiting.get(id);
    waiting.delete(id);
    for (const give of found?.settle ?? []) give(result);
  }

  async function takeRows(of: readonly Awaited[]): Promise<boolean> {
    let any = false;
    for (const [run, jobs] of byRun(of)) {
      const ids = jobs.map(({ job }) => job.id);
      const found = await shelf.get(`rows:${run}`, ids);
      const asked = new Map(jobs.map((one) => [one.job.id, one.asked]));
      const taken: string[] = [];
      for (const [k, bytes] of found.entries()) {
        if (bytes === undefined) continue;
        taken.push(ids[k]);
        if (lately.size > LATELY) lately.clear();
        lately.add(ids[k]);
        const rows = rowsOf(jobs[k].job, bytes);
        // damaged ones are taken away too, and asked for again
        if (rows !== undefined) settle(ids[k], rows);
        else await shelf.remove(`rows:${run}`, [ids[k]]);
      }
      // what was asked for twice may have been done in between, and would be done for nobody
      const twice = taken.filter((id) => (asked.get(id) ?? 0) > 1);
      await takeOut(queue, twice);
      // what is handed over is kept by whoever asked; others may still be waiting for it
      if (taken.length > 0 && !shared(run)) await shelf.remove(`rows:${run}`, taken);
      any ||= taken.length > 0;
    }
    return any;
  }

  async function askAnew(of: readonly Awaited[]): Promise<void> {
    if (of.length === 0) return;
    const cases = new Map(of.map(({ job }) => [job.case, job]));
    for (const job of cases.values()) await bringCase(job);
    const first = of.filter(({ asked }) => asked === 0).map(({ job }) => job.id);
    if (first.length > 0 && (await queue.getFailedCount()) > 0) {
      const before = new Set(await queue.getRanges(["failed"]));
      await takeOut(
        queue,
        first.filter((id) => before.has(id)),
      );
    }
    await askFor(
      queue,
      of.map(({ job }) => job),
    );
    for (const one of of) {
      one.asked += 1;
      one.anewAt = performance.now() + (one.asked === 1 && lately.has(one.job.id) ? AGAIN : ANEW);
    }
  }

  async function takeFailures(): Promise<void> {
    if ((await queue.getFailedCount()) === 0) return;
    for (const id of await queue.getRanges(["failed"])) {
      const mine = waiting.get(id);
      if (mine === undefined || mine.asked === 0) continue;
      const said = (await queue.getJob(id))?.failedReason ?? "it did not say why";
      const error = new TawazunError("cluster/piece", reasonInWords(address.clean(said)));
      failed.set(id, error);
      waiting.delete(id);
      for (const refuse of mine.refuse) refuse(error);
    }
  }

  async function look(): Promise<void> {
    const now = performance.now();
    const due = all().filter(({ anewAt }) => anewAt <= now);
    const any = await takeRows(all());
    await askAnew(due.filter(({ job }) => waiting.has(job.id)));
    gap = any || due.length > 0 ? SOON : Math.min(LATEST, 2 * gap);
    if (now - failuresAt > FAILURES) {
      await takeFailures();
      failuresAt = now;
    }
  }

  async function loop(): Promise<void> {
    while (!over) {
      if (waiting.size === 0) {
        await pause(undefined);
        continue;
      }
      try {
        await look();
        if (quiet !== undefined) say(`${address.shown} answers again.`);
        quiet = undefined;
      } catch (error) {
        const reason = why(address, error);
        if (quiet === undefined) say(`${address.shown} does not answer (${reason}); waiting for it.`);
        quiet = reason;
        gap = 1_000;
      }
      await pause(gap);
    }
  }

  /** Waits so long, or until something is asked. */
  function pause(milliseconds: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const looping = loop();
  const dropping = new Set<Promise<void>>();

  return {
    rows(job) {
      const before = failed.get(job.id);
      if (before !== undefined) return Promise.reject(before);
      return new Promise((resolve, reject) => {
        const known = waiting.get(job.id);
        const awaited = known ?? { job, asked: 0, anewAt: 0, settle: [], refuse: [] };
        awaited.settle.push(resolve);
        awaited.refuse.push(reject);
        if (known !== undefined) return;
        waiting.set(job.id, awaited);
        // a little later, so that what is asked for at the same time goes out together
        setTimeout(() => wake?.(), 5);
      });
    },
    async drop(jobs) {
      const dropped = jobs.filter(({ id }) => waiting.has(id));
      for (const { id } of dropped) settle(id, undefined);
      const alone = dropped.filter(({ run }) => !shared(run)).map(({ id }) => id);
      const out = takeOut(queue, alone);
      dropping.add(out);
      await out;
      dropping.delete(out);
    },
    outstanding: (run) => all().filter(({ job }) => job.run === run).length,
    async close() {
      over = true;
      wake?.();
      await looping;
      await Promise.all(dropping);
    },
  };
}

/** Why a piece failed; where its workers died, the queue says so in its own terms. */
function reasonInWords(said: string): string {
  return /stalled more than allowable limit/.test(said)
    ? `Each of the ${1 + RETRIES} workers that played it died; is there enough memory for so many threads?`
    : said;
}

/** The rows that some bytes are; nothing if they are damaged, or those of another job. */
function rowsOf(job: ClusterJob, bytes: Buffer): Observed | undefined {
  try {
    const rows = unpackRows(bytes);
    const isWhole = job.shards.every(({ from, to }, k) => rows[k]?.from === from && rows[k].to === to);
    return isWhole && rows.length === job.shards.length ? rows : undefined;
  } catch {
    return undefined;
  }
}

function byRun(of: readonly Awaited[]): ReadonlyMap<string, readonly Awaited[]> {
  const runs = new Map<string, Awaited[]>();
  for (const one of of) {
    const { run } = one.job;
    runs.set(run, [...(runs.get(run) ?? []), one]);
  }
  return runs;
}
