import { mode, seeded } from "../../base/index.ts";
import type { Outcome, Question, SeriesValues } from "../../case/index.ts";
import {
  brierScore,
  type Decomposition,
  decompose,
  type Judged,
  logScore,
  reliability,
  type Scorecard,
  scorecard,
  varianceOf,
} from "../../forecast/index.ts";
import type { CalibrationBin } from "../../show/index.ts";
import type { Study, StudyAnswer } from "../study.ts";
import { isOutsideOnly } from "./outside-only.ts";
import { type Trust, trusted } from "./trust.ts";

/** A question that was answered and has come out. */
export interface JudgedAnswer {
  readonly question: Question;
  readonly answer: StudyAnswer;
  readonly outcome: Outcome;
  /** The case's own probabilities decide it; see {@link isOutsideOnly}. */
  readonly outside: boolean;
  readonly brier: number;
  readonly log: number;
}

/** A scorecard beside the model's on the same questions. */
export interface Compared extends Scorecard {
  /**
   * `plain` rules anybody could follow; `hindsight` looks at the outcomes; `text` is the text's own words; `corrected` is the
   * model as its record on other cases says that it should be taken.
   */
  readonly kind: "model" | "plain" | "hindsight" | "text" | "corrected";
  /** Brier score of the model on the questions of this card. */
  readonly model: number;
  /** Standard error of the mean difference of the two Brier scores over questions; absent for fewer than two. */
  readonly error?: number;
}

/** What came true, beside what was forecast. */
export interface Judging {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly judged: readonly JudgedAnswer[];
  /** The model first, then what a plain rule would have scored. */
  readonly cards: readonly Compared[];
  /** The same without the questions that the case's own probabilities decide; empty if there are none of those. */
  readonly inside: readonly Compared[];
  readonly decomposition: Decomposition;
  readonly bins: readonly CalibrationBin[];
  /** Months of the case's series after its own last one, where they are known. */
  readonly later: { readonly [series: string]: SeriesValues };
  /** How far to trust the answers, where a record of others was given. */
  readonly trust?: Trust;
}

/** Of the bars beside the calibration's diagonal. */
export const CONSISTENCY_LEVEL = 0.9;

/**
 * Judges a study by what came true.
 *
 * @param later months of series after the as-of date: only judging may see them.
 * @remarks The model's forecast is (yes + ½)/(runs + 1), so that no run of luck is a certainty.
 */
export function judgingOf(
  study: Study,
  outcomes: readonly Outcome[],
  later: Judging["later"] = {},
  trust?: Trust,
): Judging {
  const byQuestion = new Map(outcomes.map((outcome) => [outcome.question, outcome]));
  const judged = study.answers.flatMap((answer): JudgedAnswer[] => {
    const question = study.source.questions.find((candidate) => candidate.id === answer.question);
    const outcome = byQuestion.get(answer.question);
    if (question === undefined || outcome === undefined) return [];
    return [
      {
        question,
        answer,
        outcome,
        outside: isOutsideOnly(question.rule),
        brier: brierScore(answer.forecast, outcome.outcome),
        log: logScore(answer.forecast, outcome.outcome),
      },
    ];
  });
  const own = judged.filter((entry) => !entry.outside);
  const decomposition = decompose(judged.map(asJudged));
  return {
    outcomes: byQuestion,
    judged,
    cards: cardsOf(judged, trust),
    inside: own.length === judged.length ? [] : cardsOf(own, trust),
    decomposition,
    bins: reliability(judged.map(asJudged), {
      bins: decomposition.bins.length,
      level: CONSISTENCY_LEVEL,
      random: seeded(study.size.seed).fork("consistency"),
    }),
    later,
    ...(trust === undefined ? {} : { trust }),
  };
}

const asJudged = (entry: JudgedAnswer): Judged => ({
  probability: entry.answer.forecast,
  outcome: entry.outcome.outcome,
});

/** What a question's author gives as the answer of a plain rule, as a probability. */
export function persistenceOf(question: Question): number | undefined {
  const { persistence } = question;
  if (persistence === undefined) return undefined;
  return typeof persistence === "boolean" ? Number(persistence) : mode(persistence);
}

function cardsOf(judged: readonly JudgedAnswer[], trust: Trust | undefined): readonly Compared[] {
  if (judged.length === 0) return [];
  const yes = judged.filter((entry) => entry.outcome.outcome).length;
  const majority = 2 * yes > judged.length;
  const forecasters: readonly {
    readonly name: string;
    readonly kind: Compared["kind"];
    readonly note?: string;
    readonly says: (entry: JudgedAnswer) => number | undefined;
  }[] = [
    { name: "This model", kind: "model", says: (entry) => entry.answer.forecast },
    { name: "Always one half", kind: "plain", says: () => 0.5 },
    {
      name: "Persistence",
      kind: "plain",
      note: "Answers as if nothing changed; the author of the questions says what that means.",
      says: (entry) => persistenceOf(entry.question),
    },
    {
      name: `Majority class: always “${majority ? "yes" : "no"}”`,
      kind: "hindsight",
      note: "Looks at the outcomes to learn which answer is the commoner: nobody could have used it.",
      says: () => Number(majority),
    },
    {
      name: "The text's own words as odds",
      kind: "text",
      note: "Only where the text speaks to the question; its words were turned into odds by judgement.",
      says: ({ question }) => (question.text_odds === undefined ? undefined : mode(question.text_odds)),
    },
    {
      name: "This model, corrected by other cases",
      kind: "corrected",
      note: "As what it said of other cases turned out says that its answers should be taken.",
      says: ({ answer, outside }) =>
        trust === undefined ? undefined : trusted(answer.forecast, outside, trust),
    },
  ];
  return forecasters.flatMap(({ name, kind, note, says }) => {
    const given = judged.flatMap((entry) => {
      const probability = says(entry);
      return probability === undefined ? [] : [{ entry, probability }];
    });
    if (given.length === 0) return [];
    const card = scorecard(
      name,
      given.map(({ entry, probability }) => ({ probability, outcome: entry.outcome.outcome })),
      note,
    );
    const apart = given.map(
      ({ entry, probability }) => entry.brier - brierScore(probability, entry.outcome.outcome),
    );
    return [
      {
        ...card,
        kind,
        model: given.reduce((sum, { entry }) => sum + entry.brier, 0) / given.length,
        ...(given.length < 2 ? {} : { error: Math.sqrt(varianceOf(apart) / given.length) }),
      },
    ];
  });
}
