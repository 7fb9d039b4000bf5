import { TawazunError } from "../../base/index.ts";
import {
  type Asking,
  acquaintances,
  type Candidates,
  candidateSource,
  MOST_CANDIDATES,
} from "./candidates.ts";
import { judgement, oddsOf, pushes } from "./judgement.ts";
import type { Acquaintance, StreamShape } from "./memory.ts";
import { type Answers, past } from "./past.ts";
import { rankingStatistics } from "./statistics.ts";
import { weights } from "./weights.ts";

/** Events of one day, as columns: who did what to whom. */
export interface DayOfEvents {
  readonly day: number;
  readonly source: ArrayLike<number>;
  readonly type: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}

/** "Whom will it do this to?" or, asked backward, "who will do this to it?" */
export interface Question {
  readonly actor: number;
  readonly type: number;
  readonly asks: "target" | "source";
}

/** A candidate, how probable it is, and why. */
export interface RankedActor {
  readonly actor: number;
  /** Among the candidates: who is none of them is taken to be out of the question. */
  readonly probability: number;
  readonly known: Acquaintance;
  /** Statistics and earlier acts that speak for (above 0) or against it, in log odds, the weightiest first. */
  readonly because: readonly { readonly statistic: string; readonly logOdds: number }[];
}

/** A coefficient of the model: log odds for each unit of a statistic. */
export interface RankingWeight {
  readonly statistic: string;
  /** For candidates known in this way. */
  readonly known: Acquaintance;
  readonly weight: number;
}

/** Learns online who acts how toward whom next. */
export interface Ranker {
  /** Who may be the answer on a day, the most probable first; an empty list if nothing is known. */
  rank(question: Question, day: number, most?: number): readonly RankedActor[];
  /** Answers every question of a day from what was before it, both ways; then takes the day in. */
  take(events: DayOfEvents, options: { readonly learn: boolean; readonly asked?: Asked }): void;
  /** Coefficients that hold for every type; or those of one type, asked in one direction. */
  weights(of?: { readonly type: number; readonly asks: "target" | "source" }): readonly RankingWeight[];
}

/** Told of each question that {@link Ranker.take} answers. */
export type Asked = (answered: {
  readonly question: Question;
  readonly answer: number;
  /** Among all actors, other right answers of the day left out; ties count by half. */
  readonly rank: number;
  /** Probability given to the right answer; 0 if it was no candidate. */
  readonly probability: number;
  /** Probability of the first-ranked, among the same. */
  readonly best: number;
  /** What had been before: the same act, another act between the two, or neither. */
  readonly known: Acquaintance;
}) => void;

/** A question of a day with all its right answers; each is the truth it is asked for, as often as it occurred. */
interface DaysQuestion {
  readonly question: Question;
  readonly right: ReadonlySet<number>;
  readonly truths: number[];
}

/** Log odds nearer to 0 than this are no reason. */
const NO_REASON = 0.005;

/**
 * A ranker that knows nothing yet.
 *
 * @throws {TawazunError} `ranking/shape`.
 * @remarks A conditional logit over candidates (who was met, who is popular for the type, who is popular
 * at home, whom one's likes met) on named statistics of type-specific history. Weights are common to all,
 * plus what holds for candidates known in the same way, plus what holds for the type; the common ones learn by online Newton steps, the others by AdaGrad
 * in one pass, and their averages answer. Each question sees only days before its own, in what is remembered
 * and in what is learned.
 * @see Stadtfeld & Block 2017 for the choice model.
 * @example
 * ```ts
 * import { ranker } from "tawazun/behave";
 * const learned = ranker({ actors: 3, types: 1, days: 9 });
 * for (let day = 0; day < 8; day++) {
 *   learned.take({ day, source: [0], type: [0], target: [1] }, { learn: true });
 * }
 * learned.rank({ actor: 0, type: 0, asks: "target" }, 8)[0].actor; //=> 1
 * ```
 */
