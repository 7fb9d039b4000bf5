import { lstat, open, readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Finding } from "../base/index.ts";
import { type Folder, limitOf, limits, megabytes, tooLarge } from "../case/index.ts";

/** The files of a folder on disk, and what could not be read of it. */
export interface ReadFolder {
  /** Absent where there is no such folder, or where it holds too much. */
  readonly folder?: Folder;
  readonly findings: readonly Finding[];
}

const MOST_FILES = 5_000;

/**
 * Reads the files of a folder and of the folders in it.
 *
 * Names that begin with a dot and the folder `out` at the top are left out. A file that is too large
 * is not opened. Links are followed to files inside the folder, and not out of it.
 *
 * @returns the files by their path with `/`, and findings for what is not there, too large or not readable. Never throws.
 * @remarks Limits: 8 MB for a YAML file, 32 MB for another, 128 MB and 5,000 files in all.
 * @example
 * ```ts
 * import { readFolder } from "tawazun/run";
 * const { findings } = await readFolder("a/folder/that/is/not/there");
 * findings[0].code; //=> "file/unreadable"
 * ```
 */
export async function readFolder(directory: string): Promise<ReadFolder> {
  const findings: Finding[] = [];
  const folder = new Map<string, Uint8Array>();
  const refuse = (file: string, code: string, message: string, given?: string): void => {
    findings.push({
      code,
      severity: "error",
      place: { file },
      message,
      ...(given === undefined ? {} : { given }),
    });
  };
  let root: string;
  try {
    root = await realpath(directory);
    if (!(await stat(root)).isDirectory()) {
      refuse(
        directory,
        "file/unreadable",
        `"${directory}" is a file. Give the folder that holds the case; a table is known by a name that ends in .csv.`,
      );
      return { findings };
    }
  } catch (error) {
    refuse(
      directory,
      "file/unreadable",
      `There is no folder "${directory}" that can be read: ${reason(error)}.`,
    );
    return { findings };
  }

  let total = 0;
  const waiting = [""];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const name of await namesIn(join(root, path), path, refuse)) {
      const file = path === "" ? name : `${path}/${name}`;
      if (name.startsWith(".") || file === "out") continue;
      const found = await look(root, file, refuse);
      if (found === "folder") waiting.push(file);
      if (found === undefined || found === "folder") continue;
      if (found.size > limitOf(file)) {
        refuse(file, "file/size", tooLarge(file, found.size), megabytes(found.size));
        continue;
      }
      total += found.size;
      if (total > limits.folder || folder.size >= MOST_FILES) {
        const most = `${megabytes(limits.folder)} and ${MOST_FILES} files`;
        refuse(
          directory,
          "file/size",
          `This folder holds more than is read of one: at most ${most}. Is it the right one?`,
        );
        return { findings };
      }
      const bytes = await content(found.path, found.size, file, refuse);
      if (bytes !== undefined) folder.set(file, bytes);
    }
  }
  return { folder, findings };
}

type Refuse = (file: string, code: string, message: string) => void;

async function namesIn(path: string, shown: string, refuse: Refuse): Promise<readonly string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (error) {
    refuse(shown === "" ? path : shown, "file/unreadable", `This folder cannot be read: ${reason(error)}.`);
    return [];
  }
}

/** What stands at a path: a folder, a file with its size, or nothing that is read. */
async function look(
  root: string,
  file: string,
  refuse: Refuse,
): Promise<"folder" | { readonly path: string; readonly size: number } | undefined> {
  try {
    let path = join(root, file);
    let status = await lstat(path);
    if (status.isSymbolicLink()) {
      path = await realpath(path);
      status = await stat(path);
      if (!path.startsWith(root + sep)) {
        refuse(
          file,
          "file/unreadable",
          "This link leads out of the folder and is not followed. Copy the file into the case.",
        );
        return undefined;
      }
      if (!status.isFile()) return undefined;
    }
    if (status.isDirectory()) return "folder";
    return status.isFile() ? { path, size: status.size } : undefined;
  } catch (error) {
    refuse(file, "file/unreadable", `This file cannot be read: ${reason(error)}.`);
    return undefined;
  }
}

/** The bytes of a file, and no more than it had when it was looked at. */
async function content(
  path: string,
  size: number,
  file: string,
  refuse: Refuse,
): Promise<Uint8Array | undefined> {
  try {
    const handle = await open(path, "r");
    try {
      const bytes = new Uint8Array(size);
      let read = 0;
      while (read < size) {
        const { bytesRead } = await handle.read(bytes, read, size - read, read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return bytes.subarray(0, read);
    } finally {
      await handle.close();
    }
  } catch (error) {
    refuse(file, "file/unreadable", `This file cannot be read: ${reason(error)}.`);
    return undefined;
  }
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: "it does not exist",
  ENOTDIR: "part of the path is a file",
  EEXIST: "a file of this name is in the way",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ELOOP: "its links go in a circle",
  ENAMETOOLONG: "the name is too long",
  EISDIR: "it is a folder",
  EROFS: "it stands on a disk that is read-only",
  EBUSY: "another program holds it",
};

/** Why the system refused, in words. */
export function reason(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return REASONS[code ?? ""] ?? code ?? message ?? "the system gives no reason";
}
