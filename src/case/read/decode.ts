import type { Report } from "../findings/report.ts";
import { limitOf, megabytes, tooLarge } from "../folder.ts";

/**
 * The text of a file: UTF-8, without its byte order mark, and the line ends as they stand.
 *
 * @returns nothing, and a finding, if the file is too large or is not UTF-8.
 */
export function decode(file: string, bytes: Uint8Array, report: Report): string | undefined {
  if (bytes.length > limitOf(file)) {
    report("file/size", { file }, tooLarge(file, bytes.length), {
      given: megabytes(bytes.length),
      expected: `at most ${megabytes(limitOf(file))}`,
    });
    return undefined;
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const message = "This file is saved as UTF-16. Save it as UTF-8.";
    report("file/encoding", { file, line: 1, column: 1 }, message, { expected: "UTF-8" });
    return undefined;
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const bad = firstBadByte(text, bytes);
  if (bad !== undefined) {
    const message = `This file is not UTF-8 text: the bytes at line ${bad.line}, column ${bad.column} are no character. Save it as UTF-8.`;
    report("file/encoding", { file, ...bad }, message, { expected: "UTF-8" });
    return undefined;
  }
  if (!text.startsWith("\uFEFF")) return text;
  const message = "The file begins with a byte order mark. It is read without; nothing needs to be done.";
  report("file/bom", { file, line: 1, column: 1 }, message);
  return text.slice(1);
}

/** Where the text has a replacement character that the bytes do not have. */
function firstBadByte(text: string, bytes: Uint8Array): { line: number; column: number } | undefined {
  if (!text.includes("\uFFFD")) return undefined;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    const before = text.slice(0, text.indexOf("\uFFFD"));
    const lineStart = before.lastIndexOf("\n") + 1;
    return { line: before.split("\n").length, column: before.length - lineStart + 1 };
  }
}
