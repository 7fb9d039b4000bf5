import type * as z from "zod";

type Issue = z.core.$ZodIssue;

/**
 * Flags that a verb's schema refuses, each in words: what was given and what is wanted.
 *
 * @param about what each option is, for one that is missing.
 */
export function refusedFlags(
  issues: readonly Issue[],
  given: Readonly<Record<string, unknown>>,
  about: (option: string) => string,
): readonly string[] {
  return issues.map((issue) => {
    const option = String(issue.path[0]);
    const flag = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const value = given[option];
    if (value === undefined) return `${flag} is missing: ${about(option)}.`;
    return `${flag} ${value === "" ? '""' : String(value)}: ${wanted(issue)}.`;
  });
}

function wanted(issue: Issue): string {
  if (issue.code === "too_small") return `it must be at least ${issue.minimum}`;
  if (issue.code === "too_big") return `it must be at most ${issue.maximum}`;
  if (issue.code === "invalid_value") return `it must be one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type" && String(issue.expected) === "int") return "it must be a whole number";
  if (issue.code === "invalid_type" && issue.expected === "number") return "it must be a number";
  return issue.message;
}
