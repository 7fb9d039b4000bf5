import type { Plan, Shard } from "../forecast/index.ts";
import { RUNS_PER_DRAW, type Scenario } from "../simulate/index.ts";

/** Runs of a scenario cut into shards of one draw of inputs each. */
export function shardsOf(scenario: Scenario, plan: Plan, runs: number): readonly Shard[] {
  return Array.from({ length: Math.ceil(runs / RUNS_PER_DRAW) }, (_, k) => ({
    scenario,
    plan,
    from: k * RUNS_PER_DRAW,
    to: Math.min(runs, (k + 1) * RUNS_PER_DRAW),
  }));
}

/** Draws of inputs over which the pairs of an experiment are spread, of so many futures. */
export function drawsOfPairs(runs: number): number {
  return Math.max(1, Math.min(20, Math.floor(runs / RUNS_PER_DRAW)));
}

/** A few runs from each of many draws of inputs, so that an experiment sees the spread of the inputs. */
export function thinShards(scenario: Scenario, plan: Plan, pairs: number, runs: number): readonly Shard[] {
  const draws = drawsOfPairs(runs);
  const each = Math.max(1, Math.min(RUNS_PER_DRAW, Math.ceil(pairs / draws)));
  return Array.from({ length: draws }, (_, d) => ({
    scenario,
    plan,
    from: d * RUNS_PER_DRAW,
    to: Math.min(runs, d * RUNS_PER_DRAW + each),
  }));
}
