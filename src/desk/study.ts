import { civil, isoDate, TawazunError } from "../base/index.ts";
import type { Case } from "../case/index.ts";
import {
  type Answer,
  answersOf,
  type Effect,
  type Executor,
  experimentsOf,
  type Gathered,
  gatherRuns,
  type Observations,
  PICTURED,
  type Plan,
  pairedEffect,
  reachOf,
  type Shard,
} from "../forecast/index.ts";
import {
  type Candidate,
  candidates,
  endOf,
  type LearnedBehaviour,
  type Scenario,
  type Stage,
  stageOf,
} from "../simulate/index.ts";
import { shardsOf, thinShards } from "./shards.ts";
import { type Tried, triedOf, withinParts } from "./trial.ts";
import { type Violence, violenceOf } from "./violence-choice.ts";

export type { TrialVerdict, Tried } from "./trial.ts";
export { violenceOf };

/** How large a study is. */
export interface StudySize {
  readonly seed: string;
  /** Futures of `months` calendar months. */
  readonly runs: number;
  readonly months: number;
  /** Futures to the end of the case's horizon, for questions that look beyond `months`. */
  readonly farRuns: number;
  /** Pairs of futures for each experiment. */
  readonly pairs: number;
  /** What is kept of each future: all, or what answers need, without shares by month and routes. */
  readonly keep?: "all" | "answers";
  /** The decision rule of all, and those of some; absent: strategic. */
  readonly policy?: string;
  readonly policies?: { readonly [actor: string]: string };
}

export const studyDefaults: StudySize = { seed: "tawazun", runs: 2000, months: 12, farRuns: 200, pairs: 100 };

/** How many others are put in the ruler's place. */
export const MOST_RULERS = 6;

/** An answer with the runs it is from. */
export interface StudyAnswer extends Answer {
  /** Last day of the runs that gave it. */
  readonly until: number;
}

/** Another head of government, and what the runs under him show. */
export interface Ruled {
  readonly candidate: Candidate;
  /** Stability under the head of government as he is, less that under the other: above 0, the other is less stable. */
  readonly effect: Effect;
}

/** Coefficients of behaviour from a fit, and a sentence on how they were made. */
export interface PlayedBehaviour {
  readonly learned: LearnedBehaviour;
  readonly says: string;
}

/** Everything the engine found out about a case. */
export interface Study {
  readonly source: Case;
  readonly stage: Stage;
  readonly size: StudySize;
  readonly scenario: Scenario;
  readonly violence: Violence | undefined;
  /** Absent where the play uses the default coefficients. */
  readonly behaviour: PlayedBehaviour | undefined;
  readonly near: Observations;
  readonly far: Observations | undefined;
  readonly answers: readonly StudyAnswer[];
  readonly tried: readonly Tried[];
  /** Mean stability over the futures, with its parts. */
  readonly ruled: readonly Ruled[];
  /** Runs in all. */
  readonly runs: number;
  /** Set when it was stopped before its end: the numbers are of the runs done by then. */
  readonly stopped: boolean;
}

/** How far a study has come, in runs of a month. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly doing: string;
}

export interface StudyWatch {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Plays a case forward, answers its questions, tries its claims, and puts others in the ruler's place.
 *
 * @throws {TawazunError} `study/runs` for fewer than one run, `rule/…` and `intervention/…` for a case
 * whose questions or claims name nothing, `study/stopped` if it was stopped before a single shard was done.
 */
