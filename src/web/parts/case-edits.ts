import { type Editable, editable, type Folder } from "../../case/index.ts";
import { call, Refusal } from "../api.ts";
import { type FileAnswer, pathOf } from "./file-of.ts";

/** The files of the case that hold sections, as they were when an edit was begun: what the edit rests on. */
export interface Shelf {
  readonly document: Editable;
  readonly read: ReadonlyMap<string, FileAnswer>;
}

/** Reads the files that hold sections: those at the top of the folder, but for the outcomes. */
export async function readShelf(): Promise<Shelf> {
  const list = await call<readonly { readonly file: string }[]>("/api/files");
  const wanted = list.filter(({ file }) => /^[^/]+\.(ya?ml|csv)$/.test(file) && !file.startsWith("outcomes"));
  const answers = await Promise.all(wanted.map(({ file }) => call<FileAnswer>(pathOf(file))));
  const bytes = new TextEncoder();
  const folder: Folder = new Map(answers.map(({ file, text }) => [file, bytes.encode(text)]));
  return { document: editable(folder), read: new Map(answers.map((answer) => [answer.file, answer])) };
}

/**
 * Writes what an edit changed: all its files or none, and undone at once.
 *
 * @throws {Refusal} with the server's words: a conflict (409) or findings (422).
 */
export async function writeEdit(shelf: Shelf, changed: Editable): Promise<void> {
  const changes = [...changed.changed]
    .filter(([file, text]) => text !== shelf.read.get(file)?.text)
    .map(([file, text]) => ({ file, text, restsOn: shelf.read.get(file)?.hash }));
  if (changes.length > 0) await call("/api/edits", "POST", { changes });
}

/** What to show of an edit that failed: the words, and whether reading the files again may help. */
export interface Trouble {
  readonly message: string;
  readonly conflict: boolean;
}

export function troubleOf(problem: unknown): Trouble {
  const message = problem instanceof Error ? problem.message : String(problem);
  return { message, conflict: problem instanceof Refusal && problem.code === "server/conflict" };
}
