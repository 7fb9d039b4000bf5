import { didYouMean, readDate } from "../../base/index.ts";
import type { Measure, Rule } from "../schema/rules.ts";
import { type Form, measureForms, ruleForms, signs } from "./forms.ts";
import type { Token } from "./tokens.ts";

/** Brackets and `not` inside each other: more than a person writes, less than the stack holds. */
const DEEPEST = 100;

/** How parsing ends early; it never leaves this folder. */
export class Refused extends Error {
  readonly at: number;
  readonly given: string;
  readonly expected: string;
  readonly hint: string;

  constructor(token: Token, expected: string, hint = "") {
    super(expected);
    this.at = token.at;
    this.given = token.text;
    this.expected = expected;
    this.hint = hint;
  }
}

/** Reads rules and measures off tokens by recursive descent, one function for each level of the grammar. */
export interface Parser {
  rule(depth: number): Rule;
  measure(depth: number): Measure;
  /** @throws {Refused} if anything is left. */
  end(): void;
}

/** A parser that stands at the first of the tokens. */
export function parserOf(tokens: readonly Token[]): Parser {
  let next = 0;
  const peek = (): Token => tokens[next];
  const is = (text: string): boolean => peek().kind !== "quoted" && peek().text === text;
  const take = (text: string): void => {
    if (!is(text)) throw new Refused(peek(), `"${text}"`);
    next += 1;
  };
  const skip = (text: string): boolean => {
    if (!is(text)) return false;
    next += 1;
    return true;
  };

  function rule(depth: number): Rule {
    const rules = [conjunction(depth)];
    while (skip("or")) rules.push(conjunction(depth));
    return rules.length === 1 ? rules[0] : { any: rules };
  }

  function conjunction(depth: number): Rule {
    const rules = [single(depth)];
    while (skip("and")) rules.push(single(depth));
    return rules.length === 1 ? rules[0] : { all: rules };
  }

  function single(depth: number): Rule {
    if (depth > DEEPEST) throw new Refused(peek(), `at most ${DEEPEST} brackets inside each other`);
    if (skip("not")) return { not: single(depth + 1) };
    if (is("all") || is("any")) {
      const key = peek().text as "all" | "any";
      next += 1;
      take("(");
      const rules = [rule(depth + 1)];
      while (skip(",")) rules.push(rule(depth + 1));
      take(")");
      return key === "all" ? { all: rules } : { any: rules };
    }
    if (skip("(")) {
      const inner = rule(depth + 1);
      take(")");
      return inner;
    }
    const form = peek().kind === "word" && Object.hasOwn(ruleForms, peek().text);
    if (!form) return comparison(depth);
    const key = peek().text;
    const { parts, dates } = call(ruleForms[key]);
    return { [key]: parts, ...dates } as unknown as Rule;
  }

  function comparison(depth: number): Rule {
    const left = measure(depth, "a rule or a measure");
    const sign = signs.find((candidate) => is(candidate));
    if (sign === undefined) throw new Refused(peek(), `one of the signs ${signs.join(" ")}`);
    next += 1;
    return { compare: [left, sign, measure(depth)] };
  }

  function measure(depth: number, expected = "a measure or a number"): Measure {
    const token = peek();
    if (depth > DEEPEST) throw new Refused(token, `at most ${DEEPEST} factors`);
    if (token.kind !== "word") throw new Refused(token, expected);
    if (Object.hasOwn(measureForms, token.text)) {
      const { parts, dates } = call(measureForms[token.text]);
      return { [token.text]: { ...parts, ...dates } } as unknown as Measure;
    }
    if (!/^-?\d/.test(token.text) || !Number.isFinite(Number(token.text))) {
      const known = [...Object.keys(ruleForms), ...Object.keys(measureForms), "not", "all", "any"];
      const what = expected === "a measure or a number" ? "is no measure" : "is no rule and no measure";
      throw new Refused(token, expected, `${what}.${didYouMean(token.text, known) || allOf(known)}`);
    }
    next += 1;
    return skip("*") ? { times: [Number(token.text), measure(depth + 1)] } : Number(token.text);
  }

  /** What stands in brackets behind a form's name, and the dates behind those. */
  function call(form: Form) {
    next += 1;
    take("(");
    const parts: { [name: string]: string | boolean } = {};
    if (form.lead !== undefined && !is(")") && tokens[next + 1]?.text !== ":") {
      parts[form.lead] = name(`the ${form.lead}`);
    } else if (form.lead !== undefined && form.leadOptional === undefined) {
      throw new Refused(peek(), `the ${form.lead}`);
    }
    while (Object.keys(parts).length === 0 ? !is(")") : skip(",")) {
      const key = choice(Object.keys(form.parts), "a part of this form", parts);
      take(":");
      parts[key] = form.parts[key] === "flag" ? flag() : name(`an id for "${key}"`);
    }
    for (const [key, kind] of Object.entries(form.parts)) {
      if (kind === "name!" && parts[key] === undefined) throw new Refused(peek(), `"${key}: …"`);
    }
    take(")");
    const dates: { [word: string]: string } = {};
    while (peek().kind === "word" && !["and", "or"].includes(peek().text)) {
      dates[choice(Object.keys(form.dates), "a word for a date", dates)] = date();
    }
    for (const [word, kind] of Object.entries(form.dates)) {
      if (kind === "date!" && dates[word] === undefined) throw new Refused(peek(), `"${word}" and a date`);
    }
    return { parts, dates };
  }

  function choice(known: readonly string[], what: string, taken: object): string {
    const token = peek();
    if (token.kind !== "word")
      throw new Refused(token, known.length === 0 ? '")"' : `one of ${known.join(", ")}`);
    if (!known.includes(token.text)) {
      throw new Refused(
        token,
        known.join(", "),
        `is not ${what}.${didYouMean(token.text, known) || allOf(known)}`,
      );
    }
    if (Object.hasOwn(taken, token.text)) {
      throw new Refused(token, "each part once", "stands twice. Keep one of the two.");
    }
    next += 1;
    return token.text;
  }

  function name(expected: string): string {
    const token = peek();
    if (token.kind !== "word" && token.kind !== "quoted") throw new Refused(token, expected);
    next += 1;
    return token.text;
  }

  function flag(): boolean {
    const yes = is("yes") || is("true");
    if (!yes && !is("no") && !is("false")) throw new Refused(peek(), "yes or no");
    next += 1;
    return yes;
  }

  function date(): string {
    const token = peek();
    if (token.kind !== "word" || readDate(token.text) === undefined)
      throw new Refused(token, "a date such as 2012-12-31, 2012-12 or 2012");
    next += 1;
    return token.text;
  }

  return {
    rule,
    measure,
    end(): void {
      if (peek().kind !== "end") throw new Refused(peek(), '"and", "or" or the end');
    },
  };
}

function allOf(known: readonly string[]): string {
  return known.length === 0 ? " None stands here." : ` There are ${known.join(", ")}.`;
}
