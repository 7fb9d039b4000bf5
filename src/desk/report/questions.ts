import { mode, monthIndex } from "../../base/index.ts";
import type { Question } from "../../case/index.ts";
import {
  capital,
  number,
  oneIn,
  type Part,
  plural,
  probabilities,
  probabilityInWords,
  type Section,
  type Table,
  table,
} from "../../show/index.ts";
import { RUNS_PER_DRAW } from "../../simulate/index.ts";
import type { Study, StudyAnswer } from "../study.ts";
import { type Compared, type Judging, persistenceOf } from "./judging.ts";
import { isOutsideOnly } from "./outside-only.ts";
import { sampling, samplingError } from "./over-runs.ts";
import { scores, unscored } from "./questions-scored.ts";
import { type Trust, trusted } from "./trust.ts";

/** A question with the answer of the futures. */
export interface Asked {
  readonly question: Question;
  readonly answer: StudyAnswer;
  /** The case's own probabilities decide it. */
  readonly outside: boolean;
}

/** Questions in the case's order, each with its answer. */
export function askedOf(study: Study): readonly Asked[] {
  return study.source.questions.flatMap((question) => {
    const answer = study.answers.find((candidate) => candidate.question === question.id);
    return answer === undefined ? [] : [{ question, answer, outside: isOutsideOnly(question.rule) }];
  });
}

