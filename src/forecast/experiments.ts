import type { Case, Claim, Intervention } from "../case/index.ts";
import { endOf, RUNS_PER_DRAW, type Stage } from "../simulate/index.ts";
import { varianceOf } from "./answers.ts";
import { type Observations, type Outcome, outcomeGauge } from "./observe.ts";
import { reachOf } from "./rules.ts";

/** What the experiment says of a causal claim. */
export type Verdict = "supported" | "contradicted" | "no-detectable-effect";

/** Two scenarios of the same runs compared: the effect of the alleged cause on the outcome. */
export interface Effect {
  readonly with: number;
  readonly without: number;
  /** with − without: what the cause does. */
  readonly difference: number;
  /** 95 % confidence interval of the difference, from draws of inputs as clusters. */
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/**
 * The paired difference of an outcome between two scenarios with common random numbers.
 *
 * @param base runs from 0 on in the scenario as it is, and which of its outcomes.
 * @param others runs of the other scenario, in any pieces that lie within those of the base.
 * @remarks Runs with the same number share inputs and luck; differences are averaged within each draw
 * of inputs, and the interval is mean ± t sd/√draws over draws (95 %, Student's t by its expansion in 1/df).
 */
export function pairedEffect(
  base: Observations,
  baseColumn: number,
  others: readonly Observations[],
  column: number,
): Effect {
  const baseColumns = base.measures.length / (base.to - base.from);
  const pairs = others.flatMap((other): Pair[] => {
    const columns = other.measures.length / (other.to - other.from);
    return Array.from({ length: other.to - other.from }, (_, row) => ({
      run: other.from + row,
      with: base.measures[(other.from + row - base.from) * baseColumns + baseColumn],
      without: other.measures[row * columns + column],
    }));
  });
  return effectOf(pairs);
}

/** One number of one run, in two scenarios. */
export interface Pair {
  readonly run: number;
  readonly with: number;
  readonly without: number;
}

/**
 * The mean difference over pairs of runs, with − without.
 *
 * @remarks Averaged within each draw of inputs; the interval is mean ± t sd/√draws over draws.
 */
export function effectOf(pairs: readonly Pair[]): Effect {
  const byDraw = new Map<number, { sum: number; count: number }>();
  let withSum = 0;
  let withoutSum = 0;
  for (const pair of pairs) {
    withSum += pair.with;
    withoutSum += pair.without;
    const draw = Math.floor(pair.run / RUNS_PER_DRAW);
    const part = byDraw.get(draw) ?? { sum: 0, count: 0 };
    part.sum += pair.with - pair.without;
    part.count += 1;
    byDraw.set(draw, part);
  }
  const runs = pairs.length;
  const parts = [...byDraw.values()].map((part) => part.sum / part.count);
  const difference = (withSum - withoutSum) / Math.max(1, runs);
  const half =
    parts.length < 2
      ? Number.POSITIVE_INFINITY
      : t95(parts.length - 1) * Math.sqrt(varianceOf(parts) / parts.length);
  return {
    with: withSum / Math.max(1, runs),
    without: withoutSum / Math.max(1, runs),
    difference,
    low: difference - half,
    high: difference + half,
    runs,
  };
}

/** The 97.5 % point of Student's t, to the second order of its expansion about the normal's. */
export function t95(df: number): number {
  const z = 1.959963984540054;
  const z3 = z * z * z;
  const z5 = z3 * z * z;
  return z + (z3 + z) / (4 * df) + (5 * z5 + 16 * z3 + 3 * z) / (96 * df * df);
}

/** The verdict of an effect on what the text says the cause does. */
export function verdictOf(effect: Effect, says: "raises" | "lowers"): Verdict {
  if (!(effect.low > 0) && !(effect.high < 0)) return "no-detectable-effect";
  return effect.difference > 0 === (says === "raises") ? "supported" : "contradicted";
}

/** A claim that can be tried, with the interventions that take its alleged cause away. */
export interface Experiment {
  readonly claim: Claim;
  readonly without: readonly Intervention[];
  readonly says: "raises" | "lowers";
  readonly outcome: Outcome;
}

/**
 * The experiments of a case that runs of so many months can decide.
 *
 * @throws {TawazunError} `rule/unknown` where an outcome names nothing.
 */
export function experimentsOf(stage: Stage, source: Case, months: number): readonly Experiment[] {
  const end = endOf(stage.world.start, months);
  return source.claims.flatMap((claim) => {
    const { experiment } = claim;
    if (experiment === undefined) return [];
    const { outcome } = experiment;
    const reach = "rule" in outcome ? reachOf(outcome.rule) : reachOf({ compare: [outcome.measure, ">", 0] });
    if (reach > end) return [];
    outcomeGauge(stage.world, outcome);
    return [{ claim, without: experiment.without, says: experiment.effect, outcome }];
  });
}
