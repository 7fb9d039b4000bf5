import type { Measure, Rule } from "../schema/rules.ts";
import { type Form, measureForms, ruleForms } from "./forms.ts";
import { written } from "./tokens.ts";

type Parts = { readonly [name: string]: string | boolean | undefined };

/**
 * Writes a rule as text: {@link parseRule} reads it back as the same record.
 *
 * @example
 * ```ts
 * import { printRule } from "tawazun/case";
 * printRule({ not: { holds: { post: "premier", actor: "ruler" }, on: "2012-12-31" } });
 * //=> "not holds(premier, actor: ruler) on 2012-12-31"
 * ```
 */
export function printRule(rule: Rule): string {
  if ("all" in rule) return joined(rule.all, "and", "all");
  if ("any" in rule) return joined(rule.any, "or", "any");
  if ("not" in rule) return `not ${inside(rule.not)}`;
  if ("compare" in rule) {
    const [left, sign, right] = rule.compare;
    return `${printMeasure(left)} ${sign} ${printMeasure(right)}`;
  }
  const [key] = Object.keys(rule);
  const { [key]: parts, ...dates } = rule as unknown as { readonly [key: string]: Parts };
  return printForm(key, ruleForms[key], { ...parts }, dates as unknown as Parts);
}

/** Writes a measure as text. */
export function printMeasure(measure: Measure): string {
  if (typeof measure === "number") return printNumber(measure);
  if ("times" in measure) return `${printNumber(measure.times[0])} * ${printMeasure(measure.times[1])}`;
  const [[key, parts]] = Object.entries(measure) as [[string, Parts]];
  return printForm(key, measureForms[key], parts, parts);
}

function printForm(key: string, form: Form, parts: Parts, dates: Parts): string {
  const lead = form.lead === undefined ? undefined : parts[form.lead];
  const args = [
    ...(lead === undefined ? [] : [written(String(lead))]),
    ...Object.keys(form.parts).flatMap((name) => {
      const value = parts[name];
      if (value === undefined) return [];
      const text = typeof value === "boolean" ? (value ? "yes" : "no") : written(value);
      return [`${name}: ${text}`];
    }),
  ];
  const behind = Object.keys(form.dates).flatMap((word) =>
    dates[word] === undefined ? [] : [` ${word} ${dates[word]}`],
  );
  return `${key}(${args.join(", ")})${behind.join("")}`;
}

/** A list of one, which no word can join, is written `all(…)` or `any(…)`. */
function joined(rules: readonly Rule[], word: string, key: string): string {
  return rules.length === 1 ? `${key}(${printRule(rules[0])})` : rules.map(inside).join(` ${word} `);
}

/** A rule as part of another: what is itself joined stands in brackets, so that it stays one. */
function inside(rule: Rule): string {
  const many = ("all" in rule && rule.all.length > 1) || ("any" in rule && rule.any.length > 1);
  return many ? `(${printRule(rule)})` : printRule(rule);
}

function printNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
}
