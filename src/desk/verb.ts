import type * as z from "zod";
import type { Finding } from "../base/index.ts";
import type { Folder } from "../case/index.ts";
import type { EventLog, ReadingOptions, Told } from "../events/index.ts";
import type { Executor } from "../forecast/index.ts";
import type { Progress } from "./study.ts";

/** The log of some files of events, and what is to be said of each. */
export interface EventFilesRead {
  readonly log: EventLog;
  readonly files: readonly (Told & { readonly file: string; readonly feed?: string })[];
  /** Whether the user stopped it. */
  readonly stopped: boolean;
}

/** What may be asked of reading files of events. */
export interface EventFilesAsked extends Omit<ReadingOptions, "file"> {
  readonly feed?: string | undefined;
  readonly duckdb?: boolean | undefined;
}

/** What is asked of tables in files: a question in SQL, or rows, columns and groups by name. */
export interface QueryAsked {
  readonly sql?: string | undefined;
  readonly table?: string | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly where?: readonly string[] | undefined;
  readonly group?: readonly string[] | undefined;
}

/** Rows that answer a question, and whether there are more or it was stopped. */
export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  readonly more: boolean;
  readonly stopped: boolean;
}

/** What a door lends the desk: the disk, the machine, the terminal. The desk itself touches none of them. */
export interface Lent {
  readFolder(path: string): Promise<{ readonly folder?: Folder; readonly findings: readonly Finding[] }>;
  /** The text of one file; a refusal in words if it cannot be read. */
  readText(path: string): Promise<string>;
  /** The bytes of one file; a refusal in words if it cannot be read. */
  readBytes(path: string): Promise<Uint8Array>;
  /** Reads files of events of any known feed and any size into one log. */
  readEventFiles(paths: readonly string[], asked: EventFilesAsked): Promise<EventFilesRead>;
  /** Writes files into a folder, each whole or not at all. */
  writeFiles(path: string, files: Folder, options?: { readonly replace?: boolean }): Promise<void>;
  /** Refuses a folder into which nothing could be written, before any work is done. Leaves it as it was. */
  canWrite(path: string): Promise<void>;
  /** Appends to a file what follows from its text; nobody else can append in between. */
  appendLine(path: string, next: (text: string) => string): Promise<void>;
  /** Asks tables that lie in files and folders; it reads them and nothing else. */
  readonly query?: ((paths: readonly string[], asked: QueryAsked) => Promise<QueryAnswer>) | undefined;
  /** The present moment in UTC, as 2026-11-22T20:15:00Z. */
  now(): string;
  /** The executor for so many workers; 0 means as many as the machine can run at once. */
  executor(workers: number): Executor;
  /** Asks whoever sits at the machine, and waits for a line; nothing at the end of the input. */
  readonly ask?: ((prompt: string) => string | undefined) | undefined;
  /** Tells whoever waits a line at once, before the result. */
  readonly say?: ((line: string) => void) | undefined;
  /** Milliseconds of a stopwatch, to tell how long work will take; never part of a result. */
  readonly stopwatch?: (() => number) | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The version of the engine. */
  readonly version: string;
}

/** How a verb ended: for scripts the code, for people the text, for programs the data. */
export interface Outcome {
  /** 0 well; 1 the work found errors; 2 it could not be done; 130 stopped by the user. */
  readonly code: 0 | 1 | 2 | 130;
  readonly text: string;
  readonly json: unknown;
}

/** One thing an analyst does: from its schema come the flags, the help, the route and the form. */
export interface Verb<Options extends z.ZodObject = z.ZodObject> {
  readonly id: string;
  readonly summary: string;
  /** A paragraph for the help. */
  readonly details: string;
  /** What stands after the verb: its names and meanings, in order. */
  readonly places: readonly {
    readonly name: string;
    readonly about: string;
    readonly required: boolean;
    /** One or more may stand here: for the last place alone. */
    readonly many?: boolean;
  }[];
  readonly options: Options;
  run(lent: Lent, places: readonly string[], options: z.infer<Options>): Promise<Outcome>;
}

/** Keeps the type of a verb's options. */
export function verb<Options extends z.ZodObject>(record: Verb<Options>): Verb<Options> {
  return record;
}
