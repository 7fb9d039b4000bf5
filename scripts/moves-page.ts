// docs/reference/moves.md: every kind of move, with what its doc comment says and what its functions reckon.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { type MoveKind, moveKinds } from "../src/simulate/index.ts";
import { cited, signed, tableLines } from "./cells.ts";
import { formulaOf } from "./formula.ts";
import { root } from "./root.ts";

const FOLDER = "src/simulate/moves";

/** The file of a kind of move, with the record in it. */
interface Written {
  readonly file: string;
  readonly source: ts.SourceFile;
  readonly record: ts.ObjectLiteralExpression;
  /** Paragraphs of the doc comment. */
  readonly says: readonly string[];
}

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);

/** Paragraphs of the doc comment before a node. */
function paragraphs(source: ts.SourceFile, node: ts.Node): readonly string[] {
  const [comment] = ts.getLeadingCommentRanges(source.text, node.getFullStart())?.slice(-1) ?? [];
  if (comment === undefined) return [];
  const lines = source.text
    .slice(comment.pos, comment.end)
    .replaceAll(/^\/\*\*|\*\/$/g, "")
    .replaceAll(/^[ \t]*\* ?/gm, "");
  return lines.split(/\n\s*\n/).map((part) => part.replaceAll(/\s+/g, " ").trim());
}

function propertyOf(
  record: ts.ObjectLiteralExpression,
  name: string,
): ts.ObjectLiteralElementLike | undefined {
  return record.properties.find((property) => property.name?.getText() === name);
}

/** The records of the catalogue's folder by their id. */
function written(): ReadonlyMap<string, Written> {
  const found = new Map<string, Written>();
  for (const file of globSync(`${FOLDER}/*.ts`, { cwd: root, exclude: ["**/*.test.ts"] }).sort()) {
    const source = parsed(file);
    for (const statement of source.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const [{ type, initializer: record }] = statement.declarationList.declarations;
      if (type?.getText() !== "MoveKind" || record === undefined || !ts.isObjectLiteralExpression(record))
        continue;
      const id = propertyOf(record, "id");
      if (id === undefined || !ts.isPropertyAssignment(id) || !ts.isStringLiteral(id.initializer)) continue;
      found.set(id.initializer.text, { file, source, record, says: paragraphs(source, statement) });
    }
  }
  return found;
}

/** What the doc comment of a function says in its first sentence, here or where it is imported from. */
function saysOf(source: ts.SourceFile, name: string): string | undefined {
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) {
      return /^.*?\.(?=\s|$)/.exec(paragraphs(source, statement)[0] ?? "")?.[0];
    }
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const names = statement.importClause?.namedBindings;
    if (names === undefined || !ts.isNamedImports(names)) continue;
    if (!names.elements.some((element) => element.name.text === name)) continue;
    return saysOf(parsed(normalize(join(dirname(source.fileName), statement.moduleSpecifier.text))), name);
  }
  return undefined;
}

/** What the functions that a function of a record calls say of themselves. */
function restsOn({ source, record }: Written, name: string): string {
  const called = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) called.add(node.expression.text);
    node.forEachChild(visit);
  };
  propertyOf(record, name)?.forEachChild(visit);
  const says = [...called].flatMap((one) => {
    const sentence = saysOf(source, one);
    return sentence === undefined ? [] : [`\`${one}\`: ${sentence}`];
  });
  return says.length === 0 ? `See \`${name}\` in its file.` : `It rests on these. ${says.join(" ")}`;
}

/** What a property of a record does: written there, or a function of the same file that it names. */
function bodyOf(source: ts.SourceFile, property: ts.ObjectLiteralElementLike): ts.ConciseBody | undefined {
  if (ts.isMethodDeclaration(property)) return property.body;
  if (ts.isShorthandPropertyAssignment(property)) {
    const named = source.statements.find(
      (one): one is ts.FunctionDeclaration =>
        ts.isFunctionDeclaration(one) && one.name?.text === property.name.text,
    );
    return named?.body;
  }
  return ts.isPropertyAssignment(property) && ts.isArrowFunction(property.initializer)
    ? property.initializer.body
    : undefined;
}

