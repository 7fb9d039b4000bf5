import type { Case } from "../case/index.ts";
import { RUNS_PER_DRAW } from "../simulate/index.ts";
import { BEYOND, type Observations } from "./observe.ts";

/** The probability that the runs give to a question, and how sure that is. */
export interface Answer {
  readonly question: string;
  /** Part of the runs that answer yes, 0…1. */
  readonly probability: number;
  /** For scores: (yes + ½)/(runs + 1), which is never 0 or 1. */
  readonly forecast: number;
  readonly runs: number;
  /** Monte Carlo standard error, with runs of one draw of inputs taken as a cluster. */
  readonly error: number;
  /** Standard deviation of the probability over draws of the uncertain inputs, chance taken off. */
  readonly spread: number;
}

/**
 * Answers to the questions of a plan; those beyond the runs' last day are left out.
 *
 * @remarks With p_d the part of yes in draw d of D, each of R runs: error = sd(p_d)/√D, spread =
 * √max(0, var(p_d) − p(1 − p)/R), both 0-safe. With fewer than two draws the error is binomial and
 * the spread is not known: it is given as 0 and the draws tell so.
 */
export function answersOf(observations: Observations, questions: readonly string[]): readonly Answer[] {
  const runs = observations.to - observations.from;
  const columns = questions.length;
  return questions.flatMap((question, q) => {
    if (runs === 0 || observations.answers[q] === BEYOND) return [];
    let yes = 0;
    const byDraw = new Map<number, { yes: number; runs: number }>();
    for (let row = 0; row < runs; row++) {
      const answer = observations.answers[row * columns + q];
      yes += answer;
      const draw = Math.floor((observations.from + row) / RUNS_PER_DRAW);
      const part = byDraw.get(draw) ?? { yes: 0, runs: 0 };
      part.yes += answer;
      part.runs += 1;
      byDraw.set(draw, part);
    }
    const probability = yes / runs;
    const parts = [...byDraw.values()].map((part) => part.yes / part.runs);
    const between = varianceOf(parts);
    const chance = (probability * (1 - probability)) / RUNS_PER_DRAW;
    return [
      {
        question,
        probability,
        forecast: (yes + 0.5) / (runs + 1),
        runs,
        error:
          parts.length < 2
            ? Math.sqrt((probability * (1 - probability)) / runs)
            : Math.sqrt(between / parts.length),
        spread: parts.length < 2 ? 0 : Math.sqrt(Math.max(0, between - chance)),
      },
    ];
  });
}

/** Sample variance; 0 for fewer than two values. */
export function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}

/** Questions whose last day lies within so many months, and those that look further. */
export function splitByReach(
  source: Case,
  reaches: (rule: Case["questions"][number]["rule"]) => number,
  end: number,
): {
  readonly near: readonly string[];
  readonly far: readonly string[];
} {
  const near: string[] = [];
  const far: string[] = [];
  for (const question of source.questions) (reaches(question.rule) <= end ? near : far).push(question.id);
  return { near, far };
}
