import { type Document, isMap, isSeq, visit, type YAMLError } from "yaml";
import type { Place } from "../../base/index.ts";
import type { Code } from "../findings/codes.ts";
import type { Report } from "../findings/report.ts";

/** Where words of the parser's own would not help an analyst. */
const WORDS: { readonly [code: string]: string } = {
  TAB_AS_INDENT: "This line is indented with a tab. Indent with spaces.",
  MULTIPLE_DOCS: "A line with --- begins a second document here. Keep one per file.",
  BAD_ALIAS:
    "A value that begins with * repeats an anchor (&). Put the text in quotation marks if * is meant.",
  NON_STRING_KEY: "A key must be a plain text.",
  RESOURCE_EXHAUSTION: "Values are nested too deeply to be read.",
  MULTILINE_IMPLICIT_KEY: "A key stands over several lines. A colon or an indentation is probably missing.",
  BLOCK_AS_IMPLICIT_KEY:
    "There are two colons with spaces in one line, or the indentation is off. Put a text with a colon in quotation marks.",
  BAD_INDENT:
    "The indentation does not fit what stands above, or a bracket is not closed; after a blank, # begins a comment.",
  BLOCK_IN_FLOW: "A text with a colon and a blank stands in quotation marks.",
  UNEXPECTED_TOKEN:
    "Something follows where a value has ended. A text with a quotation mark in it stands in double quotation marks; within '…' an apostrophe is written twice.",
  BAD_DQ_ESCAPE:
    "A backslash in a double-quoted text begins no known escape. Write it twice, or use single quotes.",
  BAD_SCALAR_START: "A text cannot begin with this character. Put it in quotation marks.",
};

const CODES: { readonly [code: string]: Code } = {
  TAB_AS_INDENT: "yaml/tab",
  BAD_ALIAS: "yaml/alias",
  TAG_RESOLVE_FAILED: "yaml/tag",
  RESOURCE_EXHAUSTION: "yaml/depth",
};

/**
 * Reports what the parser could not read, one finding a line.
 *
 * @returns the first line that is not YAML, or nothing.
 */
export function reportYamlErrors(
  document: Document,
  text: string,
  at: (offset: number) => Place,
  report: Report,
): number | undefined {
  const merged = /^<{7} /m.exec(text);
  if (merged !== null && document.errors.length > 0) {
    const place = at(merged.index);
    const message =
      "Two versions of the file were merged here and not reconciled. Keep one, and take out the lines with <<<<<<<, ======= and >>>>>>>.";
    report("yaml/syntax", place, message, { given: lineAt(text, merged.index) });
    return place.line;
  }
  const seen = new Set<number>();
  let brokenAt: number | undefined;
  // what follows a tab is read at another depth than it seems: more errors there would only distract
  // … and what follows a quotation mark that is not closed is taken for text
  let unclosed = false;
  const tabs = document.errors.some(({ code }) => code === "TAB_AS_INDENT");
  for (const error of [...document.errors, ...document.warnings]) {
    const open = error.code === "MISSING_CHAR" ? quoteAt(document, text, error.pos[0]) : undefined;
    const place = at(open ?? error.pos[0]);
    const line = place.line ?? 1;
    if (error.code !== "TAG_RESOLVE_FAILED") {
      const first = at(itemAround(document, error.pos[0])).line ?? line;
      brokenAt = Math.min(brokenAt ?? first, first, line);
    }
    if (seen.has(line) || unclosed || (tabs && error.code !== "TAB_AS_INDENT")) continue;
    seen.add(line);
    unclosed = open !== undefined;
    const message = open === undefined ? words(error) : "This quotation mark is not closed.";
    report(CODES[error.code] ?? "yaml/syntax", place, message, {
      given: lineAt(text, open ?? error.pos[0]),
    });
  }
  return brokenAt;
}

/** Where the quotation mark opens that is not closed before an offset. */
function quoteAt(document: Document, text: string, offset: number): number | undefined {
  let open: number | undefined;
  visit(document, {
    Scalar(_, node) {
      const [begin, end] = node.range ?? [0, 0];
      if (node.type?.startsWith("QUOTE") !== true || offset <= begin || end < offset) return;
      // One that ends with its own mark on its own line is closed: what is missing is something else.
      const source = text.slice(begin, end);
      const isClosed = source.length > 1 && source.endsWith(source[0]) && !source.includes("\n");
      if (!isClosed) open = begin;
    },
  });
  return open !== undefined && /["']/.test(text[open]) ? open : undefined;
}

/** Where the item of a section begins that an offset lies in, or the offset itself. */
function itemAround(document: Document, offset: number): number {
  const root = document.contents;
  for (const section of isMap(root) ? root.items : []) {
    const items = isSeq(section.value) ? section.value.items : [];
    for (const item of items) {
      const range = (item as { readonly range?: readonly number[] | null }).range;
      if (range && range[0] <= offset && offset <= range[2]) return range[0];
    }
  }
  return offset;
}

function words(error: YAMLError): string {
  if (error.code === "TAG_RESOLVE_FAILED") {
    return "A value that begins with ! carries a YAML tag; a case uses none. Put the text in quotation marks if ! is meant.";
  }
  return WORDS[error.code] ?? `This is not YAML: ${error.message.replaceAll("\n", " ")}.`;
}

function lineAt(text: string, offset: number): string {
  const begin = text.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  const end = text.indexOf("\n", begin);
  return text
    .slice(begin, end < 0 ? undefined : end)
    .trimEnd()
    .slice(0, 80);
}
