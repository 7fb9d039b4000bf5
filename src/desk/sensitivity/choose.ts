import { TawazunError } from "../../base/index.ts";
import type { Case, Question } from "../../case/index.ts";
import { reachOf } from "../../forecast/index.ts";
import type { Screening, SensitivitySize } from "./found.ts";

/**
 * The questions that are asked about: those named, or all that the months played can answer.
 *
 * @throws {TawazunError} `sensitivity/question`, `sensitivity/runs`.
 */
export function questionsOf(
  source: Case,
  { questions, runs, months }: SensitivitySize,
  end: number,
): readonly Question[] {
  if (!(runs >= 100))
    throw new TawazunError(
      "sensitivity/runs",
      `${runs} futures are too few to tell what drives an answer; give at least 100.`,
    );
  const near = source.questions.filter((question) => reachOf(question.rule) <= end);
  for (const id of questions) {
    if (near.some((question) => question.id === id)) continue;
    const far = source.questions.some((question) => question.id === id);
    throw new TawazunError(
      "sensitivity/question",
      far
        ? `The question "${id}" looks beyond the ${months} months played. Give more --months.`
        : `The case has no question "${id}". It asks ${source.questions.map((question) => question.id).join(", ")}.`,
    );
  }
  const asked = questions.length === 0 ? near : near.filter((question) => questions.includes(question.id));
  if (asked.length === 0)
    throw new TawazunError(
      "sensitivity/question",
      `The case asks no question that ${months} months can answer.`,
    );
  return asked;
}

/** The inputs that weigh most over all questions, those that are told from chance before others. */
export function foremostOf(screened: readonly Screening[], most: number): readonly string[] {
  const weights = new Map<string, number>();
  for (const { effects } of screened) {
    for (const { name, part, told } of effects.slice(0, most))
      weights.set(name, (weights.get(name) ?? 0) + part * (told ? 10 : 1));
  }
  return [...weights]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, Math.max(0, most))
    .map(([name]) => name);
}
