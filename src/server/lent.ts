import { realpath } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { TawazunError } from "../base/index.ts";
import type { Lent } from "../desk/index.ts";
import {
  appendLine,
  canWrite,
  inThisProcess,
  readBytes,
  readEventFiles,
  readFolder,
  readText,
  threads,
  writeFiles,
} from "../run/index.ts";

/** What a run may use beside the disk. */
export interface Wanted {
  readonly onProgress: NonNullable<Lent["onProgress"]>;
  readonly signal: AbortSignal;
  readonly version: string;
}

/**
 * What the server lends the desk: the case's folder and nothing outside it. Files are written to its folder `out` alone.
 */
export function lentFor(folder: string, { onProgress, signal, version }: Wanted): Lent {
  return {
    readFolder: async (path) => readFolder(await inside(folder, path)),
    readText: async (path) => readText(await inside(folder, path)),
    readBytes: async (path) => readBytes(await inside(folder, path)),
    readEventFiles: async (paths, asked) =>
      readEventFiles(await Promise.all(paths.map((path) => inside(folder, path))), { ...asked, signal }),
    writeFiles: async (path, files, options) => writeFiles(await toOut(folder, path), files, options),
    appendLine: async (path, line) => appendLine(await inside(folder, path), line),
    now: () => new Date().toISOString(),
    canWrite: async (path) => canWrite(await toOut(folder, path)),
    executor: (workers) => (workers === 1 ? inThisProcess() : workers === 0 ? threads() : threads(workers)),
    stopwatch: () => performance.now(),
    onProgress,
    signal,
    version,
  };
}

/** A path inside the folder, links followed; a refusal where it leads out of it. */
export async function inside(folder: string, path: string): Promise<string> {
  const root = await realpath(folder);
  const wanted = resolve(root, path);
  const real = await realpath(wanted).catch(() => wanted);
  if (real !== root && !real.startsWith(root + sep)) {
    throw new TawazunError("server/path", `"${path}" lies outside the case's folder.`);
  }
  return real;
}

async function toOut(folder: string, path: string): Promise<string> {
  const out = join(await realpath(folder), "out");
  const wanted = resolve(out, path);
  if (wanted !== out && !wanted.startsWith(out + sep)) {
    throw new TawazunError("server/path", `"${path}" lies outside the case's folder out.`);
  }
  return wanted;
}
