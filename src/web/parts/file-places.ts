import type { Place } from "../../base/index.ts";

/** A place in a text: line and column count from 1. */
export interface At {
  readonly line: number;
  readonly column: number;
}

/** What is wrong at a place; a place without a file is not known. */
export interface Fault {
  readonly place: Place | undefined;
  readonly message: string;
}

/** The line and column of the letter at `offset`. */
export function placeOf(text: string, offset: number): At {
  const before = text.slice(0, offset);
  const begin = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) line += 1;
  return { line, column: offset - begin + 1 };
}

/** How many letters stand before a place: the nearest there is, where the text has no such line or column. */
export function offsetOf(text: string, { line, column }: At): number {
  let begin = 0;
  for (let passed = 1; passed < line; passed++) {
    const next = text.indexOf("\n", begin);
    if (next < 0) return text.length;
    begin = next + 1;
  }
  const end = text.indexOf("\n", begin);
  return Math.min(begin + Math.max(1, column) - 1, end < 0 ? text.length : end);
}

/** What the server refuses an edit for: a line each, `file:line:column: message`. */
export function faultsIn(refusal: string): readonly Fault[] {
  return refusal
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((text) => {
      const [, file, line, column, message] = /^([^:\s]+)(?::(\d+))?(?::(\d+))?: (.*)$/.exec(text) ?? [];
      if (file === undefined) return { place: undefined, message: text };
      const at = { ...(line && { line: Number(line) }), ...(column && { column: Number(column) }) };
      return { place: { file, ...at }, message };
    });
}

/** A place in letters: `holdings.yaml:3:7`. */
export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
