// What makes two machines differ is not allowed in the rooms: functions of Math that engines round differently,
// chance without a seed, clocks, and the machine's language. This reads the syntax tree of each source file for it.
import ts from "typescript";

const EXACT_FUNCTIONS =
  "abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN2 LN10 LOG2E LOG10E PI SQRT2 SQRT1_2";
const exact = new Set(EXACT_FUNCTIONS.split(" "));

const FORBIDDEN_NAMES: Readonly<Record<string, string>> = {
  Date: "a clock; count days with the dates of base",
  performance: "a clock; measure time in run or in a door",
  crypto: "chance without a seed; ask for a Random",
  Intl: "the machine's language; write the format out",
  globalThis: "a way around this check",
};

const OF_THE_MACHINE = /^(localeCompare|toLocale\w+)$/;

/** Folders of src that only the doors and the running of work live in: these may read clocks. */
const OUTSIDE = /^src\/(run|cli|server|web)\//;

/** Whether a file must give the same bits on every machine. */
export function mustBeExact(file: string): boolean {
  return file.startsWith("src/") && !OUTSIDE.test(file) && !file.endsWith(".test.ts");
}

/** Whether an identifier stands for a value, not for a key or a name that is being given. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === node;
  const namesSomething =
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isFunctionDeclaration(parent);
  return !namesSomething;
}

/** Names that a file gives to something of its own. */
function ownNames(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (declares && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

const isWhole = (node: ts.Expression): boolean => ts.isNumericLiteral(node) && /^\d+$/.test(node.text);

/** Squares, powers of 2, 4, 8 … and powers of two whole literals are the same everywhere; other powers are not. */
function isExactPower(base: ts.Expression, exponent: ts.Expression): boolean {
  const isPowerOfTwo = isWhole(base) && Number.isInteger(Math.log2(Number(base.getText())));
  return isPowerOfTwo || (isWhole(exponent) && (isWhole(base) || exponent.getText() === "2"));
}

function wrongWith(node: ts.Node, own: ReadonlySet<string>): string | undefined {
  if (ts.isIdentifier(node) && isReference(node) && !own.has(node.text)) {
    if (node.text === "Math") {
      const { parent } = node;
      if (!ts.isPropertyAccessExpression(parent))
        return "Math must be written as Math.name, so that it can be read";
      const name = parent.name.text;
      if (name === "random") return "Math.random is chance without a seed; ask for a Random";
      if (!exact.has(name)) return `Math.${name} differs between engines; use exp and log of base`;
    }
    const why = FORBIDDEN_NAMES[node.text];
    if (Object.hasOwn(FORBIDDEN_NAMES, node.text)) return `${node.text} is ${why}`;
  }
  if (ts.isPropertyAccessExpression(node) && OF_THE_MACHINE.test(node.name.text)) {
    return `${node.name.text} follows the machine's language; compare and write texts plainly`;
  }
  if (ts.isBinaryExpression(node)) {
    const power = [ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken];
    if (power.includes(node.operatorToken.kind) && !isExactPower(node.left, node.right)) {
      return "this power differs between engines; multiply, or use exp and log of base";
    }
  }
  return undefined;
}

/**
 * What in a source text may give different bits on different machines.
 *
 * @returns one line for each: `src/base/x.ts:3:7: Math.exp differs …`.
 */
export function inexact(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const own = ownNames(source);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const wrong = wrongWith(node, own);
    if (wrong !== undefined) {
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}:${character + 1}: ${wrong}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
