import type { Case, Statement } from "../../case/index.ts";
import { anchorId, type NumberFact, number, type Part, plural, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { citationsOf } from "./cite.ts";

/** Where a statement stands in the report, for whatever leads to its words. */
export function anchorOf(statement: string): string {
  return anchorId(`statement-${statement}`);
}

/** Whether the words of a statement stand in its document, letter by letter. */
function isTied(source: Case, statement: Statement): boolean {
  return source.texts[statement.document]?.includes(statement.quote) ?? false;
}

export function statementsInWords(source: Case): readonly string[] {
  if (source.statements.length === 0) return [];
  const tied = source.statements.filter((statement) => isTied(source, statement)).length;
  const all = source.statements.length;
  return [
    `${plural(source.documents.length, "document")} ${source.documents.length === 1 ? "yields" : "yield"} ${plural(all, "statement")}, ${
      tied === all ? (all === 1 ? "tied" : "all of them tied") : `${number(tied)} of them tied`
    } to the words that say so.`,
  ];
}

const MOST = 400;

/** What the documents say, statement by statement, with the words. */
export function statementParts(study: Study): readonly Part[] {
  const { source } = study;
  if (source.statements.length === 0) {
    return [
      {
        kind: "paragraph",
        text: "The case has no statements: nothing in it is tied to the words of a document.",
      },
    ];
  }
  const tied = source.statements.filter((statement) => isTied(source, statement)).length;
  const title = new Map(source.documents.map((document) => [document.id, document.title]));
  const fact: NumberFact = {
    kind: "number",
    id: "record-statements",
    label: "Statements tied to words of a document",
    value: tied / source.statements.length,
    unit: "share",
    method: "exact",
    assumptions: [
      "A statement is tied if its quote stands in the document letter by letter; whether it says what the datum says, a reader must judge.",
    ],
    sources: citationsOf(source, source.documents),
    note: `${tied} of ${source.statements.length}.`,
  };
  const shown = source.statements.slice(0, MOST);
  return [
    { kind: "subheading", title: "What the documents say" },
    fact,
    documentTable(source),
    table(
      "Statements, with the words that say so",
      [
        { key: "document", name: "Document" },
        { key: "line", name: "Line" },
        { key: "kind", name: "Kind" },
        { key: "quote", name: "Words", wide: true },
        { key: "speaker", name: "Says who" },
        { key: "hedge", name: "Hedge" },
      ],
      shown.map((statement) => ({
        anchor: anchorOf(statement.id),
        document: title.get(statement.document) ?? statement.document,
        line: statement.line,
        kind: statement.kind,
        quote: `“${statement.quote}”`,
        speaker: statement.speaker,
        hedge: statement.hedge,
      })),
      {
        anchor: "anchor",
        ...(shown.length < source.statements.length
          ? { note: `The first ${MOST} of ${number(source.statements.length)}.` }
          : {}),
      },
    ),
  ];
}

function documentTable(source: Case): Part {
  const kinds = [...new Set(source.statements.map((statement) => statement.kind ?? "other"))];
  return table(
    "Documents",
    [
      { key: "title", name: "Document", wide: true },
      { key: "author", name: "Author" },
      { key: "date", name: "Date", unit: "date" },
      { key: "count", name: "Statements" },
      ...kinds.map((kind) => ({ key: `kind-${kind}`, name: kind })),
    ],
    source.documents.map((document) => {
      const mine = source.statements.filter((statement) => statement.document === document.id);
      return {
        title: document.title,
        author: document.author,
        date: document.date,
        count: mine.length,
        ...Object.fromEntries(
          kinds.map((kind) => [
            `kind-${kind}`,
            mine.filter((statement) => (statement.kind ?? "other") === kind).length,
          ]),
        ),
      };
    }),
  );
}
