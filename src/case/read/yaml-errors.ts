import { type Document, isMap, isSeq, type YAMLError } from "yaml";
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
  BAD_INDENT: "The indentation does not fit what stands above, or a bracket is not closed.",
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
  const seen = new Set<number>();
  let brokenAt: number | undefined;
  // what follows a tab is read at another depth than it seems: more errors there would only distract
  const tabs = document.errors.some(({ code }) => code === "TAB_AS_INDENT");
  for (const error of [...document.errors, ...document.warnings]) {
    const place = at(error.pos[0]);
    const line = place.line ?? 1;
    if (error.code !== "TAG_RESOLVE_FAILED") {
      const first = at(itemAround(document, error.pos[0])).line ?? line;
      brokenAt = Math.min(brokenAt ?? first, first, line);
    }
    if (seen.has(line) || (tabs && error.code !== "TAB_AS_INDENT")) continue;
    seen.add(line);
    report(CODES[error.code] ?? "yaml/syntax", place, words(error), { given: lineAt(text, error.pos[0]) });
  }
  return brokenAt;
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
