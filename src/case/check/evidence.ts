import type { Case } from "../case.ts";
import { type Draft, type Sound, sound } from "../draft.ts";
import { labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { nearestLine } from "./nearest-line.ts";

const MOST_SEARCHES = 100;

/** A quote stands in its document letter by letter, on the line that is named. */
export function checkEvidence(draft: Draft, texts: Case["texts"], report: Report): void {
  const used = new Set<string>();
  let searches = 0;
  for (const item of sound(draft, "statements")) {
    const { document, quote, line } = item.value;
    used.add(document);
    const text = Object.hasOwn(texts, document) ? texts[document] : undefined;
    if (text === undefined) continue;
    const lines = linesOf(text, quote);
    if (lines.length === 0) {
      searches += 1;
      reportMissing(item, text, searches <= MOST_SEARCHES, report);
    } else if (line !== undefined && !lines.includes(line)) {
      const found = lines.slice(0, 3).join(", ");
      const message = `The quote of ${labelOf("statements", item.raw)} does not begin on line ${line} of "${document}", but on line ${found}.`;
      report("case/quote-line", item.place(["line"]), message, { given: String(line), expected: found });
    }
  }
  for (const item of sound(draft, "documents")) {
    if (used.has(item.value.id)) continue;
    const message = `No statement quotes ${labelOf("documents", item.raw)}.`;
    report("case/document-unused", item.place(), message);
  }
}

/** The lines on which a quote begins in a text, from 1. */
function linesOf(text: string, quote: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  for (let at = text.indexOf(quote); at >= 0 && lines.length < 1000; at = text.indexOf(quote, at + 1)) {
    for (let end = text.indexOf("\n", counted); end >= 0 && end < at; end = text.indexOf("\n", end + 1)) {
      line += 1;
      counted = end + 1;
    }
    if (lines[lines.length - 1] !== line) lines.push(line);
  }
  return lines;
}

function reportMissing(item: Sound<"statements">, text: string, search: boolean, report: Report): void {
  const { quote, document } = item.value;
  const near = search ? nearestLine(text, quote) : undefined;
  const why = loose(text).includes(loose(quote))
    ? " The words are there, but with other spaces, line breaks, dashes or quotation marks: copy them letter by letter."
    : "";
  const words = near === undefined ? "" : ` The nearest line is ${near.line}: "${near.text}".`;
  const message = `The quote of ${labelOf("statements", item.raw)} does not stand in "${document}".${why}${words}`;
  report("case/quote", item.place(["quote"]), message, {
    given: quote.length > 80 ? `${quote.slice(0, 79)}…` : quote,
    expected: near === undefined ? undefined : `line ${near.line}`,
  });
}

/** A text with one kind of space, dash and quotation mark. */
function loose(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replaceAll(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"')
    .replaceAll(/[\u2010-\u2015]/g, "-")
    .replaceAll(/\s+/g, " ")
    .trim();
}
