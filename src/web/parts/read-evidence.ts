import { mode } from "../../base/index.ts";
import type { Case, Statement } from "../../case/index.ts";
import { eventTypes } from "../../events/index.ts";
import { untaken, wordsOf } from "./id-for.ts";

/** Where the words of a statement stand in its document. */
export interface Span {
  readonly statement: string;
  readonly from: number;
  readonly to: number;
}

/** A datum of the case with the statements that support it. */
export interface Datum {
  /** `section:id`, or `section:place` for data without an id: names it in the URL. */
  readonly key: string;
  readonly section: string;
  readonly label: string;
  readonly statements: readonly string[];
  /** Who did or feels what toward whom, where the datum says so. */
  readonly tie?: {
    readonly from: string;
    readonly to: string | undefined;
    readonly type: string;
    readonly sign: number;
    readonly date: string | undefined;
  };
}

/** The spans of a document's statements, in the order of the text. */
export function spansOf(source: Case, document: string): readonly Span[] {
  const text = source.texts[document] ?? "";
  const lines = lineStarts(text);
  return source.statements
    .filter((statement) => statement.document === document)
    .flatMap(({ id, quote, line }) => {
      const from = text.indexOf(quote, line === undefined ? 0 : (lines[line - 1] ?? 0));
      return from < 0 ? [] : [{ statement: id, from, to: from + quote.length }];
    })
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Where each line of a text begins. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The sentences of a text with their places; lines end sentences, and headings are none. */
export function sentencesOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const starts = lineStarts(text);
  return starts.flatMap((start, i) => {
    const line = text.slice(start, starts[i + 1] ?? text.length);
    if (/^\s*(#|$)/.test(line)) return [];
    return [...line.matchAll(/\S.*?(?:[.!?؟…]+["”’)\]]*(?=\s|$)|(?=\s*$))/gu)].map((match) => ({
      from: start + match.index,
      to: start + match.index + match[0].length,
    }));
  });
}

const SIGNS = new Map(eventTypes.map((type) => [type.id, type.sign === "cooperative" ? 1 : -1]));

/** All data of a case that name statements as their evidence. */
export function dataOf(source: Case): readonly Datum[] {
  const names = new Map([...source.actors, ...source.blocs].map((one) => [one.id, one.name]));
  const { head: _head, texts: _texts, values: _values, hash: _hash, statements: _own, ...sections } = source;
  return Object.entries(sections).flatMap(([section, items]) =>
    items.flatMap((item: object, i: number): readonly Datum[] => {
      const fields = item as Readonly<Record<string, unknown>>;
      const evidence = fields.evidence as string | readonly string[] | undefined;
      if (evidence === undefined) return [];
      const tie = tieOf(section, fields);
      return [
        {
          key: `${section}:${typeof fields.id === "string" ? fields.id : i}`,
          section,
          label: labelOf(fields, names),
          statements: typeof evidence === "string" ? [evidence] : evidence,
          ...(tie === undefined ? {} : { tie }),
        },
      ];
    }),
  );
}

function tieOf(section: string, fields: Readonly<Record<string, unknown>>): Datum["tie"] {
  if (section === "events") {
    const { by, of, type, date } = fields as { by: string; of?: string; type: string; date: string };
    return { from: by, to: of, type, sign: SIGNS.get(type) ?? 0, date };
  }
  if (section === "relations") {
    const { from, to, value, since } = fields as unknown as Case["relations"][number];
    const sign = Math.sign(mode(value));
    return { from, to, type: sign < 0 ? "hostile" : sign > 0 ? "friendly" : "neutral", sign, date: since };
  }
  return undefined;
}

function labelOf(fields: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, string>): string {
  for (const key of ["text", "name", "title"]) {
    const said = fields[key];
    if (typeof said === "string") return said;
  }
  const said = Object.entries(fields).filter(
    ([key, value]) =>
      !["id", "source", "evidence", "note", "confidence"].includes(key) &&
      (typeof value === "string" || typeof value === "number" || Array.isArray(value)),
  );
  return said
    .slice(0, 5)
    .map(
      ([key, value]) => `${key} ${typeof value === "string" ? (names.get(value) ?? value) : String(value)}`,
    )
    .join(", ");
}

/** Who says so: the one named, or the author of the document. */
export function speakerOf(source: Case, statement: Statement): string {
  const document = source.documents.find((one) => one.id === statement.document);
  return statement.speaker ?? document?.author ?? document?.title ?? statement.document;
}

/**
 * Statements that contradict each other: one speaker says of the same two actors that the first is friendly to the
 * second, and that it is hostile. Deeds that an author merely reports do not count: they may both have happened.
 */
export function contradictions(source: Case, data: readonly Datum[]): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, Map<number, Set<string>>>();
  const by = new Map(source.statements.map((statement) => [statement.id, statement]));
  for (const { tie, statements } of data) {
    if (tie === undefined || tie.to === undefined || tie.sign === 0) continue;
    for (const id of statements) {
      const statement = by.get(id);
      if (statement === undefined) continue;
      if (statement.speaker === undefined && statement.kind !== "tie" && statement.kind !== "claim") continue;
      const key = JSON.stringify([speakerOf(source, statement), tie.from, tie.to]);
      const signs = said.get(key) ?? new Map<number, Set<string>>();
      said.set(key, signs);
      signs.set(tie.sign, (signs.get(tie.sign) ?? new Set()).add(id));
    }
  }
  const found = new Map<string, readonly string[]>();
  for (const signs of said.values()) {
    const [friendly, hostile] = [signs.get(1) ?? [], signs.get(-1) ?? []].map((ids) => [...ids]);
    for (const [ours, theirs] of [
      [friendly, hostile],
      [hostile, friendly],
    ]) {
      for (const id of ours) {
        const others = theirs.filter((other) => other !== id);
        if (others.length > 0) found.set(id, [...new Set([...(found.get(id) ?? []), ...others])]);
      }
    }
  }
  return found;
}

const DRAFT = /^draft\b:?\s*/i;

/** Whether a statement waits to be confirmed: its note begins with "draft". */
export function isDraft(statement: Statement): boolean {
  return DRAFT.test(statement.note ?? "");
}

/** The note of a statement once it is confirmed. */
export function confirmedNote(statement: Statement): string | undefined {
  return (statement.note ?? "").replace(DRAFT, "") || undefined;
}

/** An id from the first words of a text that nothing has yet. */
export function freshId(words: string, taken: ReadonlySet<string>, prefix: string): string {
  const slug = wordsOf(words).slice(0, 5).join("-").slice(0, 50).replace(/-+$/, "");
  return untaken(`${prefix}-${slug === "" ? "words" : slug}`, taken);
}
