import type { Source } from "../../base/index.ts";
import { type Child, el } from "../draw/markup.ts";
import type { Citation } from "../picture.ts";
import { plainInMarkdown } from "../tables/markdown.ts";
import type { Prose } from "./contents.ts";
import { leadsSomewhere } from "./link.ts";
import { sourceText } from "./source-text.ts";

type Piece = Exclude<Prose, string>[number];

function pieces(prose: Prose): readonly Piece[] {
  return typeof prose === "string" ? [prose] : prose;
}

/** Prose as children of an HTML element; an address that is neither the web nor `#id` stays plain text. */
export function proseHtml(prose: Prose): Child[] {
  return pieces(prose).map((piece) => {
    if (typeof piece === "string") return piece;
    if ("strong" in piece) return el("strong", {}, piece.strong);
    return leadsSomewhere(piece.to) ? el("a", { href: piece.to }, piece.text) : piece.text;
  });
}

/** Prose as Markdown in which no letter of the data is taken for markup. */
export function proseMarkdown(prose: Prose): string {
  return pieces(prose)
    .map((piece) => {
      if (typeof piece === "string") return plainInMarkdown(piece);
      if ("strong" in piece) {
        // a blank before the closing stars would leave the stars in the text
        const inside = piece.strong.trim();
        const [before, after] = [/^\s*/, /\s*$/].map((end) => end.exec(piece.strong)?.[0] ?? "");
        return `${before}**${plainInMarkdown(inside)}**${after}`;
      }
      const text = plainInMarkdown(piece.text);
      return leadsSomewhere(piece.to)
        ? `[${text}](<${piece.to.replace(/[<>\\]/g, encodeURIComponent)}>)`
        : text;
    })
    .join("");
}

/** Prose as plain text. */
export function prosePlain(prose: Prose): string {
  return pieces(prose)
    .map((piece) => (typeof piece === "string" ? piece : "strong" in piece ? piece.strong : piece.text))
    .join("");
}

/** Sources as a list of HTML. */
export function sourcesHtml(sources: readonly (Source | Citation)[]): Child {
  const items = sources.map((source) => {
    const { text, url } = sourceText(source);
    return el("li", {}, url !== undefined && leadsSomewhere(url) ? el("a", { href: url }, text) : text);
  });
  return items.length === 0 ? el("p", {}, "No source is given.") : el("ul", {}, ...items);
}
