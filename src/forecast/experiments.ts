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

/** z of a 95 % interval. */
const Z95 = 1.959963984540054;

/**
 * The paired difference of a measure between two scenarios with common random numbers.
 *
 * @param column which measure of both plans.
 * @remarks Runs with the same number share inputs and luck; differences are averaged within each draw
 * of inputs, and the interval is mean ± 1.96 sd/√draws over draws.
 */
export function pairedEffect(base: Observations, other: Observations, columns: number, column: number): Effect {
  const runs = Math.min(base.to - base.from, other.to - other.from);
  const byDraw = new Map<number, { sum: number; count: number }>();
  let withSum = 0;
  let withoutSum = 0;
  for (let row = 0; row < runs; row++) {
    const a = base.measures[row * columns + column];
    const b = other.measures[row * columns + column];
    withSum += a;
    withoutSum += b;
    const draw = Math.floor((base.from + row) / RUNS_PER_DRAW);
    const part = byDraw.get(draw) ?? { sum: 0, count: 0 };
    part.sum += a - b;
    part.count += 1;
    byDraw.set(draw, part);
  }
  const parts = [...byDraw.values()].map((part) => part.sum / part.count);
  const difference = (withSum - withoutSum) / Math.max(1, runs);
  const half = parts.length < 2 ? Number.POSITIVE_INFINITY : Z95 * Math.sqrt(varianceOf(parts) / parts.length);
  return {
    with: withSum / Math.max(1, runs),
    without: withoutSum / Math.max(1, runs),
    difference,
    low: difference - half,
    high: difference + half,
    runs,
  };
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
