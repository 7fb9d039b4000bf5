import { createHash } from "node:crypto";
import { TawazunError } from "../base/index.ts";
import type { Progress, RunState } from "../desk/index.ts";
import type { RunRow, Store } from "../run/index.ts";
import { withPictures } from "./known-report.ts";
import { lentFor } from "./lent.ts";
import { runBook } from "./run-book.ts";
import { type Served, served } from "./served.ts";

export interface Jobs {
  /** Asks for a run; one that is known is not computed again, unless it is asked for anew. */
  ask(verb: string, options: Readonly<Record<string, unknown>>, anew?: boolean): Promise<RunState>;
  /** A run that was asked for before, without what it found; nothing is begun. */
  known(verb: string, options: Readonly<Record<string, unknown>>): Promise<RunState | undefined>;
  state(key: string): Promise<RunState | undefined>;
  /** Reports that were made before, newest first. */
  reports(): Promise<readonly unknown[]>;
  list(): Promise<readonly RunState[]>;
  stop(key: string): Promise<boolean>;
  /** Calls back at each progress and at the end; returns how to leave. */
  watch(key: string, listener: (state: RunState) => void): () => void;
  /** Keeps what a report.json says, with the pictures of its report.html, if it is of this very case, engine and kind of run; whether it was kept. */
  know(text: string, page?: string): Promise<boolean>;
  /** Takes up what a killed server left unfinished. */
  resume(): Promise<number>;
  close(): Promise<void>;
}

/** How many runs are computed at once; each may use all workers. */
const AT_ONCE = 1;

export interface JobsOptions {
  readonly folder: string;
  readonly store: Store;
  /** Names this workbench among those that share the store; default: it has it alone. */
  readonly scope?: string | undefined;
  readonly version: string;
  /** Hash of the case's files as they stand. */
  caseHash(): Promise<string>;
  /** Hash of the case itself, which reports carry. */
  sourceHash(): Promise<string | undefined>;
  now(): string;
}

/** What a plain report says of how it was made. */
const PLAIN = /^tawazun report \S+ --seed (\S+) --runs (\d+) --months (\d+)$/;

