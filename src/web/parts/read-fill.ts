import { addDatum, type Case, type Editable, type Statement, setDatum } from "../../case/index.ts";
import type { Shelf } from "./case-edits.ts";
import { confirmedNote, freshId, isDraft } from "./read-evidence.ts";

/** What the reader has filled in of a statement and of the datum it supports. */
export interface Filled {
  readonly quote: string;
  readonly kind: NonNullable<Statement["kind"]>;
  readonly speaker: string;
  readonly hedge: string;
  readonly draft: boolean;
  readonly makes: "nothing" | "event" | "tie";
  readonly who: string;
  readonly type: string;
  readonly whom: string;
  readonly when: string;
  readonly value: number;
}

interface Words {
  readonly document: string;
  readonly quote: string;
  readonly line: number;
}

/** The form as it opens: with what the statement has, or with the words and the actors that stand in them. */
export function filledFrom(source: Case, words: Words, statement: Statement | undefined): Filled {
  const quote = statement?.quote ?? words.quote;
  const [who = "", whom = ""] = actorsIn(source, quote);
  const [day] = /\b\d{4}-\d{2}(-\d{2})?\b/.exec(quote) ?? [""];
  return {
    quote,
    kind: statement?.kind ?? "fact",
    speaker: statement?.speaker ?? "",
    hedge: statement?.hedge ?? "",
    draft: statement !== undefined && isDraft(statement),
    makes: "nothing",
    who,
    whom,
    type: source.events.at(-1)?.type ?? "CONSULT",
    when: day,
    value: 0,
  };
}

/** The actors that a text names, in the order in which it does. */
function actorsIn(source: Case, text: string): readonly string[] {
  return source.actors
    .flatMap(({ id, name, aliases = [], script }) => {
      const found = [name, ...aliases, ...(script === undefined ? [] : [script])]
        .map((each) => text.indexOf(each))
        .filter((at) => at >= 0);
      return found.length === 0 ? [] : [{ id, at: Math.min(...found) }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

/** Whether all is said that the datum needs. */
export function isWhole({ makes, who, whom, when }: Filled): boolean {
  if (makes === "nothing") return true;
  return who !== "" && who !== whom && (makes === "event" ? when !== "" : whom !== "");
}

/** The case with what was filled in, and the id of its statement. */
export function written(
  shelf: Shelf,
  source: Case,
  words: Words,
  filled: Filled,
  statement: Statement | undefined,
): { readonly changed: Editable; readonly id: string } {
  if (statement !== undefined) {
    return { changed: mended(shelf.document, filled, statement), id: statement.id };
  }
  const id = freshId(filled.quote, new Set(source.statements.map((one) => one.id)), "s");
  const said = addDatum(shelf.document, "statements", {
    id,
    document: words.document,
    quote: filled.quote,
    line: filled.quote === words.quote ? words.line : undefined,
    kind: filled.kind,
    speaker: filled.speaker || undefined,
    hedge: filled.hedge || undefined,
    note: filled.draft ? "draft" : undefined,
  });
  return { changed: withDatum(said, source, filled, id), id };
}

function withDatum(document: Editable, source: Case, filled: Filled, evidence: string): Editable {
  const { makes, who, whom, when, type, value, quote } = filled;
  if (makes === "nothing") return document;
  if (makes === "tie") {
    return addDatum(document, "relations", {
      from: who,
      to: whom,
      value,
      since: when || undefined,
      evidence,
    });
  }
  return addDatum(document, "events", {
    id: freshId(quote, new Set(source.events.map((event) => event.id)), "e"),
    date: when,
    by: who,
    type,
    of: whom || undefined,
    text: quote,
    evidence,
  });
}

function mended(document: Editable, filled: Filled, statement: Statement): Editable {
  const note = filled.draft
    ? isDraft(statement)
      ? statement.note
      : ["draft", statement.note].filter((part) => part !== undefined).join(": ")
    : isDraft(statement)
      ? confirmedNote(statement)
      : statement.note;
  const wanted = [
    ["quote", filled.quote],
    ["kind", filled.kind],
    ["speaker", filled.speaker || undefined],
    ["hedge", filled.hedge || undefined],
    ["note", note],
    // Other words may begin on another line: the check finds them without it.
    ["line", filled.quote === statement.quote ? statement.line : undefined],
  ] as const;
  return wanted.reduce(
    (changed, [key, value]) => setDatum(changed, "statements", statement.id, [key], value),
    document,
  );
}
