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

/** What stands in `undone` of an edit that is whole. */
const HOLDS = 0;
const TAKEN_BACK = 1;

/** What is done with an edit: its files go from one text to the other, and `undone` stands at `begun` meanwhile. */
interface Step {
  readonly begun: number;
  /** What stood in `undone` before; absent where there was no edit yet. */
  readonly was?: typeof HOLDS | typeof TAKEN_BACK;
  readonly becomes: typeof HOLDS | typeof TAKEN_BACK;
  readonly from: "before" | "after";
  readonly to: "before" | "after";
}

// The numbers of `begun` stand in stores: none is ever given another meaning.
const MAKING: Step = { begun: 2, becomes: HOLDS, from: "before", to: "after" };
const UNDOING = { begun: 3, was: HOLDS, becomes: TAKEN_BACK, from: "after", to: "before" } as const;
const REDOING = { begun: 4, was: TAKEN_BACK, becomes: HOLDS, from: "before", to: "after" } as const;

/** What an edit did to a file, as the store has it. */
interface Row {
  readonly id: number;
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
}

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
  /** Puts back what a killed server had begun to write: an edit is gone, an undo or a redo can be done again. */
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

// a byte order mark is a part of the file that an undo gives back
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const bytes = new TextEncoder();

/** @param scope whose edits they are where several workbenches share a store. */
export function caseEdits(folder: EditedFolder, store: Store, now: () => string, scope: string): Edits {
  const textIn = (files: ReadonlyMap<string, Uint8Array>, file: string): string | null => {
    const content = files.get(file);
    return content === undefined ? null : utf8.decode(content);
  };
  const mine = () => store.selectFrom("edits").selectAll().where("folder", "=", scope);
  const idsOf = (rows: readonly Row[]): readonly number[] => rows.map(({ id }) => id);
  const mark = (rows: readonly Row[], undone: number) =>
    store.updateTable("edits").set({ undone }).where("id", "in", idsOf(rows)).execute();
  const textsAt = (side: Step["from"], rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.file, row[side] ?? undefined]));

  /** Carries out what is marked as begun; whatever fails, the files and the rows are as they were. */
  async function carryOut(step: Step, rows: readonly Row[]): Promise<void> {
    try {
      await folder.put(textsAt(step.to, rows));
      await mark(rows, step.becomes);
    } catch (error) {
      const isPutBack = await putBack(step, rows).catch(() => undefined);
      if (isPutBack === false || !(error instanceof TawazunError)) throw error;
      const rest = isPutBack
        ? "What was written before it is put back."
        : "What was written before it could not be put back; the workbench tries again when it is next opened.";
      throw new TawazunError(error.code, `${error.message} ${rest}`);
    }
  }

  /** Ends what was begun and not carried out as if it never had been; whether a file had to be put back. */
  async function putBack({ from, to, was }: Step, rows: readonly Row[]): Promise<boolean> {
    const files = await folder.read();
    // What somebody else wrote since is left as it is.
    const written = rows.filter((row) => textIn(files, row.file) === row[to] && row[from] !== row[to]);
    if (written.length > 0) await folder.put(textsAt(from, written));
    if (was !== undefined) await mark(rows, was);
    else await store.deleteFrom("edits").where("id", "in", idsOf(rows)).execute();
    return written.length > 0;
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
        undone: MAKING.begun,
        act,
      }));
      await carryOut(MAKING, await store.insertInto("edits").values(rows).returningAll().execute());
      await store.deleteFrom("edits").where("folder", "=", scope).where("undone", "=", TAKEN_BACK).execute();
    },
    async turn(direction) {
      const step = direction === "undo" ? UNDOING : REDOING;
      const turnable = mine().where("undone", "=", step.was);
      const last = await turnable
        .orderBy("id", direction === "undo" ? "desc" : "asc")
        .limit(1)
        .executeTakeFirst();
      if (last === undefined) throw new TawazunError("server/nothing", `There is nothing to ${direction}.`);
      const rows =
        last.act === "" ? [last] : await turnable.where("act", "=", last.act).orderBy("id").execute();
      const files = await folder.read();
      for (const row of rows) {
        if (textIn(files, row.file) === row[step.from]) continue;
        throw new TawazunError(
          "server/conflict",
          `${row.file} was changed meanwhile outside the workbench; the edit cannot be taken back.`,
        );
      }
      await mark(rows, step.begun);
      await carryOut(step, rows);
      return rows.map(({ file }) => file);
    },
    async list() {
      const rows = await mine()
        .where("undone", "in", [HOLDS, TAKEN_BACK])
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
      for (const step of [MAKING, UNDOING, REDOING]) {
        const rows = await mine().where("undone", "=", step.begun).execute();
        if (rows.length > 0) await putBack(step, rows);
      }
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
