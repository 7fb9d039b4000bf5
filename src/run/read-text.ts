import { readFile } from "node:fs/promises";
import { TawazunError } from "../base/index.ts";
import { reason } from "./folder.ts";

/**
 * The text of one file.
 *
 * @throws {TawazunError} `file/unreadable`, with the reason in words.
 */
export async function readText(path: string): Promise<string> {
  return (await readBytes(path)).toString("utf8");
}

/**
 * The bytes of one file.
 *
 * @throws {TawazunError} `file/unreadable`, with the reason in words.
 */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new TawazunError(
      "file/unreadable",
      `There is no file "${path}" that can be read: ${reason(error)}.`,
    );
  }
}
