import { TawazunError } from "../../base/index.ts";
import type { Case, Intervention, Question } from "../../case/index.ts";
import {
  type Effect,
  type Executor,
  effectOf,
  firstParting,
  type MoveShift,
  moveShifts,
  type Observations,
  type Pair,
  type Plan,
  reachOf,
  type Shard,
} from "../../forecast/index.ts";
import { endOf, RUNS_PER_DRAW, type Scenario, type Stage, stageOf, trouble } from "../../simulate/index.ts";
import { lastDay } from "../played-to.ts";
import { type StudyWatch, violenceOf } from "../study.ts";
import { withinParts } from "../trial.ts";

/** Changes under a name: one of the columns that are put side by side. */
export interface Alternative {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly Intervention[];
}

/** How large a comparison is. */
export interface ComparisonSize {
  readonly seed: string;
  /** Pairs of futures for each alternative. */
  readonly runs: number;
  readonly months: number;
  /** How actors decide; absent: all strategic, by the defaults of behaviour. */
  readonly deciding?: Deciding;
}

/** How actors decide in the futures of a study. */
export type Deciding = Pick<Scenario, "policy" | "policies" | "behaviour">;

/** One alternative beside the case as it is. Every effect is the alternative less the case as it is. */
export interface Compared {
  readonly alternative: Alternative;
  /** By question, in the order of {@link Comparison.questions}. */
  readonly questions: readonly Effect[];
  /** Parts of months: quiet, and with each kind of trouble. */
  readonly stability: {
    readonly [part in "quiet" | "crisis" | "violence" | "arms"]: Effect;
  };
  /** Share of power on the last day, by mover. */
  readonly shares: readonly Effect[];
  readonly shifts: readonly MoveShift[];
  /** How many pairs part ways at all, and when the middle one does. */
  readonly parting: { readonly part: number; readonly day: number | undefined };
  /** The observations themselves: what the chain of causes is read from. */
  readonly parts: readonly Observations[];
}

/** Two or more scenarios of one case on the same luck. */
export interface Comparison {
  readonly source: Case;
  readonly stage: Stage;
  readonly size: ComparisonSize;
  /** Questions that the months played can answer. */
  readonly questions: readonly Question[];
  readonly base: readonly Observations[];
  readonly compared: readonly Compared[];
  readonly stopped: boolean;
}

/** Most draws of inputs over which the pairs are spread. */
const MOST_DRAWS = 40;

/** Runs of many draws of the inputs, a few of each: what an interval over draws needs. */
export function spreadShards(scenario: Scenario, plan: Plan, runs: number): readonly Shard[] {
  const draws = Math.max(
    1,
    Math.min(MOST_DRAWS, Math.max(Math.floor(runs / 4), Math.ceil(runs / RUNS_PER_DRAW))),
  );
  const each = Math.min(RUNS_PER_DRAW, Math.ceil(runs / draws));
  const needed = Math.ceil(runs / each);
  return Array.from({ length: needed }, (_, d) => ({
    scenario,
    plan,
    from: d * RUNS_PER_DRAW,
    to: d * RUNS_PER_DRAW + Math.min(each, runs - d * each),
  }));
}

/**
 * Plays a case as it is and with changes, on the same luck and the same draws of its inputs.
 *
 * @throws {TawazunError} `intervention/…` for changes that name nothing or contradict each other;
 * `whatif/none` without an alternative; `study/stopped` if nothing was done before it was stopped.
 */
export async function compareScenarios(
  source: Case,
  alternatives: readonly Alternative[],
  size: ComparisonSize,
  executor: Executor,
  watch: StudyWatch = {},
): Promise<Comparison> {
  if (alternatives.length === 0)
    throw new TawazunError("whatif/none", "Nothing is changed, so there is nothing to compare.");
  const stage = stageOf(source);
  const { world } = stage;
  const end = endOf(world.start, size.months);
  const questions = source.questions.filter((question) => reachOf(question.rule) <= end);
  const plan: Plan = {
    questions: [],
    outcomes: questions.map(({ rule }) => ({ rule })),
    detail: true,
    deeds: true,
  };
  const scenario: Scenario = {
    seed: size.seed,
    months: size.months,
    policy: "strategic",
    ...size.deciding,
    interventions: [],
    violence: violenceOf(source)?.model,
  };
  const columns = [{ id: "", name: "as it is", changes: [] }, ...alternatives];
  const total = columns.length * size.runs;
  const results: (readonly Observations[])[] = [];
  for (const [k, column] of columns.entries()) {
    const shards = spreadShards({ ...scenario, interventions: column.changes }, plan, size.runs);
    results.push(
      await executor.carryOut(source, shards, {
        signal: watch.signal,
        onRuns: (done) =>
          watch.onProgress?.({
            done: k * size.runs + done,
            total,
            doing: `playing ${size.runs} futures ${k === 0 ? "as it is" : `of “${column.name}”`}`,
          }),
      }),
    );
  }
  const [base, ...others] = results;
  const compared = alternatives.flatMap((alternative, k) => {
    const runs = new Set(base.map((part) => part.from));
    const parts = others[k].filter((part) => runs.has(part.from));
    return parts.length === 0 ? [] : [comparedWith(stage, alternative, base, parts, questions.length)];
  });
  if (compared.length === 0) {
    throw new TawazunError(
      "study/stopped",
      "The comparison was stopped before any pair of futures was played to its end.",
    );
  }
  return { source, stage, size, questions, base, compared, stopped: watch.signal?.aborted ?? false };
}

function comparedWith(
  stage: Stage,
  alternative: Alternative,
  base: readonly Observations[],
  parts: readonly Observations[],
  questions: number,
): Compared {
  const { world } = stage;
  const movers = world.movers.length;
  // all that is compared is a part of 1: an answer, a part of the months, a share of power
  const effect = (of: (part: Observations, row: number) => number): Effect =>
    withinParts(effectOf(pairsOf(base, parts, of)));
  const months = (has: (marks: number) => boolean): Effect =>
    effect((part, row) => {
      let count = 0;
      for (let m = 0; m < part.months; m++) if (has(part.trouble[row * part.months + m])) count += 1;
      return count / part.months;
    });
  return {
    alternative,
    questions: Array.from({ length: questions }, (_, q) =>
      effect((part, row) => part.measures[row * questions + q]),
    ),
    stability: {
      quiet: months((marks) => marks === 0),
      crisis: months((marks) => (marks & trouble.crisis) !== 0),
      violence: months((marks) => (marks & trouble.violence) !== 0),
      arms: months((marks) => (marks & trouble.arms) !== 0),
    },
    shares: world.movers.map((_, k) =>
      effect((part, row) => part.share[(row * part.months + part.months - 1) * movers + k]),
    ),
    shifts: moveShifts(base, parts, world.start),
    parting: firstParting(base, parts),
    parts,
  };
}

/** A number of each run in both scenarios; with is the alternative, without the case as it is. */
export function pairsOf(
  base: readonly Observations[],
  parts: readonly Observations[],
  of: (part: Observations, row: number) => number,
): readonly Pair[] {
  const start = new Map(base.map((part) => [part.from, part]));
  return parts.flatMap((part) => {
    const own = start.get(part.from);
    if (own === undefined) return [];
    return Array.from({ length: Math.min(part.to, own.to) - part.from }, (_, row) => ({
      run: part.from + row,
      with: of(part, row),
      without: of(own, row),
    }));
  });
}

/** The last day that was played. */
export function untilOf({ stage, size }: Comparison): string {
  return lastDay(stage.world, size.months);
}
