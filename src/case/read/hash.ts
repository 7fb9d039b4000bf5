import { sha256 } from "../../base/index.ts";
import { type Folder, inNameOrder } from "../folder.ts";

/**
 * The SHA-256 of some files of a folder: for each, in name order, its name, a zero byte, its length
 * in digits, a zero byte, its bytes.
 */
export function hashOf(folder: Folder, files: Iterable<string>): string {
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  for (const file of inNameOrder(new Set(files))) {
    const bytes = folder.get(file);
    if (bytes === undefined) continue;
    parts.push(encoder.encode(`${file}\0${bytes.length}\0`), bytes);
  }
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return sha256(all);
}