export async function study(
  source: Case,
  size: StudySize,
  executor: Executor,
  watch: StudyWatch = {},
  behaviour?: PlayedBehaviour,
): Promise<Study> {
  if (!(size.runs >= 1) || !Number.isInteger(size.runs)) {
    throw new TawazunError(
      "study/runs",
      `The number of futures is ${size.runs}; it must be a whole number from 1.`,
    );
  }
  const stage = stageOf(source);
  const { world } = stage;
  const violence = violenceOf(source);
  const scenario: Scenario = {
    seed: size.seed,
    months: size.months,
    policy: size.policy ?? "strategic",
    ...(size.policies === undefined ? {} : { policies: size.policies }),
    interventions: [],
    violence: violence?.model,
    ...(behaviour === undefined ? {} : { behaviour: behaviour.learned }),
  };
  const end = endOf(world.start, size.months);
  const nearQuestions = source.questions
    .filter((question) => reachOf(question.rule) <= end)
    .map((question) => question.id);
  const farQuestions = source.questions
    .filter((question) => reachOf(question.rule) > end)
    .map((question) => question.id);
  const farMonths = monthsTo(source, world.start, farQuestions);
  const experiments = experimentsOf(stage, source, size.months);
  const others = plausibleOthers(world);
  const stability = { measure: { stability: { to: isoDate(end) } } } as const;
  const plan: Plan = {
    questions: nearQuestions,
    outcomes: [...experiments.map((experiment) => experiment.outcome), stability],
    detail: true,
  };
  const far: Scenario = { ...scenario, months: farMonths };
  const farPlan: Plan = { questions: farQuestions, outcomes: [], detail: false };

  const thin = (rules: Scenario["interventions"], outcome: Plan["outcomes"][number]): readonly Shard[] =>
    thinShards(
      { ...scenario, interventions: rules },
      { questions: [], outcomes: [outcome], detail: false },
      size.pairs,
      size.runs,
    );
  const jobs: readonly { readonly doing: string; readonly shards: readonly Shard[] }[] = [
    {
      doing: `playing ${size.runs} futures of ${size.months} months`,
      shards: shardsOf(scenario, plan, size.runs),
    },
    {
      doing: `playing ${farQuestions.length > 0 ? size.farRuns : 0} futures of ${farMonths} months`,
      shards: farQuestions.length > 0 ? shardsOf(far, farPlan, size.farRuns) : [],
    },
    ...experiments.map((experiment) => ({
      doing: `trying the claim "${experiment.claim.id}"`,
      shards: thin(experiment.without, experiment.outcome),
    })),
    ...others.map((other) => ({
      doing: `putting ${world.actors[other.actor].name} in the ruler's place`,
      shards: thin(
        [{ replace: { post: world.posts[world.headPost].id, by: world.actors[other.actor].id } }],
        stability,
      ),
    })),
  ];
  const months = (shard: Shard): number => (shard.to - shard.from) * shard.scenario.months;
  const total = jobs.reduce(
    (sum, job) => sum + job.shards.reduce((inner, shard) => inner + months(shard), 0),
    0,
  );
  let before = 0;
  const gathered: readonly Gathered[] = [
    gatherRuns(size.runs, size.keep === "answers" ? PICTURED : []),
    gatherRuns(size.farRuns),
  ];
  const results: (readonly Observations[])[] = [];
  for (const [k, job] of jobs.entries()) {
    const perRun = job.shards[0]?.scenario.months ?? 0;
    const parts: Observations[] = [];
    await executor.stream(
      source,
      job.shards,
      (part) => (k < gathered.length ? gathered[k].take(part) : void parts.push(part)),
      {
        signal: watch.signal,
        onRuns: (done) => watch.onProgress?.({ done: before + done * perRun, total, doing: job.doing }),
      },
    );
    results.push(parts);
    before += job.shards.reduce((sum, shard) => sum + months(shard), 0);
  }
  const [near, farMerged] = gathered.map((one) => one.end());
  if (near === undefined) {
    throw new TawazunError("study/stopped", "The study was stopped before any future was played to its end.");
  }
  const within = (parts: readonly Observations[]): readonly Observations[] =>
    parts.filter((part) => part.to <= near.to);
  return {
    source,
    stage,
    size,
    scenario,
    violence,
    behaviour,
    near,
    far: farMerged,
    answers: [
      ...answersOf(near, nearQuestions).map((answer) => ({ ...answer, until: end })),
      ...(farMerged === undefined
        ? []
        : answersOf(farMerged, farQuestions).map((answer) => ({
            ...answer,
            until: endOf(world.start, farMonths),
          }))),
    ],
    tried: experiments.flatMap((experiment, x) => {
      const parts = within(results[2 + x]);
      return parts.length === 0 ? [] : [triedOf(experiment, near, x, parts)];
    }),
    ruled: others.flatMap((candidate, k) => {
      const parts = within(results[2 + experiments.length + k]);
      if (parts.length === 0) return [];
      const effect = withinParts(pairedEffect(near, experiments.length, parts, 0));
      return [{ candidate, effect }];
    }),
    runs: [near, ...(farMerged === undefined ? [] : [farMerged]), ...results.flat()].reduce(
      (sum, part) => sum + part.to - part.from,
      0,
    ),
    stopped: watch.signal?.aborted ?? false,
  };
}

/** Others who could govern, likeliest first: people, if there are any among them; at most six. */
function plausibleOthers(world: Stage["world"]): readonly Candidate[] {
  if (world.headPost < 0) return [];
  const all = candidates(world);
  const people = all.filter((candidate) => world.actors[candidate.actor].kind === "person");
  return (people.length > 0 ? people : all).slice(0, MOST_RULERS);
}

/** The shards from the first run on without a gap: what may be used of work that was stopped. */
export function contiguous(parts: readonly Observations[]): readonly Observations[] {
  const sorted = [...parts].sort((a, b) => a.from - b.from);
  const gap = sorted.findIndex((part, k) => part.from !== (k === 0 ? 0 : sorted[k - 1].to));
  return gap < 0 ? sorted : sorted.slice(0, gap);
}

/** Calendar months from the first day to the last that these questions ask about. */
function monthsTo(source: Case, start: number, questions: readonly string[]): number {
  const first = civil(start);
  let most = 1;
  for (const question of source.questions) {
    if (!questions.includes(question.id)) continue;
    const last = civil(reachOf(question.rule));
    most = Math.max(most, (last.year - first.year) * 12 + last.month - first.month + 1);
  }
  return most;
}