export function ranker(shape: StreamShape): Ranker {
  const { actors, types } = shape;
  if (!(actors >= 1 && types >= 1 && shape.days >= 1)) {
    throw new TawazunError(
      "ranking/shape",
      "A stream to be ranked has at least one actor, one type and one day.",
    );
  }
  const both = 2 * types;
  const { held, sure, answers: answersOf, add } = past(shape);
  const candidatesOf = candidateSource(held, sure, { actors, types });
  const nameOf = (r: number): string => {
    const name = shape.typeNames?.[r % types] ?? `type ${r % types}`;
    return r < types ? `${name} toward it` : `${name} by it`;
  };
  const model = weights(held, both, nameOf);
  const odds = new Float64Array(MOST_CANDIDATES);
  const push = new Float64Array(MOST_CANDIDATES);
  const typeOf = ({ type, asks }: Pick<Question, "type" | "asks">): number =>
    asks === "target" ? type : type + types;

  function ask(
    asked: Asked,
    { question, right, truths }: DaysQuestion,
    asking: Asking,
    candidates: Candidates,
  ): void {
    model.score(candidates, asking, odds, "mean");
    oddsOf(odds, candidates.count);
    for (const truth of truths) {
      const { at, left, best, rank } = judgement(candidates, odds, { truth, right, actors });
      asked({
        question,
        answer: truth,
        rank,
        probability: at < 0 ? 0 : odds[at] / left,
        best: left > 0 ? best / left : 0,
        known: held.acquaintance(asking.s, asking.r, truth),
      });
    }
  }

  function learnFrom({ right, truths }: DaysQuestion, asking: Asking, candidates: Candidates): void {
    for (const truth of truths) {
      model.score(candidates, asking, odds, "weight");
      oddsOf(odds, candidates.count);
      const judged = judgement(candidates, odds, { truth, right, actors });
      if (judged.at < 0) continue;
      pushes(candidates, odds, judged, right, push);
      model.learn(candidates, asking, push);
    }
  }

  /** The questions of a day, those of one actor together. */
  function questionsOf({ source, type, target }: DayOfEvents, answers: Answers): readonly DaysQuestion[] {
    const none: ReadonlySet<number> = new Set();
    const questions = new Map<number, DaysQuestion>();
    const put = (question: Question, truth: number): void => {
      const key = question.actor * both + typeOf(question);
      const known = questions.get(key);
      if (known !== undefined) known.truths.push(truth);
      else questions.set(key, { question, right: answers.get(key) ?? none, truths: [truth] });
    };
    for (let e = 0; e < source.length; e++) {
      put({ actor: source[e], type: type[e], asks: "target" }, target[e]);
      put({ actor: target[e], type: type[e], asks: "source" }, source[e]);
    }
    return [...questions.values()].sort((a, b) => a.question.actor - b.question.actor);
  }

  return {
    rank(question, day, most = 10) {
      const asking = { s: question.actor, r: typeOf(question), day };
      const candidates = candidatesOf(asking);
      model.settle();
      model.score(candidates, asking, odds, "mean");
      const total = oddsOf(odds, candidates.count);
      const order = Array.from({ length: candidates.count }, (_, c) => c).sort(
        (a, b) => odds[b] - odds[a] || candidates.actors[a] - candidates.actors[b],
      );
      return order.slice(0, most).map((c) => ({
        actor: candidates.actors[c],
        probability: odds[c] / total,
        known: acquaintances[candidates.known[c]],
        because: model
          .reasons(candidates, asking, c)
          .map(([statistic, logOdds]) => ({ statistic, logOdds }))
          .filter(({ logOdds }) => Math.abs(logOdds) > NO_REASON)
          .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds)),
      }));
    },
    take(events, { learn, asked }) {
      const answers = answersOf(events);
      if (learn || asked !== undefined) {
        // What one answer teaches would help with the next of that day: averages stay as they were before it.
        model.settle();
        for (const each of questionsOf(events, answers)) {
          const asking = { s: each.question.actor, r: typeOf(each.question), day: events.day };
          const candidates = candidatesOf(asking);
          if (asked !== undefined) ask(asked, each, asking, candidates);
          if (learn) learnFrom(each, asking, candidates);
        }
      }
      add(events, answers);
    },
    weights(of) {
      model.settle();
      const r = of === undefined ? undefined : typeOf(of);
      return acquaintances.flatMap((known, k) =>
        rankingStatistics.map((statistic, p) => ({ statistic, known, weight: model.of(p, k, r) })),
      );
    },
  };
}
