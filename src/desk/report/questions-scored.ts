import { calibration, type Part, plural, signed, type Table, table } from "../../show/index.ts";
import { CONSISTENCY_LEVEL, type Compared, type Judging } from "./judging.ts";

function outcomesTable(judged: Judging): Table {
  return table(
    "Question by question, the worst first",
    [
      { key: "id", name: "Id" },
      { key: "text", name: "Question", wide: true },
      { key: "forecast", name: "Forecast", unit: "probability", digits: 1, measure: "probability" },
      { key: "outcome", name: "Came true" },
      { key: "brier", name: "Brier", digits: 3, measure: "brier" },
      { key: "log", name: "Log score", digits: 2, measure: "log-score" },
    ],
    [...judged.judged]
      .sort((a, b) => b.brier - a.brier)
      .map(({ question, answer, outcome, brier, log }) => ({
        id: question.id,
        text: question.text,
        forecast: answer.forecast,
        outcome: outcome.outcome,
        brier,
        log,
      })),
    { note: "Forecast: (yes + ½) / (futures + 1), so that no run of luck is a certainty." },
  );
}

/** Why nothing is scored. */
export function unscored(judged: Judging | undefined): Part {
  return {
    kind: "paragraph",
    text:
      judged === undefined
        ? "Nothing is scored here: outcomes are kept apart from the case and are read by judging alone."
        : "None of the questions answered has an outcome, so nothing can be scored.",
  };
}

/** How good the forecasts were: beside plain rules, by how sure they were, taken apart, and one by one. */
export function scores(judged: Judging): readonly Part[] {
  const { decomposition, bins } = judged;
  const count = judged.judged.length;
  return [
    { kind: "subheading", title: "How good the forecasts were" },
    cardsTable("Scores beside plain rules", judged.cards),
    ...(judged.inside.length === 0
      ? []
      : [cardsTable("The same without questions about outside events alone", judged.inside)]),
    calibration(
      { bins, level: CONSISTENCY_LEVEL },
      {
        id: "questions-calibration",
        title: "Calibration of the answers",
        measure: "calibration",
        method: `Forecasts in ${decomposition.bins.length} bins; consistency bars by resampling the forecasts with outcomes drawn as if each were right.`,
        sources: [{ ref: "brier1950" }, { ref: "murphy1973" }],
      },
    ),
    table(
      "The Brier score of the answers, taken apart",
      [
        { key: "brier", name: "Brier", digits: 3, measure: "brier" },
        { key: "reliability", name: "Reliability", digits: 3, measure: "reliability" },
        { key: "resolution", name: "− Resolution", digits: 3, measure: "resolution" },
        { key: "uncertainty", name: "+ Uncertainty", digits: 3, measure: "uncertainty" },
        { key: "within", name: "+ Within bins", digits: 3, measure: "within-bins" },
      ],
      [
        {
          brier: decomposition.brier,
          reliability: decomposition.reliability,
          resolution: decomposition.resolution,
          uncertainty: decomposition.uncertainty,
          within: decomposition.within,
        },
      ],
      {
        note: `The first is the sum of the others with their signs. Reliability: 0 is best. Resolution: more is better. Uncertainty is that of the outcomes themselves. With ${plural(count, "question")}, many of them about one course of events, these figures are themselves uncertain.`,
      },
    ),
    outcomesTable(judged),
  ];
}

function cardsTable(caption: string, cards: readonly Compared[]): Table {
  const notes = cards.flatMap(({ name, note }) => (note === undefined ? [] : [`${name}: ${note}`]));
  return table(
    caption,
    [
      { key: "name", name: "Forecaster", wide: true },
      { key: "questions", name: "Questions" },
      { key: "brier", name: "Brier", digits: 3, measure: "brier" },
      { key: "log", name: "Log score", digits: 2, measure: "log-score" },
      { key: "skill", name: "Skill", digits: 2, measure: "skill" },
      { key: "model", name: "Model", digits: 3, measure: "brier" },
      { key: "apart", name: "Model less rule", align: "end", measure: "score-apart" },
      { key: "error", name: "± error", digits: 3, measure: "score-apart" },
    ],
    cards.map((card) => ({
      name: card.name,
      questions: card.questions,
      brier: card.brier,
      log: card.log,
      skill: card.skill,
      model: card.model,
      apart: card.kind === "model" ? undefined : signed(card.model - card.brier, 3),
      error: card.kind === "model" ? undefined : card.error,
    })),
    {
      note: `Brier score: the squared miss, 0 to 1; log score: −ln of the probability of what came true, certainties taken as 99%. Lower is better in both. Skill: 1 − Brier / 0.25, above 0 is better than a coin. Model: its Brier score on the questions of the row; model less rule: below 0 the model is better; the error is one standard error over questions, which are not independent. ${notes.join(" ")}`,
    },
  );
}
