import type { Finding } from "../base/index.ts";
import type { Case } from "../case/index.ts";
import type { Progress } from "./study.ts";

/** The case as a server sends it. */
export interface CaseAnswer {
  /** Hash of all files: another hash, another case. */
  readonly hash: string;
  readonly version: string;
  readonly findings: readonly Finding[];
  /** Absent where the files cannot be read as a case. */
  readonly case: Case | null;
}

/** One edit of a file of the case: what stood there before and after, nothing where there was no file. */
export interface EditDone {
  readonly id: number;
  /** When, in UTC. */
  readonly at: string;
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly undone: boolean;
  /** The same for all that was done at once: it is undone at once. */
  readonly act: string;
}

/** A run of a verb as a server sends it. */
export interface RunState {
  readonly key: string;
  readonly verb: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** When it was asked for, in UTC. */
  readonly asked?: string;
  readonly state: "waiting" | "running" | "done" | "failed" | "stopped";
  readonly progress?: Progress;
  readonly outcome?: { readonly code: number; readonly text: string; readonly json: unknown };
}
