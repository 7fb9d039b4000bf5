import { didYouMean, TawazunError } from "../base/index.ts";
import { statistics } from "./statistics/index.ts";

/** A value given to an option of a term. */
export type OptionValue = string | number | boolean;

/** One term of a formula: a statistic with what it is taken of and how. */
export interface Term {
  /** As written, without needless space: the coefficient's name. */
  readonly text: string;
  /** The statistic's own name, whichever of its other names was written. */
  readonly statistic: string;
  /** Where the term begins in the formula, from 1. */
  readonly column: number;
  /** Networks and attributes, in order. */
  readonly of: readonly string[];
  readonly options: { readonly [name: string]: OptionValue };
}

interface Token {
  readonly text: string;
  /** Place of its first letter, from 0. */
  readonly from: number;
  readonly kind: "name" | "number" | "text" | "mark" | "end";
}

const TOKEN =
  /\s*(?:(?<name>[A-Za-z_.][\w.]*(?:-[A-Za-z][\w.]*)*(?:[$@][A-Za-z_.][\w.-]*)*)|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|"(?<text>[^"]*)"|'(?<quoted>[^']*)'|(?<mark>[-+(),=~]))/y;

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
        `Column ${at + formula.slice(at).search(/\S/) + 1} of the formula, "${formula.slice(at, at + 12).trim()}", cannot be read.`,
      );
    }
    const { name, number, text, quoted, mark } = match.groups;
    const from = at + match[0].search(/\S/);
    at = TOKEN.lastIndex;
    if (name !== undefined) list.push({ text: name, from, kind: "name" });
    else if (number !== undefined) list.push({ text: number, from, kind: "number" });
    else if (mark !== undefined) list.push({ text: mark, from, kind: "mark" });
    else list.push({ text: text ?? quoted ?? "", from, kind: "text" });
  }
  list.push({ text: "the end", from: formula.trimEnd().length, kind: "end" });
  return list;
}

/** Names that other programs give to statistics, in small letters with underscores. */
const OTHER_NAMES: { readonly [name: string]: string } = {
  reciprocity: "recip",
  indegree: "indeg",
  popularity: "indeg",
  outdegree: "outdeg",
  activity: "outdeg",
  transitivity: "trans",
  otp: "trans",
  itp: "cycle",
  isp: "common_sender",
  osp: "common_receiver",
  four_cycle: "four",
  node_transitivity: "node_trans",
  different: "diff",
  difference: "diff",
  similar: "sim",
  similarity: "sim",
  ego_alter_int: "ego_alter_interaction",
  friends_of_friends: "friend_of_friend",
};

/** `friendOfFriend`, `Friend-of-friend` and `friend.of.friend` are one name. */
function spelled(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/[-.]/g, "_")
    .toLowerCase();
}

/** The name under which a statistic is kept. */
function statisticNamed(name: string, column: number): string {
  const known = statistics.map((statistic) => statistic.id);
  const id = OTHER_NAMES[spelled(name)] ?? spelled(name);
  if (known.includes(id)) return id;
  throw new TawazunError(
    "statistic/name",
    `Column ${column} of the formula: there is no statistic "${name}".${didYouMean(spelled(name), [...known, ...Object.keys(OTHER_NAMES)])} Known are ${known.join(", ")}.`,
  );
}

/** A name or a text as it has to be written to be read again. */
function written(value: OptionValue): string {
  const text = String(value);
  return typeof value !== "string" ||
    /^[A-Za-z_.][\w.]*(-[A-Za-z][\w.]*)*([$@][A-Za-z_.][\w.-]*)*$/.test(text)
    ? text
    : text.includes('"')
      ? `'${text}'`
      : `"${text}"`;
}

/**
 * Reads a formula: statistics joined by `+`, each with what it is taken of and its options.
 *
 * @param formula such as `inertia(h=30) + recip(conflictual, h=30) + same(group)`; a left side with `~`
 * is allowed and left out of the terms; `1` is the intercept.
 * @throws {TawazunError} `formula/…` with the column where reading stopped; `statistic/name` with the column
 * and the near miss.
 *
 * @remarks In the usual notation:
 *
 * ```text
 * formula   = [ name "~" ] term { "+" term }
 * term      = "1" | statistic [ "(" [ argument { "," argument } ] ")" ]
 * argument  = network | attribute | "list(" name { "," name } ")" | option "=" value
 * value     = number | name | "text" | TRUE | FALSE
 * ```
 *
 * Large and small letters, underscores, hyphens and dots do not tell names of statistics apart, and names of
 * other programs are known: `reciprocity`, `otp`, `popularity`. The grammar is that of goldfish's formulas in R, so that these can be read as they stand:
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
      `Column ${token.from + 1} of the formula: ${wanted} is expected, not "${token.text}".`,
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
      return { text: "intercept", statistic: "intercept", column: head.from + 1, of: [], options: {} };
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
    const inside = [
      ...of.map(written),
      ...Object.entries(options).map(([name, given]) => `${name}=${written(given)}`),
    ];
    const column = head.from + 1;
    return {
      text: inside.length === 0 ? head.text : `${head.text}(${inside.join(", ")})`,
      statistic: statisticNamed(head.text, column),
      column,
      of,
      options,
    };
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
  for (const { text: name, column } of terms) {
    if (names.has(name)) {
      throw new TawazunError("formula/twice", `Column ${column} of the formula: it has ${name} twice.`);
    }
    names.add(name);
  }
  return terms;
}

/**
 * What is wrong with a formula, with the formula under it and a mark at the place.
 *
 * @param message of a refusal; the place is the column it names, or the term with which it begins.
 * @returns the message alone where neither is found.
 * @example
 * ```ts
 * import { pointed } from "tawazun/behave";
 * pointed("inertia recip", 'Column 9 of the formula: "+" is expected.');
 * //=> "Column 9 of the formula: \"+\" is expected.\n  inertia recip\n          ^"
 * ```
 */
export function pointed(text: string, message: string): string {
  const column = /^Column (\d+)/.exec(message)?.[1];
  const at = column === undefined ? placeOfTerm(text, message) : Number(column) - 1;
  return at === undefined ? message : `${message}\n  ${text}\n  ${" ".repeat(at)}^`;
}

/** Where the term stands with which a message begins; the very word that the message puts in quotes, if the term has it. */
function placeOfTerm(text: string, message: string): number | undefined {
  const terms = formula(text);
  const found = terms.filter((term) => message.startsWith(term.text));
  const term = found.sort((a, b) => b.text.length - a.text.length)[0];
  if (term === undefined) return undefined;
  const word = /"([^"]+)"/.exec(message.slice(term.text.length))?.[1];
  const inside = word === undefined ? -1 : text.indexOf(word, term.column);
  return inside < 0 ? term.column - 1 : inside;
}
