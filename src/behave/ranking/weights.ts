import { type Asking, acquaintances, type Candidates } from "./candidates.ts";
import { implications } from "./implications.ts";
import { clock, learned } from "./learned.ts";
import type { Memory } from "./memory.ts";
import { newton } from "./newton.ts";
import { rankingStatistics, statisticGroups } from "./statistics.ts";

/** What one statistic, or one earlier act, adds to a candidate's log odds. */
export type Reason = readonly [statistic: string, logOdds: number];

/** The coefficients of the model. */
export interface Weights {
  /** Log odds of all candidates, into `scores`: by the averages as last settled, or by the latest weights. */
  score(candidates: Candidates, asking: Asking, scores: Float64Array, by: "mean" | "weight"): void;
  /** A step along the gradient: `push` is by how much each candidate's odds should have been higher. */
  learn(candidates: Candidates, asking: Asking, push: Float64Array): void;
  /** Brings the averages up to what was learned. */
  settle(): void;
  /** What the log odds of a candidate are made of, by the averages. */
  reasons(candidates: Candidates, asking: Asking, c: number): readonly Reason[];
  /** The averaged coefficient of statistic p, for candidates known in one way; with a type's own part, or without. */
  of(p: number, known: number, r?: number): number;
}

/** Which parts of the model are left out, to see what each gives. */
export interface Parts {
  /** Groups of statistics that are used; all of them if it is not said. */
  readonly groups?: readonly string[];
  readonly byAcquaintance?: boolean;
  readonly byType?: boolean;
  readonly implications?: boolean;
}

/** Learning rates of what is added to the common weights, and how much weights are held to 0; chosen on the valid days of ICEWS14. */
const BY_ACQUAINTANCE = { rate: 0.03, shrink: 2e-5 } as const;
const BY_TYPE = { rate: 0.01, shrink: 2e-4 } as const;
/** Candidates that were judged right to this are left out of the gradient. */
const NEGLIGIBLE = 1e-4;

/**
 * Coefficients, all 0 at first: those common to all, and what is added to them by how the asker knows the
 * candidate and by the type asked; besides, what each type of earlier act implies. Answers and reasons go by
 * averages over the questions learned from, of which later ones count more.
 *
 * @param types counted both ways.
 */
export function weights(
  memory: Memory,
  types: number,
  nameOf: (r: number) => string,
  parts: Parts = {},
): Weights {
  const width = rankingStatistics.length;
  const { byAcquaintance: split = true, byType: typed = true, implications: implying = true } = parts;
  const used = new Uint8Array(width);
  for (const { id, from, size } of statisticGroups)
    if (parts.groups?.includes(id) ?? true) used.fill(1, from, from + size);
  const time = clock();
  const common = newton(width, time);
  const byAcquaintance = learned(acquaintances.length * width, time, BY_ACQUAINTANCE);
  const byType = learned(types * width, time, BY_TYPE);
  const implied = implications(memory, types, time, nameOf);
  const now = new Float64Array(acquaintances.length * width);
  const gradient = new Float64Array(acquaintances.length * width);
  const summed = new Float64Array(width);
  const of = (p: number, known: number, r?: number): number =>
    common.mean[p] +
    byAcquaintance.mean[known * width + p] +
    (r === undefined ? 0 : byType.mean[r * width + p]);
  return {
    of,
    settle() {
      for (const each of [common, byAcquaintance, byType, implied]) each.settle();
    },
    score(candidates, asking, scores, by) {
      const [all, acquainted, type] = [common[by], byAcquaintance[by], byType[by]];
      for (let k = 0; k < now.length; k++)
        now[k] = all[k % width] + acquainted[k] + type[asking.r * width + (k % width)];
      const { count, starts, which, value, known, pairs } = candidates;
      for (let c = 0; c < count; c++) {
        const base = known[c] * width;
        let score = 0;
        for (let j = starts[c]; j < starts[c + 1]; j++) score += now[base + which[j]] * value[j];
        scores[c] = pairs[c] < 0 ? score : score + implied.sum(pairs[c], asking, by);
      }
    },
    learn({ count, starts, which, value, known, pairs }, asking, push) {
      gradient.fill(0);
      for (let c = 0; c < count; c++) {
        const by = push[c];
        if (by > -NEGLIGIBLE && by < NEGLIGIBLE) continue;
        const base = known[c] * width;
        for (let j = starts[c]; j < starts[c + 1]; j++) gradient[base + which[j]] += by * value[j];
        if (implying && pairs[c] >= 0) implied.learn(pairs[c], asking, by);
      }
      summed.fill(0);
      for (let k = 0; k < gradient.length; k++) {
        gradient[k] *= used[k % width];
        summed[k % width] += gradient[k];
      }
      common.step(0, summed);
      if (typed) byType.step(asking.r * width, summed);
      if (split) byAcquaintance.step(0, gradient);
      time.tick();
    },
    reasons({ starts, which, value, known, pairs }, asking, c) {
      const stated: Reason[] = [];
      for (let j = starts[c]; j < starts[c + 1]; j++)
        stated.push([rankingStatistics[which[j]], of(which[j], known[c], asking.r) * value[j]]);
      return pairs[c] < 0 ? stated : [...stated, ...implied.reasons(pairs[c], asking)];
    },
  };
}
