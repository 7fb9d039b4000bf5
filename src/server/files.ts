import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { TawazunError } from "../base/index.ts";
import { checkFolder } from "../desk/index.ts";
import { readFolder, type Store, writeFiles } from "../run/index.ts";
import { caseEdits, type Edits } from "./edits.ts";
import { inside } from "./lent.ts";
import { watchFolders } from "./watch-folders.ts";

/** A file of the case as a page sees it. */
export interface CaseFile {
  readonly file: string;
  readonly text: string;
  /** Names what was read: an edit says on what it rests. */
  readonly hash: string;
}

export interface Files {
  list(): Promise<readonly { readonly file: string; readonly bytes: number; readonly hash: string }[]>;
  read(file: string): Promise<CaseFile | undefined>;
  /** All files by name, as they are read by a case. */
  folder(): Promise<ReadonlyMap<string, Uint8Array>>;
  /** What was edited, and can be taken back. */
  readonly edits: Edits;
  /** Hash of all files together. */
  hash(): Promise<string>;
  /** The case as it reads now. */
  checked(): Promise<Checked>;
  /** Calls back soon after a file changed, whoever changed it; returns how to leave. */
  watch(listener: () => void): () => void;
  close(): void;
}

/** Where forecasts are registered, in the case's folder. */
export const REGISTER = "forecasts.jsonl";

/** The case, or what keeps it from being one. */
export type Checked = ReturnType<typeof checkFolder>;

const text = new TextDecoder();
const bytes = new TextEncoder();

/** Names the content of a file. */
export function hashOf(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/**
 * The files of a case's folder, and the edits that were made of them.
 *
 * @param scope whose edits they are where several workbenches share a store.
 */
export function caseFiles(folder: string, store: Store, now: () => string, scope = ""): Files {
  // What was read is kept until a file changes; edits always read anew.
  let kept: Promise<Map<string, Uint8Array>> | undefined;
  let asCase: Promise<Checked> | undefined;
  let wholeHash: Promise<string> | undefined;
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  const forget = (): void => {
    kept = undefined;
    asCase = undefined;
    wholeHash = undefined;
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const listener of listeners) listener();
    }, 100);
  };
  const unwatch = watchFolders(folder, forget);

  function all(): Promise<Map<string, Uint8Array>> {
    kept ??= read();
    kept.catch(() => {
      kept = undefined;
    });
    return kept;
  }

  async function read(): Promise<Map<string, Uint8Array>> {
    const { folder: files, findings } = await readFolder(folder);
    if (files === undefined)
      throw new TawazunError("server/case", findings.map((one) => one.message).join("\n"));
    return new Map(files);
  }

  async function put(wanted: ReadonlyMap<string, string | undefined>): Promise<void> {
    for (const file of wanted.keys()) await inside(folder, file);
    const written = [...wanted].flatMap(([file, after]) =>
      after === undefined ? [] : [[file, bytes.encode(after)] as const],
    );
    if (written.length > 0) await writeFiles(folder, new Map(written));
    for (const [file, after] of wanted) if (after === undefined) await takeAway(folder, file);
    forget();
  }

  return {
    async list() {
      return [...(await all())].map(([file, content]) => ({
        file,
        bytes: content.length,
        hash: hashOf(content),
      }));
    },
    async read(file) {
      const content = (await all()).get(file);
      return content === undefined ? undefined : { file, text: text.decode(content), hash: hashOf(content) };
    },
    folder: all,
    edits: caseEdits({ read, put, hashOf, forget }, store, now, scope),
    hash() {
      wholeHash ??= all().then(hashOfAll);
      wholeHash.catch(() => {
        wholeHash = undefined;
      });
      return wholeHash;
    },
    checked() {
      asCase ??= all().then(checkFolder);
      asCase.catch(() => {
        asCase = undefined;
      });
      return asCase;
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      clearTimeout(timer);
      unwatch();
    },
  };
}

const READ_ONLY = "this folder is read-only for you";
const WHY: { readonly [code: string]: string } = {
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  EROFS: READ_ONLY,
  EBUSY: "another program holds it",
  ENOTDIR: "part of the path is a file",
  ERR_FS_EISDIR: "it is a folder",
};

/** @throws {TawazunError} `file/read-only` where taking away is not allowed; `file/write` for any other failure. */
async function takeAway(folder: string, file: string): Promise<void> {
  try {
    await rm(join(folder, file), { force: true });
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const why = WHY[code] ?? message;
    const kind = why === READ_ONLY ? "file/read-only" : "file/write";
    throw new TawazunError(kind, `"${file}" cannot be taken away: ${why}.`);
  }
}

function hashOfAll(files: ReadonlyMap<string, Uint8Array>): string {
  // The register grows with each forecast, and a view is how one looks at answers: neither is what they are made from.
  const sorted = [...files]
    .filter(([file]) => file !== REGISTER && !file.startsWith("views/"))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(sorted.map(([file, content]) => `${file} ${hashOf(content)}`).join("\n"));
}
