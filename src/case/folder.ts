/**
 * The files of a case: a path inside its folder, with `/`, and the bytes of that file.
 *
 * The case room reads and makes such folders and never touches a disk; `tawazun/run` reads and writes them.
 *
 * @example
 * ```ts
 * import { type Folder, readCase } from "tawazun/case";
 * const folder: Folder = new Map([["case.yaml", new TextEncoder().encode("actors: []")]]);
 * readCase(folder).findings[0].code; //=> "case/head"
 * ```
 */
export type Folder = ReadonlyMap<string, Uint8Array>;

/** The most bytes that are read of a file of each kind, and of a folder in all. */
export const limits = {
  /** YAML is slow to read, about a megabyte a second: long tables belong into CSV. */
  yaml: 8_000_000,
  other: 32_000_000,
  folder: 128_000_000,
} as const;

/** Whether a path is a YAML file. */
export function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

/** The most bytes that are read of this file. */
export function limitOf(path: string): number {
  return isYaml(path) ? limits.yaml : limits.other;
}

/** `8 MB`, for messages. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 100_000) / 10} MB`;
}

/** Paths in name order: by UTF-16 code unit, the same in every language and on every machine. */
export function inNameOrder(paths: Iterable<string>): string[] {
  return [...paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** What to say of a file that is too large to be read. */
export function tooLarge(path: string, bytes: number): string {
  const advice = isYaml(path) ? " Split it, or move long tables into CSV files." : "";
  return `This file has ${megabytes(bytes)}; at most ${megabytes(limitOf(path))} are read.${advice}`;
}
