import { useSyncExternalStore } from "react";

/** What was written over a file and is not saved. */
export interface Draft {
  readonly text: string;
  /** Hash of the file it rests on; absent where the file is gone. */
  readonly restsOn?: string | undefined;
}

const KEY = "draft ";
const WAIT_MS = 300;

/** All drafts of this window, by file: as they are now, and, a little later, in the window's own storage. */
let drafts: ReadonlyMap<string, Draft> = new Map(
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(KEY))
    .map((key) => [key.slice(KEY.length), JSON.parse(sessionStorage.getItem(key) ?? "{}") as Draft]),
);
/** Those that the storage has no room for. */
let unkept: ReadonlySet<string> = new Set();
const waiting = new Set<string>();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tell(): void {
  for (const listener of listeners) listener();
}

function store(): void {
  clearTimeout(timer);
  const lost = new Set(unkept);
  for (const file of waiting) {
    const draft = drafts.get(file);
    lost.delete(file);
    try {
      if (draft === undefined) sessionStorage.removeItem(KEY + file);
      else sessionStorage.setItem(KEY + file, JSON.stringify(draft));
    } catch {
      sessionStorage.removeItem(KEY + file);
      lost.add(file);
    }
  }
  waiting.clear();
  unkept = lost;
  tell();
}

/** Keeps what was written over a file; nothing, and it is forgotten. */
export function keepDraft(file: string, draft: Draft | undefined): void {
  const next = new Map(drafts);
  if (draft === undefined) next.delete(file);
  else next.set(file, draft);
  drafts = next;
  waiting.add(file);
  clearTimeout(timer);
  timer = setTimeout(store, WAIT_MS);
  tell();
}

addEventListener("pagehide", store);
addEventListener("beforeunload", (event) => {
  store();
  if (unkept.size > 0) event.preventDefault();
});

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The drafts of this window by file, and those that leaving the window would lose. */
export function useDrafts(): {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly unkept: ReadonlySet<string>;
} {
  return {
    drafts: useSyncExternalStore(listen, () => drafts),
    unkept: useSyncExternalStore(listen, () => unkept),
  };
}
