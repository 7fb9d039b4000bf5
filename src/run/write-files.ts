import { chmod, lstat, mkdir, open, realpath, rename, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { TawazunError } from "../base/index.ts";
import type { Folder } from "../case/index.ts";
import { reason } from "./folder.ts";

/** Counts the temporary names of this process. */
let serial = 0;

/**
 * Writes files into a folder, each of them whole or not at all.
 *
 * Every file is first written beside its place under a temporary name and forced to the disk; only when
 * all are there do they take their names. If anything fails, what was there before is left as it was and
 * nothing new stays behind.
 *
 * @param files paths with `/` inside the folder, and their bytes. The folder is made if it is not there.
 * @param options `replace: false` refuses to write over a file that is there.
 * @throws {TawazunError} `file/name` for a path that leaves the folder; `file/exists`; `file/full` for a full
 * disk; `file/read-only` where writing is not allowed; `file/write` for any other failure.
 * @example
 * ```ts
 * import { writeFiles } from "tawazun/run";
 * const files = new Map([["../elsewhere.yaml", new TextEncoder().encode("x")]]);
 * const code = await writeFiles("cases", files).catch((error) => error.code);
 * code; //=> "file/name"
 * ```
 */
export async function writeFiles(
  directory: string,
  files: Folder,
  options: { readonly replace?: boolean } = {},
): Promise<void> {
  for (const file of files.keys()) checkName(file);
  const made: string[] = [];
  const written: { readonly temporary: string; readonly target: string }[] = [];
  let current = directory;
  let named = 0;
  try {
    await makeFolder(directory, made);
    const root = await realpath(directory);
    for (const [file, bytes] of files) {
      current = file;
      await makeFolder(dirname(join(root, file)), made);
      const target = await targetOf(root, file, options.replace ?? true);
      const temporary = join(dirname(target), `.${basename(target)}.${process.pid}-${serial++}.part`);
      written.push({ temporary, target });
      await writeWhole(temporary, bytes, target);
    }
    for (const { temporary, target } of written) {
      current = target;
      await rename(temporary, target);
      named += 1;
    }
    for (const folder of new Set(written.map(({ target }) => dirname(target)))) await settle(folder);
  } catch (error) {
    for (const { temporary } of written) await rm(temporary, { force: true }).catch(() => undefined);
    for (const folder of made.reverse()) await rmdir(folder).catch(() => undefined);
    throw error instanceof TawazunError ? error : refusal(error, current, named);
  }
}

/**
 * Whether files could be written into a folder: one is, and is taken away again.
 *
 * @throws {TawazunError} as {@link writeFiles} does. The folder, and those above it, are left as they were.
 */
export async function canWrite(directory: string): Promise<void> {
  const made: string[] = [];
  try {
    await makeFolder(directory, made);
    const probe = join(await realpath(directory), `.writable.${process.pid}-${serial++}.part`);
    await (await open(probe, "wx")).close();
    await rm(probe, { force: true });
  } catch (error) {
    throw error instanceof TawazunError ? error : refusal(error, directory, 0);
  } finally {
    for (const folder of made.reverse()) await rmdir(folder).catch(() => undefined);
  }
}

function checkName(file: string): void {
  const parts = file.split("/");
  if (
    file === "" ||
    file.includes("\\") ||
    file.includes("\0") ||
    parts.some((p) => /^(|\.|\.\.)$/.test(p))
  ) {
    throw new TawazunError(
      "file/name",
      `"${file}" is no path inside a folder; write it as documents/briefing.md.`,
    );
  }
}

/** Makes a folder and those above it, and notes which were made. */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  const missing: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    const status = await stat(at).catch(() => undefined);
    if (status?.isDirectory() || at === dirname(at)) break;
    missing.unshift(at);
  }
  for (const path of missing) {
    try {
      await mkdir(path);
      made.push(path);
    } catch (error) {
      // another process made it in the meantime: then it is there, and not ours to take away
      const { code } = error as { readonly code?: string };
      if (code !== "EEXIST" || !(await stat(path)).isDirectory()) throw error;
    }
  }
}

/** Where a file is to stand: behind a link, if there is one that stays inside the folder. */
async function targetOf(root: string, file: string, replace: boolean): Promise<string> {
  const path = join(root, file);
  const parent = await realpath(dirname(path));
  const status = await lstat(path).catch(() => undefined);
  const target = status?.isSymbolicLink() ? await realpath(path) : path;
  if (!`${parent}${sep}`.startsWith(root + sep) || !target.startsWith(root + sep)) {
    throw new TawazunError("file/name", `"${file}" leads out of the folder by a link; it is not written.`);
  }
  if (status !== undefined && !replace) {
    throw new TawazunError("file/exists", `"${file}" is already there; nothing was written.`);
  }
  if (status?.isDirectory())
    throw new TawazunError("file/write", `"${file}" is a folder; nothing was written.`);
  return target;
}

/** Writes bytes to a new file and forces them to the disk, with the rights of the file that it will replace. */
async function writeWhole(path: string, bytes: Uint8Array, replaced: string): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const old = await stat(replaced).catch(() => undefined);
  if (old !== undefined) await chmod(path, old.mode & 0o777);
}

/** Forces the names in a folder to the disk; some systems cannot, and need not. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function refusal(error: unknown, file: string, named: number): TawazunError {
  const { code } = error as { readonly code?: string };
  const rest = named === 0 ? "Nothing was changed." : `${named} of the files were written before it.`;
  const refuse = (kind: string, why: string): TawazunError =>
    new TawazunError(kind, `"${file}" cannot be written: ${why}. ${rest}`);
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return refuse("file/full", "there is no room left on the disk");
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return refuse("file/read-only", "this folder is read-only for you");
  }
  return refuse("file/write", reason(error));
}
