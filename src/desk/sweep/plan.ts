import { seeded, sha256 } from "../../base/index.ts";
import {
  type Case,
  type Intervention,
  type NamedChanges,
  type Setting,
  type SweepExperiment,
  secondsOf,
  variableChange,
} from "../../case/index.ts";
import {
  type Design,
  type DesignPoints,
  designPoints,
  type Plan,
  reachOf,
  type Shard,
  type Spread,
} from "../../forecast/index.ts";
import { endOf, RUNS_PER_DRAW, type Scenario, worldOf } from "../../simulate/index.ts";
import { studyDefaults, violenceOf } from "../study.ts";
import { readPolicies } from "../verbs/policy-flag.ts";

/** Futures of the first pieces of a point: few, so that a point that is soon precise gets no more. */
const FIRST = 25;
/** Futures of its later pieces: as many as are worth a file and a message. */
const MOST = 200;

/** A column of what is recorded. */
export interface Recorded {
  readonly name: string;
  /** Whether it is 0 or 1 in each future. */
  readonly yesNo: boolean;
  /** Standard error of the mean that is enough for it; absent: it is not waited for. */
  readonly precision?: number | undefined;
}

/** One point of the design under one scenario. */
export interface Cell {
  readonly point: number;
  readonly scenario: number;
}

/** Some futures of one cell: what one worker is asked for, and one file. */
export interface Piece {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

/** All that a sweep is, made ready. */
export interface SweepPlan {
  readonly experiment: SweepExperiment;
  /** Of all that a row follows from: case, engine, seed, points, scenarios, what is recorded. */
  readonly hash: string;
  readonly variables: readonly string[];
  readonly points: readonly (readonly Setting[])[];
  readonly saltelli: DesignPoints["saltelli"];
  /** Names of the scenarios, and what each changes. */
  readonly scenarios: readonly { readonly id: string; readonly changes: readonly Intervention[] }[];
  readonly cells: readonly Cell[];
  readonly recorded: readonly Recorded[];
  readonly months: number;
  readonly repetitions: number;
  /** Futures at most, in all. */
  readonly most: number;
  /** Seconds after which no further piece is begun. */
  readonly budget?: number | undefined;
  /** What is played of a piece: plain data, each future with a draw of the uncertain inputs of its own. */
  shards(piece: Piece): readonly Shard[];
}

/**
 * Makes an experiment ready: its points, what is played at each, and the hash of all that its rows follow from.
 *
 * @remarks The number of repetitions and the rules for stopping are no part of the hash: with more of them, what is
 * there is kept.
 */
export function sweepPlan(
  source: Case,
  experiment: SweepExperiment,
  known: readonly NamedChanges[],
  version: string,
): SweepPlan {
  const { variables = [], design = { factorial: true }, months = studyDefaults.months } = experiment;
  const seed = experiment.seed ?? studyDefaults.seed;
  const { points, saltelli } = designPoints(
    design as Design,
    variables as readonly Spread[],
    seeded(seed).fork("sweep"),
  );
  const scenarios = (experiment.scenarios ?? ["as-is"]).map((id) => ({
    id,
    changes: known.find((scenario) => scenario.id === id)?.changes ?? [],
  }));
  const end = endOf(worldOf(source).start, months);
  const questions =
    experiment.record?.questions ??
    source.questions.filter(({ rule }) => reachOf(rule) <= end).map(({ id }) => id);
  const outcomes = experiment.record?.outcomes ?? [];
  const { precision, runs, budget } = experiment.stop ?? {};
  const base: Scenario = {
    seed,
    months,
    ...readPolicies(experiment.policy ?? "strategic"),
    interventions: [],
    violence: violenceOf(source)?.model,
  };
  const plan: Plan = {
    questions: [],
    outcomes: [...source.questions.flatMap(({ id, rule }) => (questions.includes(id) ? [{ id, rule }] : []))]
      .sort((a, b) => questions.indexOf(a.id) - questions.indexOf(b.id))
      .map(({ rule }): Plan["outcomes"][number] => ({ rule }))
      .concat(
        outcomes.map(({ rule, measure }) => (rule === undefined ? { measure: measure ?? 0 } : { rule })),
      ),
    detail: false,
  };
  const cells = points.flatMap((_, point) => scenarios.map((__, scenario) => ({ point, scenario })));
  const names = variables.map(({ name }) => name);
  const sets = variables.map(({ set }) => set);
  const all = [1, version, source.hash, base, plan, names, sets, points, scenarios];
  return {
    experiment,
    hash: sha256(new TextEncoder().encode(JSON.stringify(all))),
    variables: names,
    points,
    saltelli,
    scenarios,
    cells,
    recorded: [
      ...questions.map((name) => ({ name, yesNo: true, precision })),
      ...outcomes.map((outcome) => ({
        name: outcome.name,
        yesNo: outcome.rule !== undefined,
        precision: outcome.precision ?? (outcome.rule === undefined ? undefined : precision),
      })),
    ],
    months,
    repetitions: experiment.repetitions,
    most: Math.min(runs ?? Number.POSITIVE_INFINITY, cells.length * experiment.repetitions),
    budget: budget === undefined ? undefined : secondsOf(budget),
    shards({ cell, from, to }) {
      const { point, scenario } = cells[cell];
      const interventions = [
        ...scenarios[scenario].changes,
        ...sets.map((set, v) => variableChange(set, points[point][v])),
      ];
      return Array.from({ length: to - from }, (_, k) => ({
        scenario: { ...base, interventions },
        plan,
        from: (from + k) * RUNS_PER_DRAW,
        to: (from + k) * RUNS_PER_DRAW + 1,
      }));
    },
  };
}

/**
 * The pieces of one round: the next futures of each of these cells, first 25, then 25, 50, 100 and on in steps of 200.
 * The bounds hang on nothing else, so that a piece is found again by whoever asks for it.
 */
export function piecesOf(plan: SweepPlan, round: number, cells: readonly number[]): readonly Piece[] {
  const from = boundOf(round);
  const to = Math.min(plan.repetitions, boundOf(round + 1));
  return to <= from ? [] : cells.map((cell) => ({ cell, from, to }));
}

/** Futures of a point before a round: 0, 25, 50, 100, 200, 400, 600 … */
function boundOf(round: number): number {
  if (round === 0) return 0;
  const doubled = FIRST << Math.min(round - 1, 3);
  return doubled + MOST * Math.max(0, round - 4);
}
