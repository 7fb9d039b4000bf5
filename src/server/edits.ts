import { randomUUID } from "node:crypto";
import { type Finding, TawazunError } from "../base/index.ts";
import { checkFolder, type EditDone } from "../desk/index.ts";
import type { Store } from "../run/index.ts";
import { checkWritable } from "./writable.ts";

/** What is to stand in a file: nothing, and it is taken away. `restsOn` names what was edited; absent for a new file. */
export interface FileChange {
  readonly file: string;
  readonly text?: string | undefined;
  readonly restsOn?: string | undefined;
}

/** How many edits are told. */
const MOST_EDITS = 50;

/** What stands in `undone`: whether the edit holds, was taken back, or was never carried to its end. */
const HOLDS = 0;
const TAKEN_BACK = 1;
const BEGUN = 2;

/** The edits of a case's files: what is done at once is taken back at once. */
export interface Edits {
  /**
   * Writes files, or takes them away, if the case still reads with all of them and nobody changed them meanwhile.
   *
   * @throws {TawazunError} `server/conflict` if a file is no longer what the edit rests on; `server/findings` if the
   * case would have new errors: with all of them. Then nothing is written.
   */
  make(changes: readonly FileChange[]): Promise<void>;
  /** Takes back what was done last, or does again what was taken back last; the files that it wrote. */
  turn(direction: "undo" | "redo"): Promise<readonly string[]>;
  /** The edits that were made here, newest first, those undone marked. */
  list(): Promise<readonly EditDone[]>;
  /** Takes back what a killed server had begun to write. */
  recover(): Promise<void>;
}

/** What edits need of the folder. */
export interface EditedFolder {
  /** All files as they stand on the disk. */
  read(): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Writes them, or takes away those without a text. */
  put(files: ReadonlyMap<string, string | undefined>): Promise<void>;
  hashOf(content: Uint8Array): string;
  /** Lets go of what was read before. */
  forget(): void;
}

const utf8 = new TextDecoder();
const bytes = new TextEncoder();

/** @param scope whose edits they are where several workbenches share a store. */
export function caseEdits(folder: EditedFolder, store: Store, now: () => string, scope: string): Edits {
  const textIn = (files: ReadonlyMap<string, Uint8Array>, file: string): string | null => {
    const content = files.get(file);
    return content === undefined ? null : utf8.decode(content);
  };
  const mark = (ids: readonly number[], undone: number) =>
    store.updateTable("edits").set({ undone }).where("id", "in", ids).execute();

  /** Writes what is marked as begun until it is done: what is killed in between is taken back by the next server. */
  async function write(
    ids: readonly number[],
    before: number,
    after: number,
    files: ReadonlyMap<string, string | undefined>,
  ) {
    try {
      await folder.put(files);
    } catch (error) {
      if (before === BEGUN) await store.deleteFrom("edits").where("id", "in", ids).execute();
      else await mark(ids, before);
      throw error;
    }
    await mark(ids, after);
  }

  return {
    async make(changes) {
      for (const { file, text } of changes) checkWritable(file, text);
      const files = await folder.read();
      for (const { file, restsOn } of changes) {
        const old = files.get(file);
        if (restsOn === (old === undefined ? undefined : folder.hashOf(old))) continue;
        // Whoever reads it again must get what stands there now, whether or not the watcher has told of it.
        folder.forget();
        throw new TawazunError(
          "server/conflict",
          `${file} was changed meanwhile by somebody else, or in another window. Read it again, then edit it.`,
        );
      }
      refuseNewErrors(files, changes);
      const act = randomUUID();
      const rows = changes.map(({ file, text }) => ({
        folder: scope,
        at: now(),
        file,
        before: textIn(files, file),
        after: text ?? null,
        undone: BEGUN,
        act,
      }));
      const put = await store.insertInto("edits").values(rows).returning("id").execute();
      const ids = put.map(({ id }) => id);
      await write(ids, BEGUN, HOLDS, new Map(changes.map(({ file, text }) => [file, text])));
      await store.deleteFrom("edits").where("folder", "=", scope).where("undone", "=", TAKEN_BACK).execute();
    },
    async turn(direction) {
      const undone = direction === "undo" ? HOLDS : TAKEN_BACK;
      const mine = store
        .selectFrom("edits")
        .selectAll()
        .where("folder", "=", scope)
        .where("undone", "=", undone);
      const last = await mine
        .orderBy("id", direction === "undo" ? "desc" : "asc")
        .limit(1)
        .executeTakeFirst();
      if (last === undefined) throw new TawazunError("server/nothing", `There is nothing to ${direction}.`);
      const rows = last.act === "" ? [last] : await mine.where("act", "=", last.act).orderBy("id").execute();
      const files = await folder.read();
      for (const { file, before, after } of rows) {
        if (textIn(files, file) === (direction === "undo" ? after : before)) continue;
        throw new TawazunError(
          "server/conflict",
          `${file} was changed meanwhile outside the workbench; the edit cannot be taken back.`,
        );
      }
      const ids = rows.map(({ id }) => id);
      await mark(ids, BEGUN);
      const to = rows.map(
        ({ file, before, after }) => [file, (direction === "undo" ? before : after) ?? undefined] as const,
      );
      await write(ids, undone, 1 - undone, new Map(to));
      return rows.map(({ file }) => file);
    },
    async list() {
      const rows = await store
        .selectFrom("edits")
        .selectAll()
        .where("folder", "=", scope)
        .where("undone", "!=", BEGUN)
        .orderBy("id", "desc")
        .limit(MOST_EDITS)
        .execute();
      return rows.map(({ id, at, file, before, after, undone, act }) => {
        return {
          id,
          at,
          file,
          before,
          after,
          undone: undone === TAKEN_BACK,
          act: act === "" ? `${id}` : act,
        };
      });
    },
    async recover() {
      const begun = await store
        .selectFrom("edits")
        .selectAll()
        .where("folder", "=", scope)
        .where("undone", "=", BEGUN)
        .execute();
      if (begun.length === 0) return;
      const files = await folder.read();
      // What somebody else wrote since is left as it is.
      const ours = begun.filter(({ file, after }) => textIn(files, file) === after);
      await folder.put(new Map(ours.map(({ file, before }) => [file, before ?? undefined])));
      await store
        .deleteFrom("edits")
        .where(
          "id",
          "in",
          begun.map(({ id }) => id),
        )
        .execute();
    },
  };
}

/** Refuses changes with which the case would have errors that it does not have now. */
function refuseNewErrors(files: ReadonlyMap<string, Uint8Array>, changes: readonly FileChange[]): void {
  const changed = new Map(files);
  for (const { file, text } of changes) {
    if (text === undefined) changed.delete(file);
    else changed.set(file, bytes.encode(text));
  }
  const before = new Set(errorsOf(files).map(nameOf));
  const fresh = errorsOf(changed).filter((finding) => !before.has(nameOf(finding)));
  if (fresh.length === 0) return;
  const lines = fresh.map(({ place, message }) =>
    [place.file, place.line, place.column]
      .filter((part) => part !== undefined)
      .join(":")
      .concat(`: ${message}`),
  );
  throw new TawazunError("server/findings", lines.join("\n"));
}

function errorsOf(files: ReadonlyMap<string, Uint8Array>): readonly Finding[] {
  return checkFolder(files).findings.filter(({ severity }) => severity === "error");
}

function nameOf(finding: Finding): string {
  return `${finding.code} ${finding.place.file} ${finding.message}`;
}
