import { TawazunError } from "../base/index.ts";

/** A value given to an option of a term. */
export type OptionValue = string | number | boolean;

/** One term of a formula: a statistic with what it is taken of and how. */
export interface Term {
  /** As written, without needless space: the coefficient's name. */
  readonly text: string;
  readonly statistic: string;
  /** Networks and attributes, in order. */
  readonly of: readonly string[];
  readonly options: { readonly [name: string]: OptionValue };
}

interface Token {
  readonly text: string;
  readonly at: number;
  readonly kind: "name" | "number" | "text" | "mark" | "end";
}

const TOKEN =
  /\s*(?:(?<name>[A-Za-z_.][\w.]*(?:[$@][A-Za-z_.][\w.-]*)*)|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|"(?<text>[^"]*)"|'(?<quoted>[^']*)'|(?<mark>[-+(),=~]))/y;

function tokens(formula: string): readonly Token[] {
  const list: Token[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (formula.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(formula);
    if (match?.groups === undefined) {
      throw new TawazunError(
        "formula/character",
        `Column ${at + 1} of the formula, "${formula.slice(at, at + 12)}", cannot be read.`,
      );
    }
    const { name, number, text, quoted, mark } = match.groups;
    at = TOKEN.lastIndex;
    if (name !== undefined) list.push({ text: name, at, kind: "name" });
    else if (number !== undefined) list.push({ text: number, at, kind: "number" });
    else if (mark !== undefined) list.push({ text: mark, at, kind: "mark" });
    else list.push({ text: text ?? quoted ?? "", at, kind: "text" });
  }
  list.push({ text: "the end", at: formula.length, kind: "end" });
  return list;
}

/**
 * Reads a formula: statistics joined by `+`, each with what it is taken of and its options.
 *
 * @param formula such as `inertia(h=30) + recip(conflictual, h=30) + same(group)`; a left side with `~`
 * is allowed and left out of the terms; `1` is the intercept.
 * @throws {TawazunError} `formula/…` with the column where reading stopped.
 *
 * @remarks The grammar is that of goldfish's formulas in R, so that these can be read as they stand:
 * `inertia(calls, weighted = TRUE, window = 604800)`, `mixed_trans(list(calls, friends))`.
 *
 * @example
 * ```ts
 * import { formula } from "tawazun/behave";
 * formula("inertia(h=30) + same(group)").map((term) => term.statistic); //=> ["inertia", "same"]
 * formula("recip(conflictual, h=30)")[0].options; //=> { h: 30 }
 * ```
 */
export function formula(text: string): readonly Term[] {
  const list = tokens(text);
  let next = 0;
  const fail = (wanted: string): never => {
    const token = list[next];
    throw new TawazunError(
      "formula/syntax",
      `Column ${Math.max(1, token.at - token.text.length + 1)} of the formula: ${wanted} is expected, not "${token.text}".`,
    );
  };
  const peek = (mark: string): boolean => list[next].kind === "mark" && list[next].text === mark;
  const accept = (mark: string): boolean => {
    const found = peek(mark);
    if (found) next += 1;
    return found;
  };
  const demand = (mark: string): void => {
    if (!accept(mark)) fail(`"${mark}"`);
  };

  function value(): OptionValue {
    const minus = accept("-");
    const token = list[next];
    if (token.kind === "number") {
      next += 1;
      return minus ? -Number(token.text) : Number(token.text);
    }
    if (minus || (token.kind !== "name" && token.kind !== "text")) return fail("a number, a name or a text");
    next += 1;
    if (token.kind === "name" && /^(true|TRUE|T)$/.test(token.text)) return true;
    if (token.kind === "name" && /^(false|FALSE|F)$/.test(token.text)) return false;
    return token.text;
  }

  function term(): Term {
    const head = list[next];
    if (head.kind === "number" && head.text === "1") {
      next += 1;
      return { text: "intercept", statistic: "intercept", of: [], options: {} };
    }
    if (head.kind !== "name") fail("the name of a statistic");
    next += 1;
    const of: string[] = [];
    const options: { [name: string]: OptionValue } = {};
    if (accept("(") && !accept(")")) {
      do {
        if (list[next].kind === "name" && list[next + 1].text === "=" && list[next + 1].kind === "mark") {
          const name = list[next].text;
          next += 2;
          options[name] = value();
        } else if (list[next].text === "list" && list[next + 1].text === "(") {
          next += 2;
          do of.push(String(value()));
          while (accept(","));
          demand(")");
        } else of.push(String(value()));
      } while (accept(","));
      demand(")");
    }
    const inside = [...of, ...Object.entries(options).map(([name, given]) => `${name}=${given}`)];
    const written = inside.length === 0 ? head.text : `${head.text}(${inside.join(", ")})`;
    return { text: written, statistic: head.text, of, options };
  }

  if (list.some((token) => token.kind === "mark" && token.text === "~")) {
    while (!peek("~")) next += 1;
    next += 1;
  }
  if (list[next].kind === "end") {
    throw new TawazunError(
      "formula/empty",
      "The formula is empty; write such as inertia(h=30) + recip(h=30).",
    );
  }
  const terms = [term()];
  while (accept("+")) terms.push(term());
  if (list[next].kind !== "end") fail('"+" or the end');
  const names = new Set<string>();
  for (const { text: name } of terms) {
    if (names.has(name)) throw new TawazunError("formula/twice", `The formula has ${name} twice.`);
    names.add(name);
  }
  return terms;
}
