import { dayOf, readDate } from "../../base/index.ts";
import { type Case, type Outcome, printRule } from "../../case/index.ts";
import { type Judged, type RegistryEntry, type Scorecard, scorecard } from "../../forecast/index.ts";

/** A registered forecast beside what came true. */
export interface RegisteredJudgement extends Judged {
  readonly entry: number;
  readonly registered: string;
  readonly question: string;
  readonly text: string;
  /** Whether it was registered before the day on which the question was settled. */
  readonly inTime: boolean;
}

/** What the register is worth, entry by entry. */
export interface JudgedRegister {
  readonly judged: readonly RegisteredJudgement[];
  /** By entry: forecasts made in time, then those made after the fact; neither where there are none. */
  readonly cards: readonly Scorecard[];
  /** Forecasts that cannot be scored, and why. */
  readonly left: readonly { readonly entry: number; readonly question: string; readonly why: string }[];
}

/**
 * Scores the registered forecasts of a case.
 *
 * @remarks A forecast counts as made in time if it was registered before the day on which the outcome was
 * settled; one whose rule is no longer that of the case is left out.
 */
export function judgeRegister(
  source: Case,
  entries: readonly RegistryEntry[],
  outcomes: readonly Outcome[],
): JudgedRegister {
  const questions = new Map(source.questions.map((question) => [question.id, question]));
  const came = new Map(outcomes.map((outcome) => [outcome.question, outcome]));
  const judged: RegisteredJudgement[] = [];
  const left: JudgedRegister["left"][number][] = [];
  for (const entry of entries) {
    if (entry.case !== source.head.id) continue;
    for (const { question: id, text, rule, forecast } of entry.forecasts) {
      const question = questions.get(id);
      const outcome = came.get(id);
      const why =
        question === undefined
          ? "the case no longer asks it"
          : printRule(question.rule) !== rule
            ? "its rule was changed since"
            : outcome === undefined
              ? "it has not come out"
              : undefined;
      if (why !== undefined || outcome === undefined) {
        left.push({ entry: entry.number, question: id, why: why ?? "" });
        continue;
      }
      const settled = readDate(outcome.resolved)?.first ?? 0;
      judged.push({
        entry: entry.number,
        registered: entry.registered,
        question: id,
        text,
        probability: forecast,
        outcome: outcome.outcome,
        inTime: dayOf(entry.registered.slice(0, 10)) < settled,
      });
    }
  }
  const numbers = [...new Set(judged.map(({ entry }) => entry))];
  return {
    judged,
    left,
    cards: numbers.flatMap((number) =>
      [true, false].flatMap((inTime) => {
        const part = judged.filter((one) => one.entry === number && one.inTime === inTime);
        if (part.length === 0) return [];
        const day = part[0].registered.slice(0, 10);
        return [scorecard(`Entry ${number}, ${day}: ${inTime ? "in time" : "after the fact"}`, part)];
      }),
    ),
  };
}