/** The questions: probabilities with their errors, and, when outcomes are given, how good they were. */
export function questions(study: Study, judged?: Judging): Section {
  const base = { id: "questions", title: "The questions" } as const;
  const asked = askedOf(study);
  const all = study.source.questions.length;
  if (asked.length === 0) {
    return {
      ...base,
      lead:
        all === 0
          ? "The case asks no questions, so there are no forecasts to state or to score. A question has a date and a rule that a future, and one day the world, can answer."
          : `The case asks ${plural(all, "question")}, and none was answered: the study was stopped before.`,
      parts: [],
    };
  }
  const outside = asked.filter((entry) => entry.outside);
  return {
    ...base,
    lead: `${plural(asked.length, "dated question")}, each answered by the part of the futures that make it come true. ${leadOf(judged)}${
      outside.length === 0
        ? ""
        : ` ${outside.length === 1 ? "One of them is" : `${outside.length} of them are`} about outside events alone: there the answer is the case's own probability, and the model knows no more.`
    }`,
    parts: [
      picture(study, asked, judged),
      ...(outside.length === 0
        ? []
        : [
            {
              kind: "callout" as const,
              tone: "note" as const,
              title: "Questions that the model cannot know.",
              text: `${outside.map(({ question }) => `“${question.text}”`).join(" ")} The author of the case gave these events their probabilities; scoring them scores that judgement.`,
            },
          ]),
      answersTable(study, asked, judged?.trust),
      ...(judged?.trust === undefined ? [] : [correction(judged.trust)]),
      ...(judged === undefined || judged.judged.length === 0 ? [unscored(judged)] : scores(judged)),
    ],
  };
}

function leadOf(judged: Judging | undefined): string {
  const [model, half] = judged?.cards ?? [];
  if (judged === undefined || model === undefined || half === undefined)
    return "No outcomes are given here, so nothing is scored.";
  const persistence = judged.cards.find((card) => card.name === "Persistence");
  const corrected = judged.cards.find((card) => card.kind === "corrected");
  const beside = (card: Compared, name: string): string =>
    `${card.model < card.brier ? "better than" : card.model > card.brier ? "worse than" : "as good as"} ${name} (${number(card.brier, 3)})`;
  return `On the ${plural(judged.judged.length, "question")} that came out, the mean Brier score is ${number(model.brier, 3)}: ${beside(half, "always saying one half")}${
    persistence === undefined
      ? ""
      : persistence.questions === model.questions
        ? `, and ${beside(persistence, "expecting that nothing changes")}`
        : `; on the ${persistence.questions} for which persistence is defined, ${beside(persistence, "expecting that nothing changes")}`
  }.${corrected === undefined ? "" : ` Corrected by its record on other cases it would have been ${number(corrected.brier, 3)}.`}`;
}

function picture(study: Study, asked: readonly Asked[], judged: Judging | undefined): Part {
  return probabilities(
    {
      inputsLevel: 0.9,
      questions: asked.map(({ question, answer, outside }) => {
        const persistence = persistenceOf(question);
        const text = question.text_odds === undefined ? undefined : mode(question.text_odds);
        const outcome = judged?.outcomes.get(question.id)?.outcome;
        return {
          id: question.id,
          text: outside ? `${question.text} (outside the model)` : question.text,
          ...(question.group === undefined ? {} : { group: capital(question.group.replace(/-/g, " ")) }),
          probability: answer.probability,
          sampling: sampling(answer.probability, answer.error, answer.runs),
          ...(answer.runs <= RUNS_PER_DRAW
            ? {}
            : { inputs: about(answer.probability, 1.645 * answer.spread) }),
          baselines: {
            ...(persistence === undefined ? {} : { persistence }),
            ...(text === undefined ? {} : { "the text's words": text }),
          },
          ...(outcome === undefined ? {} : { outcome }),
        };
      }),
    },
    {
      id: "questions-answers",
      title: "What the futures answer",
      measure: "probability",
      method: `Part of the futures that make the rule of the question true: ${plural(study.near.to - study.near.from, "future")} of ${plural(study.near.months, "month")}${
        study.far === undefined
          ? ""
          : `, or ${plural(study.far.to - study.far.from, "future")} of ${plural(study.far.months, "month")} for questions that look further`
      }. Sampling: 95%. Inputs: 1.645 standard deviations between draws, cut at 0 and 1.`,
      sources: [],
    },
  );
}

/** "1 in 20"; "none of 100" and "all of 100" where it is never or always so. */
export function frequencyInWords({ probability, runs }: Pick<StudyAnswer, "probability" | "runs">): string {
  if (probability === 0) return `none of ${number(runs)}`;
  return probability === 1 ? `all of ${number(runs)}` : oneIn(probability);
}

function about(mean: number, half: number): readonly [number, number] {
  return [Math.max(0, mean - half), Math.min(1, mean + half)];
}

/** What other cases say of how far to trust these answers. */
function correction({ says }: Trust): Part {
  return {
    kind: "callout",
    tone: "note",
    title: "How far to trust these answers.",
    text: `${says} A regression learned from other cases alone; answers about outside events stay as they are.`,
  };
}

function answersTable(study: Study, asked: readonly Asked[], trust: Trust | undefined): Table {
  const { start } = study.stage.world;
  return table(
    "Answers",
    [
      { key: "id", name: "Id" },
      { key: "text", name: "Question", wide: true },
      { key: "by", name: "By", unit: "date" },
      { key: "probability", name: "Probability", unit: "probability", digits: 1, measure: "probability" },
      ...(trust === undefined
        ? []
        : [
            {
              key: "corrected",
              name: "Corrected",
              unit: "probability",
              digits: 0,
              measure: "corrected",
            } as const,
          ]),
      { key: "error", name: "± error", unit: "probability", digits: 1, measure: "sampling-error" },
      { key: "spread", name: "Spread", unit: "probability", digits: 1, measure: "input-spread" },
      { key: "words", name: "In words" },
      { key: "runs", name: "Futures" },
      { key: "months", name: "Of months" },
      { key: "from", name: "Says who" },
    ],
    asked.map(({ question, answer, outside }) => ({
      id: question.id,
      text: question.text,
      by: question.by,
      probability: answer.probability,
      ...(trust === undefined ? {} : { corrected: trusted(answer.forecast, outside, trust) }),
      error: samplingError(answer.probability, answer.error, answer.runs),
      spread: answer.runs <= RUNS_PER_DRAW ? undefined : answer.spread,
      words: probabilityInWords(answer.probability),
      runs: answer.runs,
      months: monthIndex(answer.until) - monthIndex(start) + 1,
      from: outside ? "the case" : "the model",
    })),
    {
      anchor: "id",
      note: `Rules in words stand in the case. Error: Monte Carlo standard error, futures of one draw of inputs as a cluster; where all of n agree, 3 / n at 95%. Spread: standard deviation between draws of the uncertain inputs, chance taken off${
        study.answers.some((answer) => answer.runs <= RUNS_PER_DRAW)
          ? "; – where all futures are of one draw"
          : ""
      }. Words after ICD 203. Says who: the case, where the question is about outside events alone.`,
    },
  );
}
