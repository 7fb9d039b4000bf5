import type { CaseAnswer, CaseExperiments, EditDone, RunState, WhatCanChange } from "../desk/index.ts";
import { call } from "./api.ts";

/** What the server answers when it is asked, by address; a test compares them with its OpenAPI document. */
interface Gets {
  readonly "/api/case": CaseAnswer;
  /** Where a new case would be made; nothing where it cannot be made from here. */
  readonly "/api/cases": { readonly beside: string | null; readonly own: string };
  readonly "/api/changes": WhatCanChange;
  readonly "/api/edits": readonly EditDone[];
  readonly "/api/experiments": CaseExperiments;
  readonly "/api/files": readonly { readonly file: string; readonly bytes: number; readonly hash: string }[];
  readonly "/api/runs": readonly RunState[];
}

/** Asks the server what it says at an address, typed by that address. */
export function get<Address extends keyof Gets>(address: Address): Promise<Gets[Address]> {
  return call<Gets[Address]>(address);
}

/** One run with what it found. */
export function getRun(key: string): Promise<RunState> {
  return call<RunState>(`/api/runs/${key}`);
}

/** Takes back what was done last to the case's files, or does it again; the files that it wrote. */
export function turnEdit(which: "undo" | "redo"): Promise<{ readonly files: readonly string[] }> {
  return call<{ readonly files: readonly string[] }>(`/api/${which}`, "POST");
}