export function jobs(surroundings: JobsOptions): Jobs {
  const { folder, store, scope = "", version, caseHash, sourceHash, now } = surroundings;
  const book = runBook(store, scope, (line) => void process.stderr.write(`${line}\n`));
  const running = new Map<string, AbortController>();
  const progress = new Map<string, Progress>();
  const listeners = new Map<string, Set<(state: RunState) => void>>();
  const queue: { readonly key: string; readonly verb: Served; readonly options: Record<string, unknown> }[] =
    [];
  let ended: Promise<unknown> = Promise.resolve();
  let closing = false;

  async function state(key: string): Promise<RunState | undefined> {
    const found = await book.row(key);
    return found === undefined ? undefined : shown(found, progress.get(key));
  }
  async function tell(key: string): Promise<void> {
    const now = await state(key);
    if (now !== undefined) for (const listener of listeners.get(key) ?? []) listener(now);
  }

  async function named(id: string, given: Readonly<Record<string, unknown>>) {
    const verb = served.find((known) => known.id === id);
    if (verb === undefined) {
      const known = served.map((one) => one.id).join(", ");
      throw new TawazunError("server/verb", `There is no run "${id}"; there are ${known}.`);
    }
    const parsed = verb.form.safeParse(given);
    if (!parsed.success) {
      const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
      throw new TawazunError("server/options", faults.join("\n"));
    }
    const options = parsed.data as Record<string, unknown>;
    return { verb, options, key: keyOf(await caseHash(), version, id, options) };
  }

  async function ask(id: string, given: Readonly<Record<string, unknown>>, anew = false): Promise<RunState> {
    const { verb, options, key } = await named(id, given);
    const known = await book.row(key);
    if (known !== undefined && ((known.state === "done" && !anew) || running.has(key)))
      return shown(known, progress.get(key));
    const asked = {
      key,
      verb: id,
      options: JSON.stringify(options),
      state: "waiting" as const,
      asked_at: now(),
      ended_at: null,
      code: null,
      text: null,
      json: null,
    };
    await book.put(asked);
    if (!queue.some((one) => one.key === key)) queue.push({ key, verb, options });
    next();
    return shown(asked, undefined);
  }

  function next(): void {
    if (closing || running.size >= AT_ONCE) return;
    const one = queue.shift();
    if (one === undefined) return;
    const stop = new AbortController();
    running.set(one.key, stop);
    ended = carryOut(one.key, one.verb, one.options, stop.signal).finally(() => {
      running.delete(one.key);
      progress.delete(one.key);
      next();
    });
  }

  async function carryOut(
    key: string,
    verb: Served,
    options: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<void> {
    await book.set(key, { state: "running" });
    await tell(key);
    let last: Pick<RunRow, "state" | "code" | "text" | "json">;
    try {
      const lent = lentFor(folder, {
        signal,
        version,
        onProgress(now) {
          progress.set(key, now);
          void tell(key);
        },
      });
      const outcome = await verb.begin(lent, folder, options);
      const stopped = signal.aborted || outcome.code === 130;
      last = {
        state: stopped ? "stopped" : "done",
        code: outcome.code,
        text: outcome.text,
        json: JSON.stringify(outcome.json),
      };
    } catch (error) {
      const { message, code } = error as { readonly message?: string; readonly code?: string };
      const said =
        error instanceof TawazunError ? message : `Something went wrong that should not have: ${message}`;
      last = {
        state: signal.aborted ? "stopped" : "failed",
        code: 2,
        text: said ?? "",
        json: JSON.stringify({ code }),
      };
    }
    // A run that ends because the server does is taken up again by the next one.
    if (closing && last.state === "stopped")
      last = { ...last, state: "waiting", code: null, text: null, json: null };
    await book.set(key, { ...last, ended_at: now() });
    await tell(key);
  }

  return {
    ask,
    state,
    async known(id, given) {
      const found = await book.row((await named(id, given)).key);
      return found === undefined ? undefined : shown({ ...found, json: null }, progress.get(found.key));
    },
    async reports() {
      const found = await book.reports();
      return found.map((json) => (JSON.parse(json) as { readonly report?: unknown }).report);
    },
    async list() {
      const rows = await book.list();
      return rows.map((one) => shown({ ...one, text: null, json: null }, progress.get(one.key)));
    },
    async stop(key) {
      const waiting = queue.findIndex((one) => one.key === key);
      if (waiting >= 0) {
        queue.splice(waiting, 1);
        await book.set(key, { state: "stopped", ended_at: now() });
        await tell(key);
        return true;
      }
      running.get(key)?.abort();
      return running.has(key);
    },
    watch(key, listener) {
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(key);
      };
    },
    async know(text, page) {
      const report = readJson(text);
      if (report === undefined) return false;
      const said = PLAIN.exec(String(report.head?.command));
      const verb = served.find((one) => one.id === "report");
      if (said === null || verb === undefined || report.head?.engine !== version) return false;
      if (report.head.caseHash !== (await sourceHash())) return false;
      const options = verb.form.parse({
        seed: said[1],
        runs: said[2],
        months: said[3],
        contents: true,
      });
      const at = now();
      const row = {
        key: keyOf(await caseHash(), version, "report", options),
        verb: "report",
        options: JSON.stringify(options),
        state: "done" as const,
        asked_at: at,
        ended_at: at,
        code: 0,
        text: "",
        json: JSON.stringify({ report: withPictures(report, page) }),
      };
      await book.put(row, true);
      return true;
    },
    async resume() {
      const left = await book.left();
      for (const one of left) {
        const verb = served.find((known) => known.id === one.verb);
        if (verb !== undefined) queue.push({ key: one.key, verb, options: JSON.parse(one.options) });
      }
      next();
      return left.length;
    },
    async close() {
      closing = true;
      for (const stop of running.values()) stop.abort();
      await ended;
    },
  };
}

/** The same question of the same case to the same engine has one key. */
function keyOf(caseHash: string, version: string, verb: string, options: Record<string, unknown>): string {
  const sorted = Object.fromEntries(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash("sha256")
    .update(JSON.stringify([caseHash, version, verb, sorted]))
    .digest("hex")
    .slice(0, 32);
}

function shown(row: Omit<RunRow, "folder">, progress: Progress | undefined): RunState {
  return {
    key: row.key,
    verb: row.verb,
    options: JSON.parse(row.options),
    asked: row.asked_at,
    state: row.state,
    ...(progress === undefined ? {} : { progress }),
    ...(row.json === null || row.code === null
      ? {}
      : { outcome: { code: row.code, text: row.text ?? "", json: JSON.parse(row.json) } }),
  };
}

/** What a report says of itself; nothing where the text is no JSON. */
function readJson(text: string): { readonly head?: { readonly [key: string]: unknown } } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
