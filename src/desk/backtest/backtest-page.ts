import { type Table, table, tableMarkdown } from "../../show/index.ts";
import { besideBefore, type PageBefore } from "./page-before.ts";
import type { BacktestedCase, BacktestScore } from "./score-cases.ts";

/** The scores as one table. */
export function scoreTable(scores: readonly BacktestScore[]): Table {
  return table(
    "Scores (Brier and its parts 0…1, log score: lower is better, but resolution; skill: above 0 is better than one half)",
    [
      { key: "case", name: "Case" },
      { key: "forecaster", name: "Forecaster", wide: true },
      { key: "questions", name: "Questions" },
      { key: "brier", name: "Brier", digits: 3 },
      { key: "reliability", name: "Reliability", digits: 3 },
      { key: "resolution", name: "Resolution", digits: 3 },
      { key: "uncertainty", name: "Uncertainty", digits: 3 },
      { key: "log", name: "Log score", digits: 3 },
      { key: "skill", name: "Skill", unit: "share", digits: 0 },
      { key: "model", name: "Model there", digits: 3 },
    ],
    scores.map((score) => ({ ...score })),
  );
}

/** Every question with its answer and what came true. */
function answerTable(cases: readonly BacktestedCase[]): Table {
  return table(
    "Answers",
    [
      { key: "case", name: "Case" },
      { key: "question", name: "Question", wide: true },
      { key: "forecast", name: "Yes", unit: "probability", digits: 0 },
      { key: "came", name: "Came true" },
      { key: "brier", name: "Brier", digits: 3 },
    ],
    cases.flatMap(({ id, judging }) =>
      judging.judged.map(({ question, answer, outcome, brier }) => ({
        case: id,
        question: question.text,
        forecast: answer.forecast,
        came: outcome.outcome ? "yes" : "no",
        brier,
      })),
    ),
  );
}

/** The page of all backtests, whatever they show. */
export function backtestPage(
  cases: readonly BacktestedCase[],
  scores: readonly BacktestScore[],
  made: { readonly command: string; readonly date: string; readonly version: string },
  before?: PageBefore,
): string {
  return [
    "# Backtests",
    "",
    "How the engine's forecasts did on cases whose outcomes are known: the same defaults on each, nothing tuned to one, outcomes read by judging alone. Good or bad, the program writes what it finds.",
    "",
    `\`${made.command}\` · ${made.date} · Tawazun ${made.version}`,
    "",
    tableMarkdown(scoreTable(scores)).trimEnd(),
    "",
    "- Corrected: a logistic regression of outcome on the log-odds of the forecast, fitted on the *other* cases alone, says how far to trust the model; `tawazun judge` does the same for a further case. The base rate is the part of yes among the outcomes of the other cases. Persistence is what the author of a question says would hold if nothing changed. The text's words count only where the text speaks to a question. “Model there” is the Brier score of the model on the questions of the row.",
    ...(before === undefined ? [] : [`- ${besideBefore(before, scores)}`]),
    ...cases.flatMap(({ id, violence }) =>
      violence === undefined ? [] : [`- ${id}: futures draw their violence from “${violence}”.`],
    ),
    "- The log score takes no forecast for surer than 0.99. Reliability, resolution and uncertainty are by five bins; with few questions they say little.",
    "- Where a rule is narrower or wider than its question, or the engine has no move that could bring a yes about, the README of the case says so.",
    "",
    tableMarkdown(answerTable(cases)).trimEnd(),
    "",
  ].join("\n");
}
