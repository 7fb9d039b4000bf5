import { TawazunError } from "../base/index.ts";

/** The largest request: a document of a case, written whole. */
export const LARGEST_REQUEST = 8 * 1024 * 1024;

/** The most that a text put in from a browser may hold. */
export const LARGEST_TEXT = 2_000_000;

const TEXTS = /\.(ya?ml|csv|md|txt)$/i;

/**
 * Refuses what a page may not write into a case: anything but text of the kinds that a case is read from, files that
 * hide, the runs in `out`, and texts that are too large.
 *
 * @throws {TawazunError} `server/kind`, `server/too-large`.
 */
export function checkWritable(file: string, text: string | undefined): void {
  const parts = file.split("/");
  const hides = parts.some((part) => part === "" || part.startsWith("."));
  if (hides || parts[0] === "out" || !TEXTS.test(file)) {
    throw new TawazunError(
      "server/kind",
      `"${file}" cannot be written from here: a case holds texts (.md, .txt), YAML and CSV, outside the folder out.`,
    );
  }
  if (text === undefined) return;
  if (text.includes("\0")) {
    throw new TawazunError("server/kind", `"${file}" would not be text: it holds a zero byte.`);
  }
  const size = sizeOf(text);
  if (size > LARGEST_TEXT) {
    throw new TawazunError(
      "server/too-large",
      `"${file}" has ${megabytes(size)}; a text put in from a browser holds at most ${megabytes(LARGEST_TEXT)}. Split it, or copy it into the case's folder.`,
    );
  }
}

/** Bytes of a text in UTF-8. */
export function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
