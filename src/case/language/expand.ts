import type { Item } from "../draft.ts";
import { labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { isObject, type Path } from "../schema/walk.ts";
import { parseMeasure, parseRule } from "./parse-rule.ts";

/** What stands for a rule whose text could not be read, so that one fault is not told twice. */
const NOTHING = { compare: [0, "=", 1] } as const;

/**
 * Puts records in the place of rules and measures that a question or a claim gives as text.
 *
 * What is wrong with a text is reported where the text begins, with its place inside the text.
 */
export function expandRules<Name extends Item["section"]>(item: Item<Name>, report: Report): Item<Name> {
  if (!isObject(item.raw)) return item;
  const read = (text: string, path: Path, what: "rule" | "measure"): unknown => {
    const parsed = what === "rule" ? parseRule(text) : parseMeasure(text);
    if ("rule" in parsed) return parsed.rule;
    if ("measure" in parsed) return parsed.measure;
    const { message, given, expected } = parsed.fault;
    report(
      "case/rule",
      item.place(path),
      `In ${labelOf(item.section, item.raw)}, the text of the ${what} cannot be read. ${message}`,
      { given, expected },
    );
    return what === "rule" ? NOTHING : 0;
  };
  const rule = (value: unknown, path: Path): unknown => {
    if (typeof value === "string") return read(value, path, "rule");
    if (!isObject(value)) return value;
    for (const key of ["all", "any"]) {
      const parts = value[key];
      if (Array.isArray(parts))
        return { ...value, [key]: parts.map((part, i) => rule(part, [...path, key, i])) };
    }
    return value.not === undefined ? value : { ...value, not: rule(value.not, [...path, "not"]) };
  };
  const { raw } = item;
  if (item.section === "questions" && raw.rule !== undefined) {
    return { ...item, raw: { ...raw, rule: rule(raw.rule, ["rule"]) } };
  }
  if (item.section === "experiments" && isObject(raw.record) && Array.isArray(raw.record.outcomes)) {
    const outcomes = raw.record.outcomes.map((outcome: unknown, k): unknown => {
      if (!isObject(outcome)) return outcome;
      const path = ["record", "outcomes", k];
      const { measure } = outcome;
      return {
        ...outcome,
        ...(outcome.rule === undefined ? {} : { rule: rule(outcome.rule, [...path, "rule"]) }),
        ...(typeof measure === "string" ? { measure: read(measure, [...path, "measure"], "measure") } : {}),
      };
    });
    return { ...item, raw: { ...raw, record: { ...raw.record, outcomes } } };
  }
  const { experiment } = raw;
  if (item.section !== "claims" || !isObject(experiment) || !isObject(experiment.outcome)) return item;
  const { outcome } = experiment;
  const path = ["experiment", "outcome"] as const;
  const made = {
    ...outcome,
    ...(outcome.rule === undefined ? {} : { rule: rule(outcome.rule, [...path, "rule"]) }),
    ...(typeof outcome.measure === "string"
      ? { measure: read(outcome.measure, [...path, "measure"], "measure") }
      : {}),
  };
  return { ...item, raw: { ...raw, experiment: { ...experiment, outcome: made } } };
}
