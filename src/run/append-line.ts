import { mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { TawazunError } from "../base/index.ts";
import { reason } from "./folder.ts";

const PATIENCE = 10_000;
const PAUSE = 20;

/**
 * Appends to a file what follows from all that it holds, so that nobody else appends in between.
 *
 * @param next gets the text of the file (empty where there is none), and returns what is to be appended.
 * @throws {TawazunError} `file/locked` if another holds the file for ten seconds; `file/full` and
 * `file/write` if the disk refuses: the file is then as it was. What `next` throws is passed on.
 * @remarks A file of the same name with `.lock` behind it is made first, which only one process can; it is
 * taken away at the end. Nothing that stands in the file is ever written over.
 */
export async function appendLine(path: string, next: (text: string) => string): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).catch(refuse(path));
  const lock = `${path}.lock`;
  await take(lock, path);
  try {
    const handle = await open(path, "a+").catch(refuse(path));
    try {
      const before = await handle.readFile();
      const text = next(new TextDecoder("utf-8", { ignoreBOM: true }).decode(before));
      try {
        await handle.appendFile(text);
        await handle.sync();
      } catch (error) {
        await handle.truncate(before.length).catch(() => undefined);
        refuse(path)(error);
      }
    } finally {
      await handle.close();
    }
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string, path: string): Promise<void> {
  for (let waited = 0; ; waited += PAUSE) {
    try {
      await (await open(lock, "wx")).close();
      return;
    } catch (error) {
      if ((error as { readonly code?: string }).code !== "EEXIST") refuse(path)(error);
    }
    if (waited >= PATIENCE) {
      throw new TawazunError(
        "file/locked",
        `Another process is writing to "${path}". If none is, one was killed at it: remove "${lock}" and try again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function refuse(path: string): (error: unknown) => never {
  return (error) => {
    const { code } = error as { readonly code?: string };
    if (code === "ENOSPC" || code === "EDQUOT")
      throw new TawazunError("file/full", `"${path}" cannot be written: there is no room left on the disk.`);
    throw new TawazunError(
      "file/write",
      `"${path}" cannot be written: ${reason(error)}. Nothing was changed.`,
    );
  };
}