/** A function of a record as a formula, with what the functions that it calls say of themselves. */
function reckoned({ source, record, file }: Written, name: string, unit: string): string {
  const property = propertyOf(record, name);
  if (property === undefined) throw new Error(`${file} has no ${name}`);
  const body = bodyOf(source, property);
  const formula = body === undefined ? undefined : formulaOf(body);
  if (formula === undefined) return `see \`${name}\` in its file`;
  const known = formula.calls.flatMap((called) => {
    const says = saysOf(source, called);
    return says === undefined ? [] : [`\`${called}\`: ${says}`];
  });
  return [`${formula.text}${formula.text === "1" ? unit.replace("points", "point") : unit}.`, ...known].join(
    " ",
  );
}

function section(kind: MoveKind, here: Written): string {
  const needs = here.says.filter((part) => part.startsWith("Needs: "));
  if (needs.length !== 1)
    throw new Error(`${here.file}: the doc comment must say, after "Needs: ", what the move needs.`);
  const about = here.says.filter((part) => !part.startsWith("Needs: ") && !part.startsWith("@"));
  const lines = [
    `- Needs: ${needs[0].slice("Needs: ".length)}`,
    `- Event: ${kind.type}, tone ${signed(kind.tone)}; commonness ${signed(kind.commonness)}`,
    ...(kind.object === undefined ? [] : [`- About: a ${kind.object}`]),
    `- Price: ${kind.price === undefined ? "none." : reckoned(here, "price", " points")}`,
    `- Odds: ${kind.odds === undefined ? "it always comes off." : reckoned(here, "odds", "")}`,
    ...(kind.prospect === undefined
      ? []
      : [`- A prospect is weighed beside the effects. ${restsOn(here, "prospect")}`]),
    ...(kind.fail === undefined ? [] : ["- If it fails, that too has effects."]),
    `- Rows of the founding case: ${kind.rows.join(", ")}`,
    `- Sources: ${cited(kind.sources)}`,
    `- File: \`${here.file}\``,
  ];
  return [`## ${kind.name}`, "", `\`${kind.id}\``, "", about.join("\n\n"), "", ...lines].join("\n");
}

const INTRODUCTION = `Every kind of move that an actor can make in a play: ${moveKinds.length} of them. \`moveKinds\` of
[tawazun/simulate](simulate.md) holds them, and their order is part of what a seed means. How an actor chooses among
its moves: [how the play works](../why/play.md). How to write another: [add a move](../how-to/add-a-move.md).

- **Target**: whom the move is toward. An actor turns only to those it has to do with: where the case gives a tie
  either way, or both are in domestic politics and share a list or an alliance, or one of them is head of government.
  Whatever an actor leads moves with it.
- **Tone**: the Goldstein intensity of the event that the move makes, divided by 10: −1 hostile to +1 friendly.
- **Commonness**: the log-odds of the kind beside a consultation, all else equal. Ours.
- **Price**: what the move costs its maker beyond its effects, in points (hundredths of utility). Ours.
- **Odds**: the probability that the move comes off. The constants are ours.
- Names in \`code\` with a dot are [parameters](parameters.md).
- **Rows** are those of [the founding case](../../cases/iraq-2012/README.md): the parts of the system that the move
  makes playable.

The formulas are read off the source by a program. What is given where something is absent (no party, no assembly) is
left out of them.`;

/** The page as it must be. */
export function movesPage(note: string): string {
  const files = written();
  const sections = moveKinds.map((kind) => {
    const here = files.get(kind.id);
    if (here === undefined) throw new Error(`No file of ${FOLDER} holds the move "${kind.id}".`);
    return section(kind, here);
  });
  const rows = moveKinds.map(({ id, name, type, tone, commonness, rows: served }) => [
    name,
    `\`${id}\``,
    type,
    signed(tone),
    signed(commonness),
    served.join(", "),
  ]);
  const table = tableLines(["move", "id", "PLOVER type", "tone", "commonness", "rows"], rows);
  return `${["# Moves", note, INTRODUCTION, table.join("\n"), ...sections].join("\n\n")}\n`;
}
