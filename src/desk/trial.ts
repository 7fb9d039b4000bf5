import {
  type Effect,
  type Experiment,
  type Observations,
  pairedEffect,
  type Verdict,
  verdictOf,
} from "../forecast/index.ts";

/** What an experiment says of a causal claim; `not-reached`: the outcome is the same in every pair of futures. */
export type TrialVerdict = Verdict | "not-reached";

/** An alleged cause that was taken away, and what that did. */
export interface Tried {
  readonly experiment: Experiment;
  readonly effect: Effect;
  readonly verdict: TrialVerdict;
  /** Part of the pairs that are seen to differ: in the outcome, in the moves made, in trouble or in signatures. */
  readonly parted: number;
}

/**
 * What came of taking an alleged cause away.
 *
 * @param near runs from 0 on with the cause, whose outcome stands in this column.
 * @param parts runs without it, of the one outcome.
 */
export function triedOf(
  experiment: Experiment,
  near: Observations,
  column: number,
  parts: readonly Observations[],
): Tried {
  const raw = pairedEffect(near, column, parts, 0);
  const effect = isPart(experiment.outcome) ? withinParts(raw) : raw;
  const columns = near.measures.length / (near.to - near.from);
  let differ = 0;
  let parted = 0;
  for (const part of parts) {
    for (let row = 0; row < part.to - part.from; row++) {
      const own = part.from + row - near.from;
      const isOther = part.measures[row] !== near.measures[own * columns + column];
      if (isOther) differ += 1;
      if (isOther || !isAlike(near, own, part, row)) parted += 1;
    }
  }
  return {
    experiment,
    effect,
    verdict: differ === 0 ? "not-reached" : verdictOf(effect, experiment.says),
    parted: parted / Math.max(1, effect.runs),
  };
}

/** Whether an outcome lies between 0 and 1: a probability, a share, a part of the months. */
export function isPart(outcome: Experiment["outcome"]): boolean {
  if ("rule" in outcome) return true;
  const { measure } = outcome;
  return typeof measure === "object" && ("share" in measure || "stability" in measure);
}

/** An effect on a part of 1: its interval is cut to what two such parts can differ by. */
export function withinParts(effect: Effect): Effect {
  if (!Number.isFinite(effect.low)) return effect;
  return { ...effect, low: Math.max(-1, effect.low), high: Math.min(1, effect.high) };
}

/** Whether two futures have the same moves, trouble and signatures. */
function isAlike(a: Observations, rowA: number, b: Observations, rowB: number): boolean {
  const same = (one: ArrayLike<number>, other: ArrayLike<number>, each: number): boolean => {
    for (let k = 0; k < each; k++) if (one[rowA * each + k] !== other[rowB * each + k]) return false;
    return true;
  };
  return (
    same(a.kinds, b.kinds, b.kinds.length / (b.to - b.from)) &&
    same(a.trouble, b.trouble, b.months) &&
    same(a.signatures, b.signatures, 1)
  );
}
