import type { Rule } from "../../case/index.ts";

/**
 * Whether a rule asks about outside events alone: then its answer is the case's own probability, and
 * the model has nothing to say of it.
 */
export function isOutsideOnly(rule: Rule): boolean {
  if ("all" in rule) return rule.all.every(isOutsideOnly);
  if ("any" in rule) return rule.any.every(isOutsideOnly);
  if ("not" in rule) return isOutsideOnly(rule.not);
  return "occurs" in rule && rule.occurs.event !== undefined && rule.occurs.move === undefined;
}
