import type { Citation } from "../picture.ts";
import type { NumberFact } from "./contents.ts";
import { baselineText, errorText, intervalText, methodText } from "./fact-words.ts";
import { sourceText } from "./source-text.ts";

/** What is told of a number under one word, such as its assumptions. */
export interface FactRow {
  readonly term: string;
  readonly told: readonly Citation[];
  /** Whether it is a list, however short. */
  readonly listed: boolean;
}

/** How a number was made and on what it rests: method, error, intervals, baselines, assumptions, sources. */
export function factRows(fact: NumberFact): readonly FactRow[] {
  const error = errorText(fact);
  const row = (term: string, told: readonly string[]): FactRow => ({
    term,
    told: told.map((text) => ({ text })),
    listed: false,
  });
  const { assumptions, sources } = fact;
  return [
    row("Method", [methodText(fact)]),
    ...(error === undefined ? [] : [row("Error", [error])]),
    row(
      "Interval",
      (fact.intervals ?? []).map((each) => intervalText(fact, each)),
    ),
    row(
      "Baseline",
      (fact.baselines ?? []).map((each) => baselineText(fact, each)),
    ),
    assumptions.length === 0
      ? row("Assumes", ["Nothing beyond the data."])
      : { ...row("Assumes", assumptions), listed: true },
    sources.length === 0
      ? row("Sources", ["No source is given."])
      : { term: "Sources", told: sources.map(sourceText), listed: true },
  ].filter(({ told }) => told.length > 0);
}
