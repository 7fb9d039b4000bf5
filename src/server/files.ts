import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Finding, TawazunError } from "../base/index.ts";
import { checkFolder, type EditDone } from "../desk/index.ts";
import { readFolder, type Store, writeFiles } from "../run/index.ts";
import { inside } from "./lent.ts";
import { watchFolders } from "./watch-folders.ts";
import { checkWritable } from "./writable.ts";

/** A file of the case as a page sees it. */
export interface CaseFile {
  readonly file: string;
  readonly text: string;
  /** Names what was read: an edit says on what it rests. */
  readonly hash: string;
}

/** How many edits are told. */
const MOST_EDITS = 50;

export interface Files {
  list(): Promise<readonly { readonly file: string; readonly bytes: number; readonly hash: string }[]>;
  read(file: string): Promise<CaseFile | undefined>;
  /** All files by name, as they are read by a case. */
  folder(): Promise<ReadonlyMap<string, Uint8Array>>;
  /**
   * Writes a file, or takes it away, if the case still reads with it and nobody changed it meanwhile.
   *
   * @throws {TawazunError} `server/conflict` if the file is no longer what the edit rests on; `server/findings` if the
   * case would have new errors: with all of them.
   */
  edit(file: string, after: string | undefined, restsOn: string | undefined): Promise<CaseFile | undefined>;
  /** Takes back the last edit, or makes the last one taken back again. */
  undo(): Promise<string>;
  redo(): Promise<string>;
  /** The edits that were made here, newest first, those undone marked. */
  edits(): Promise<readonly EditDone[]>;
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

function hashOf(content: Uint8Array | string): string {
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

  async function put(file: string, after: string | undefined): Promise<void> {
    await inside(folder, file);
    if (after === undefined) await rm(join(folder, file), { force: true });
    else await writeFiles(folder, new Map([[file, bytes.encode(after)]]));
    forget();
  }

  async function edit(file: string, after: string | undefined, restsOn: string | undefined) {
    checkWritable(file, after);
    const files = await read();
    const old = files.get(file);
    const before = old === undefined ? undefined : text.decode(old);
    if (restsOn !== (old === undefined ? undefined : hashOf(old))) {
      // Whoever reads it again must get what stands there now, whether or not the watcher has told of it.
      forget();
      throw new TawazunError(
        "server/conflict",
        `${file} was changed meanwhile by somebody else, or in another window. Read it again, then edit it.`,
      );
    }
    const errors = errorsOf(checkFolder(files).findings);
    const changed = new Map(files);
    if (after === undefined) changed.delete(file);
    else changed.set(file, bytes.encode(after));
    const fresh = checkFolder(changed).findings.filter(
      (finding) => finding.severity === "error" && !errors.has(nameOf(finding)),
    );
    if (fresh.length > 0) {
      const lines = fresh.map(({ place, message }) =>
        [place.file, place.line, place.column]
          .filter((part) => part !== undefined)
          .join(":")
          .concat(`: ${message}`),
      );
      throw new TawazunError("server/findings", lines.join("\n"));
    }
    await put(file, after);
    await store.deleteFrom("edits").where("folder", "=", scope).where("undone", "=", 1).execute();
    await store
      .insertInto("edits")
      .values({ folder: scope, at: now(), file, before: before ?? null, after: after ?? null, undone: 0 })
      .execute();
    return after === undefined ? undefined : { file, text: after, hash: hashOf(after) };
  }

  async function turn(direction: "undo" | "redo"): Promise<string> {
    const undone = direction === "undo" ? 0 : 1;
    const last = await store
      .selectFrom("edits")
      .selectAll()
      .where("folder", "=", scope)
      .where("undone", "=", undone)
      .orderBy("id", direction === "undo" ? "desc" : "asc")
      .limit(1)
      .executeTakeFirst();
    if (last === undefined) throw new TawazunError("server/nothing", `There is nothing to ${direction}.`);
    const [from, to] = direction === "undo" ? [last.after, last.before] : [last.before, last.after];
    const now = (await read()).get(last.file);
    if ((now === undefined ? null : text.decode(now)) !== from) {
      throw new TawazunError(
        "server/conflict",
        `${last.file} was changed meanwhile outside the workbench; the edit cannot be taken back.`,
      );
    }
    await put(last.file, to ?? undefined);
    await store
      .updateTable("edits")
      .set({ undone: 1 - undone })
      .where("id", "=", last.id)
      .execute();
    return last.file;
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
    edit,
    undo: () => turn("undo"),
    redo: () => turn("redo"),
    async edits() {
      const rows = await store
        .selectFrom("edits")
        .selectAll()
        .where("folder", "=", scope)
        .orderBy("id", "desc")
        .limit(MOST_EDITS)
        .execute();
      return rows.map(({ id, at, file, before, after, undone }) => {
        return { id, at, file, before, after, undone: undone === 1 };
      });
    },
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

function hashOfAll(files: ReadonlyMap<string, Uint8Array>): string {
  // The register grows with each forecast, and a view is how one looks at answers: neither is what they are made from.
  const sorted = [...files]
    .filter(([file]) => file !== REGISTER && !file.startsWith("views/"))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(sorted.map(([file, content]) => `${file} ${hashOf(content)}`).join("\n"));
}

function nameOf(finding: Finding): string {
  return `${finding.code} ${finding.place.file} ${finding.message}`;
}

function errorsOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter((finding) => finding.severity === "error").map(nameOf));
}
