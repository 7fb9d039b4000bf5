import { log } from "../../base/index.ts";
import type { DayOfEvents, Ranker } from "./ranker.ts";

/** How well questions were answered. */
export interface RankingScore {
  readonly questions: number;
  /** Mean of 1 / rank, 0…1. */
  readonly mrr: number;
  /** Part of the right answers among the first 1, 3 and 10. */
  readonly hits1: number;
  readonly hits3: number;
  readonly hits10: number;
  /** Mean of −ln probability of the right answer; one that was no candidate counts as one in a million. */
  readonly logLoss: number;
  /** The same by what had been before: this act between the two, another act, or nothing. */
  readonly strata: readonly {
    readonly known: "act" | "pair" | "nothing";
    readonly share: number;
    readonly mrr: number;
    readonly hits1: number;
    readonly hits10: number;
  }[];
  /** Whether stated probabilities of the first-ranked came true, by tenths of probability. */
  readonly reliability: readonly {
    readonly stated: number;
    readonly came: number;
    readonly questions: number;
  }[];
}

/**
 * Lets a ranker answer every question of some days, each from what was before the day, and scores it.
 *
 * @param learn whether it goes on learning weights from the answers; it remembers the events in any case.
 * @remarks Single-step and time-aware: other right answers of the same question on the same day are left
 * out before ranking, ties count as their mean rank, and both directions are asked.
 */
export function scoreRanking(made: Ranker, days: Iterable<DayOfEvents>, learn: boolean): RankingScore {
  const strata = new Map<string, { count: number; reciprocal: number; first: number; ten: number }>();
  const stated = Array.from({ length: 10 }, () => ({ count: 0, probability: 0, came: 0 }));
  let logLoss = 0;
  let third = 0;
  for (const day of days) {
    made.take(day, {
      learn,
      asked({ rank, probability, known, best }) {
        const stratum = strata.get(known) ?? { count: 0, reciprocal: 0, first: 0, ten: 0 };
        strata.set(known, stratum);
        stratum.count += 1;
        stratum.reciprocal += 1 / rank;
        if (rank <= 1) stratum.first += 1;
        if (rank <= 3) third += 1;
        if (rank <= 10) stratum.ten += 1;
        logLoss -= log(Math.max(1e-6, probability));
        const bin = stated[Math.min(9, Math.floor(best * 10))];
        bin.count += 1;
        bin.probability += best;
        if (rank < 2) bin.came += rank <= 1 ? 1 : 0.5;
      },
    });
  }
  const all = [...strata.values()];
  const sum = (of: (stratum: (typeof all)[number]) => number): number =>
    all.reduce((total, s) => total + of(s), 0);
  const questions = sum((s) => s.count);
  const part = (count: number): number => (questions === 0 ? 0 : count / questions);
  return {
    questions,
    mrr: part(sum((s) => s.reciprocal)),
    hits1: part(sum((s) => s.first)),
    hits3: part(third),
    hits10: part(sum((s) => s.ten)),
    logLoss: part(logLoss),
    strata: (["act", "pair", "nothing"] as const).flatMap((known) => {
      const s = strata.get(known);
      if (s === undefined) return [];
      return [
        {
          known,
          share: part(s.count),
          mrr: s.reciprocal / s.count,
          hits1: s.first / s.count,
          hits10: s.ten / s.count,
        },
      ];
    }),
    reliability: stated
      .filter(({ count }) => count > 0)
      .map(({ count, probability, came }) => ({
        stated: probability / count,
        came: came / count,
        questions: count,
      })),
  };
}

/** Events in columns, in order of time, cut into days. */
export function daysOf(events: {
  readonly day: ArrayLike<number>;
  readonly source: ArrayLike<number>;
  readonly type: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}): readonly DayOfEvents[] {
  const days = new Map<number, { source: number[]; type: number[]; target: number[] }>();
  for (let e = 0; e < events.day.length; e++) {
    let rows = days.get(events.day[e]);
    if (rows === undefined) {
      rows = { source: [], type: [], target: [] };
      days.set(events.day[e], rows);
    }
    rows.source.push(events.source[e]);
    rows.type.push(events.type[e]);
    rows.target.push(events.target[e]);
  }
  return [...days].sort(([a], [b]) => a - b).map(([day, rows]) => ({ day, ...rows }));
}
