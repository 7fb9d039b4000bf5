// A small pure function of the source as a formula to be read: what it gives, with its constants put in.
import ts from "typescript";

/** A formula in words and signs, and the other functions that it rests on. */
export interface Formula {
  readonly text: string;
  /** Names of functions that it calls and that have no sign of their own. */
  readonly calls: readonly string[];
}

/** How an access such as `move.actor` is said. */
const said: { readonly [access: string]: string } = {
  "move.actor": "actor",
  "move.target": "target",
  "move.object": "object",
  "move.amount": "amount",
  "scene.state.pressure": "pressure",
  "world.quota": "quota",
  "scene.world.quota": "quota",
  "scene.world.seats": "seats of the assembly",
};

/** How a table is said, whose place follows. */
const tables: { readonly [access: string]: string } = {
  "scene.state.grievance": "grievance of",
  "scene.standing": "standing of",
  standing: "standing of",
};

/** How the value of a function is said that has no arguments worth naming. */
const saidCalls: { readonly [name: string]: string } = {
  reaches: "the chance that the votes reach the quota",
  ruler: "head of government",
  signatures: "all signatures",
};

const signs: { readonly [operator: string]: string } = {
  "*": "×",
  "-": "−",
  "===": "is",
  "!==": "is not",
  "&&": "and",
  "||": "or",
  ">=": "≥",
  "<=": "≤",
};

type Names = ReadonlyMap<string, ts.Expression>;

/**
 * The value of a function as a formula.
 *
 * @returns nothing for a function with a loop, or of another form than conditions, constants and values.
 * What is given where something is absent (no party, no assembly) is left out.
 */
export function formulaOf(body: ts.ConciseBody): Formula | undefined {
  const calls = new Set<string>();
  try {
    const text = ts.isBlock(body) ? blockText(body.statements, calls) : say(body, new Map(), calls);
    return { text, calls: [...calls] };
  } catch (error) {
    if (error instanceof Unsaid) return undefined;
    throw error;
  }
}

/** Thrown for what has no place in a formula. */
class Unsaid extends Error {}

function blockText(statements: readonly ts.Statement[], calls: Set<string>): string {
  const names = new Map<string, ts.Expression>();
  const parts: string[] = [];
  for (const statement of statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && initializer !== undefined) names.set(name.text, initializer);
      }
    } else if (ts.isIfStatement(statement) && ts.isReturnStatement(statement.thenStatement)) {
      const { expression } = statement.thenStatement;
      if (expression === undefined) throw new Unsaid();
      parts.push(`${say(expression, names, calls)} if ${say(statement.expression, names, calls)}; else `);
    } else if (ts.isReturnStatement(statement) && statement.expression !== undefined) {
      parts.push(say(statement.expression, names, calls));
    } else if (ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression)) {
      calls.add(statement.expression.expression.getText());
    } else throw new Unsaid();
  }
  return parts.join("");
}

function say(node: ts.Expression, names: Names, calls: Set<string>): string {
  const inner = (part: ts.Expression): string => say(part, names, calls);
  if (ts.isNumericLiteral(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return bracketed(inner(node.expression));
  if (ts.isPrefixUnaryExpression(node)) return `−${inner(node.operand)}`;
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.getText();
    // a number so small only keeps a division from failing
    if (operator === "+" && Number(node.right.getText()) < 1e-6) return inner(node.left);
    return `${inner(node.left)} ${signs[operator] ?? operator} ${inner(node.right)}`;
  }
  if (ts.isConditionalExpression(node)) {
    const there = guarded(node);
    if (there !== undefined) return inner(there);
    return `${inner(node.whenTrue)} if ${inner(node.condition)}, else ${inner(node.whenFalse)}`;
  }
  if (ts.isIdentifier(node)) {
    const constant = names.get(node.text);
    if (constant === undefined) return node.text;
    return ts.isBinaryExpression(constant) || ts.isConditionalExpression(constant)
      ? bracketed(inner(constant))
      : inner(constant);
  }
  if (ts.isPropertyAccessExpression(node)) {
    const known = said[node.getText()];
    if (known !== undefined) return known;
    throw new Unsaid();
  }
  if (ts.isElementAccessExpression(node)) return place(node, inner);
  if (ts.isCallExpression(node)) return call(node, inner, calls);
  throw new Unsaid();
}

/** Brackets where more than one part stands. */
const bracketed = (text: string): string => (/^[\w.]+(\(.*\))?$/.test(text) ? text : `(${text})`);

/** What a condition gives when what it asks for is there: `x < 0 ? 0 : value`, `x > 0 ? value : 0`. */
function guarded({ condition, whenTrue, whenFalse }: ts.ConditionalExpression): ts.Expression | undefined {
  if (!ts.isBinaryExpression(condition) || condition.right.getText() !== "0") return undefined;
  const operator = condition.operatorToken.getText();
  if (operator === "<") return whenFalse;
  return operator === ">" && whenFalse.getText() === "0" ? whenTrue : undefined;
}

function place(node: ts.ElementAccessExpression, inner: (part: ts.Expression) => string): string {
  const table = node.expression.getText();
  if (/(^|\.)decider$/.test(table)) return inner(node.argumentExpression);
  if (/(^|\.)parameters$/.test(table)) return `\`${node.argumentExpression.getText().slice(1, -1)}\``;
  if (tables[table] === undefined) throw new Unsaid();
  return `${tables[table]} ${inner(node.argumentExpression)}`;
}

function call(node: ts.CallExpression, inner: (part: ts.Expression) => string, calls: Set<string>): string {
  const name = node.expression.getText();
  const values = node.arguments.filter((part) => !["scene", "tally"].includes(part.getText()));
  if (name === "relation") return `tie of ${inner(values[0])} to ${inner(values[1])}`;
  if (name === "disposes") return `${values[1].getText().slice(1, -1)} of ${inner(values[0])}`;
  if (saidCalls[name] !== undefined) return saidCalls[name];
  const short = /^(?:Math\.)?(min|max|exp|log)$/.exec(name)?.[1];
  if (short === undefined) calls.add(name);
  return `${short ?? name}(${values.map(inner).join(", ")})`;
}
