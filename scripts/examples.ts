// The code examples of README, docs and doc comments: found, and made runnable.
import ts from "typescript";

/** A fenced block of code and where its first line stands. */
export interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

const FENCE = /^(\s*)```(\w*)\s*$/;

/** The blocks fenced as ```` ```language ```` in a page of Markdown. */
export function blocks(file: string, markdown: string, language: string): readonly Example[] {
  const found: Example[] = [];
  let open: { readonly line: number; readonly language: string; readonly code: string[] } | undefined;
  markdown.split("\n").forEach((text, i) => {
    const fence = FENCE.exec(text);
    if (fence === null) open?.code.push(text);
    else if (open === undefined) open = { line: i + 2, language: fence[2], code: [] };
    else {
      if (open.language === language) found.push({ file, line: open.line, code: open.code.join("\n") });
      open = undefined;
    }
  });
  return found;
}

/** The same in the doc comments of a TypeScript file. */
export function blocksInComments(file: string, source: string, language: string): readonly Example[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
    const before = source.slice(0, comment.index).split("\n").length - 1;
    const markdown = comment[0].replaceAll(/^[ \t]*(?:\/\*\*|\*(?!\/)) ?/gm, "");
    return blocks(file, markdown, language).map((block) => ({ ...block, line: block.line + before }));
  });
}

/** The code with `tawazun/room` led to the source of that room, seen from `folder`. */
export function fromSource(code: string, folder: string): string {
  return code.replaceAll(/(["'])tawazun\/([\w-]+)\1/g, `"${folder}/src/$2/index.ts"`);
}

/** What stands after `//=>`, and the statement that it speaks of. */
function expectations(
  source: ts.SourceFile,
): readonly { readonly of: ts.Statement; readonly text: string; readonly line: number }[] {
  const code = source.text;
  return [...code.matchAll(/\/\/=>(.*)$/gm)].map((comment) => {
    const line = code.slice(0, comment.index).split("\n").length;
    const of = source.statements.filter((statement) => statement.end <= comment.index).at(-1);
    const between = of === undefined ? "none" : code.slice(of.end, comment.index);
    if (of === undefined || !/^[ \t]*\n?[ \t]*$/.test(between)) {
      throw new Error(`line ${line}: no whole statement stands before this //=>`);
    }
    return { of, text: comment[1].trim(), line };
  });
}

/** What a statement yields: the value of an expression, or of the one name that it declares. */
function yielded(statement: ts.Statement, line: number): { readonly value: string; readonly keep: boolean } {
  if (ts.isExpressionStatement(statement)) return { value: statement.expression.getText(), keep: false };
  if (ts.isVariableStatement(statement)) {
    const [first, ...others] = statement.declarationList.declarations;
    if (others.length === 0 && ts.isIdentifier(first.name)) return { value: first.name.text, keep: true };
  }
  throw new Error(`line ${line}: //=> may follow an expression or one const`);
}

/** `0.33…` stands for every number that is written so far in the same way. */
const withRoundNumbers = (expected: string): string =>
  expected.replaceAll(/(-?\d+(?:\.\d+)?)…/g, 'about("$1")');

/**
 * The code with each `//=>` turned into a check, on the same lines. It imports its checks from `checks`.
 *
 * @throws {Error} if a `//=>` follows nothing that has a value.
 */
export function withChecks(code: string, checks: string): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  let checked = code;
  for (const { of, text, line } of [...expectations(source)].reverse()) {
    const { value, keep } = yielded(of, line);
    const thrown = /^throws (\S+)$/.exec(text)?.[1];
    const check =
      thrown === undefined
        ? `await is(${line}, async () => (${value}), (${withRoundNumbers(text)}));`
        : `await throws(${line}, async () => (${value}), ${JSON.stringify(thrown)});`;
    checked = `${checked.slice(0, keep ? of.end : of.getStart())} ${check}${checked.slice(of.end)}`;
  }
  return `import { about, is, throws } from "${checks}"; ${checked}\nexport {};\n`;
}
