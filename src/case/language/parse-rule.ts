import type { Measure, Rule } from "../schema/rules.ts";
import { type Parser, parserOf, Refused } from "./parser.ts";
import { tokensOf } from "./tokens.ts";

/** What is wrong with a rule's text, and where. */
export interface RuleFault {
  /** From 1, within the text. */
  readonly line: number;
  readonly column: number;
  /** A sentence for an analyst: what stands there, what would be right. */
  readonly message: string;
  readonly given: string;
  readonly expected: string;
}

/** A rule read from text, or what is wrong with the text. */
export type ParsedRule = { readonly rule: Rule } | { readonly fault: RuleFault };

/** A measure read from text, or what is wrong with the text. */
export type ParsedMeasure = { readonly measure: Measure } | { readonly fault: RuleFault };

/**
 * Reads a rule from its text.
 *
 * @returns the rule as the record that a case holds, or the first fault. Never throws, whatever the text is.
 * @remarks Names are not looked up here: the check of a case does that. `and` binds closer than `or`.
 * @example
 * ```ts
 * import { parseRule } from "tawazun/case";
 * parseRule("count(attack, by: militia) to 2012-12-31 >= 3");
 * //=> { rule: { compare: [{ count: { move: "attack", by: "militia", to: "2012-12-31" } }, ">=", 3] } }
 * const parsed = parseRule("hold(premier, actor: ruler) on 2012-12-31");
 * "fault" in parsed && parsed.fault.message; //=> 'Line 1, column 1: "hold" is no rule and no measure. Did you mean "holds"?'
 * ```
 */
export function parseRule(text: string): ParsedRule {
  return attempt(text, (parser) => ({ rule: parser.rule(0) }));
}

/** Reads a measure from its text, such as `share(ruler) on 2012-12-31`. */
export function parseMeasure(text: string): ParsedMeasure {
  return attempt(text, (parser) => ({ measure: parser.measure(0) }));
}

function attempt<Result>(
  text: string,
  read: (parser: Parser) => Result,
): Result | { readonly fault: RuleFault } {
  const parser = parserOf(tokensOf(text));
  try {
    const result = read(parser);
    parser.end();
    return result;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const before = text.slice(0, error.at).split("\n");
    const line = before.length;
    const column = before[line - 1].length + 1;
    const what = error.given === "" ? "the text ends" : `"${error.given}" stands`;
    const message =
      error.hint === "" ? `${what} where ${error.expected} is expected.` : `"${error.given}" ${error.hint}`;
    return {
      fault: {
        line,
        column,
        message: `Line ${line}, column ${column}: ${message}`,
        given: error.given,
        expected: error.expected,
      },
    };
  }
}
