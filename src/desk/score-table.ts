import { type Table, table } from "../show/index.ts";

/** What is shown of a forecaster's scores. */
interface Scored {
  readonly name: string;
  readonly questions: number;
  readonly brier: number;
  readonly log: number;
  readonly skill?: number | undefined;
}

/** Scores side by side, one row each. */
export function scoreTable(caption: string, whose: string, cards: readonly Scored[]): Table {
  return table(
    caption,
    [
      { key: "name", name: whose },
      { key: "questions", name: "Questions" },
      { key: "brier", name: "Brier", digits: 4 },
      { key: "log", name: "Log score", digits: 4 },
      { key: "skill", name: "Skill against ½", unit: "share", digits: 1 },
    ],
    cards.map(({ name, questions, brier, log, skill }) => ({ name, questions, brier, log, skill })),
  );
}
