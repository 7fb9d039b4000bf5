import {
  type BargainingProblem,
  type ExpectedUtilityRun,
  type ExpectedUtilitySwitches,
  nearestReading,
  playExpectedUtility,
  pooledReading,
  standoffReading,
  strongestReading,
} from "../../../src/bargain/index.ts";
import { weightedMedian } from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";
import { type Checker, Comparison, inputBeside, type Json, records, skipped } from "./files.ts";

/** Actors by name, capability, position and salience; the scale is what positions span. */
export function readProblem(path: string): BargainingProblem {
  const actors = records(path).map(({ name, capability, position, salience }) => ({
    id: name,
    capability: Number(capability),
    position: Number(position),
    salience: Number(salience),
  }));
  return withScale(actors);
}

function withScale(actors: BargainingProblem["actors"]): BargainingProblem {
  const positions = actors.map((actor) => actor.position);
  return { actors, range: [Math.min(...positions), Math.max(...positions)] };
}

/** Which reading a run is of, told by what its file says of it. */
const READINGS: readonly {
  readonly name: string;
  readonly knows: (run: Json) => boolean;
  readonly switches: (run: Json) => ExpectedUtilitySwitches;
}[] = [
  { name: "pooled votes", knows: (run) => run.position_range !== undefined, switches: () => pooledReading },
  {
    name: "strongest challenger",
    knows: (run) => run.xmax !== undefined,
    switches: (run) => ({ ...strongestReading, quiet: run.Q }),
  },
  {
    name: "stand-off",
    knows: (run) => run.conflict_resolves !== undefined,
    switches: (run) => ({
      ...standoffReading,
      quiet: run.q,
      answer: run.conflict_resolves ? "contest" : "standoff",
    }),
  },
];

/** Runs of several readings on one case: `{ reading: { rounds: [{ positions, median, mean }] } }`. */
export const expectedUtilityRuns: Checker = {
  knows: ({ json }) => Object.values<Json>(json).some((run) => READINGS.some((one) => knows(one, run))),
  check(table) {
    const input = inputBeside(table);
    if (input === undefined) return skipped(table.file, "runs", "its input is not in the folder");
    const problem = readProblem(input);
    return Object.entries<Json>(table.json).flatMap(([key, run]) => {
      const reading = READINGS.find((one) => knows(one, run));
      if (reading !== undefined) {
        return [compareRun(table.file, `${key} = ${reading.name}`, problem, run, reading.switches(run))];
      }
      return Object.entries<Json>(run ?? {})
        .filter(([name, inner]) => /^q=/.test(name) && Array.isArray(inner?.rounds))
        .map(([name, inner]) =>
          nearestRow(table.file, `${key} ${name} = nearest offer`, problem, inner, name),
        );
    });
  },
};

function knows(reading: (typeof READINGS)[number], run: Json): boolean {
  return run !== null && typeof run === "object" && Array.isArray(run.rounds) && reading.knows(run);
}

/** The problem with the scale that a run says it was given. */
function scaled(problem: BargainingProblem, run: Json): BargainingProblem {
  return run.xmax === undefined ? problem : { ...problem, range: [run.xmin, run.xmax] };
}

function compareRun(
  file: string,
  table: string,
  problem: BargainingProblem,
  theirs: Json,
  switches: ExpectedUtilitySwitches,
): GoldenRow {
  const rounds = theirs.rounds.length;
  const run = playExpectedUtility(scaled(problem, theirs), { ...switches, rounds, still: 0 });
  const comparison = new Comparison(1e-9);
  theirs.rounds.forEach((round: Json, t: number) => {
    compareRound(comparison, problem, run, round, t);
  });
  const matrices = [
    [theirs.prob_matrix_round1, run.rounds[0]?.outlook.victory],
    [theirs.rounds[0]?.prob_matrix, run.rounds[0]?.outlook.victory],
    [theirs.eu_matrix_round1, run.rounds[0]?.outlook.own],
    [theirs.rounds[0]?.eu_own_view, run.rounds[0]?.outlook.own],
    [theirs.rounds[0]?.eu_of_other_in_own_view, run.rounds[0]?.outlook.theirs],
  ] as const;
  for (const [matrix, ours] of matrices) if (matrix !== undefined) compareMatrix(comparison, ours, matrix);
  if (theirs.stopping !== undefined) {
    // the peer's half a point is a part of a scale of 100
    const [low] = problem.range;
    const wide = { ...problem, range: [low, low + 100] as const };
    comparison.same(playExpectedUtility(wide, switches).rounds.length, rounds);
  }
  return comparison.row(file, table, "1e-9");
}

function compareRound(
  comparison: Comparison,
  problem: BargainingProblem,
  run: ExpectedUtilityRun,
  theirs: Json,
  t: number,
): void {
  // once all agree nothing moves any more
  const ours = run.rounds[t] ?? run.rounds.at(-1);
  let mean = 0;
  let total = 0;
  problem.actors.forEach(({ id, capability, salience }, i) => {
    comparison.number(ours?.positions[i], theirs.positions[id]);
    if (theirs.r?.[id] !== undefined && run.rounds[t] !== undefined) {
      comparison.number(ours?.outlook.risk[i], theirs.r[id]);
    }
    mean += capability * salience * (ours?.positions[i] ?? Number.NaN);
    total += capability * salience;
  });
  const median: number = theirs.median ?? theirs.vote;
  const isTied = ours !== undefined && isAsGood(problem, ours.positions, median, theirs.vote !== undefined);
  comparison.number(isTied ? median : ours?.median, median);
  comparison.number(mean / total, theirs.mean);
}

/** Whether a position ties for the median, so that the order of the program's lists decides. */
function isAsGood(
  { actors }: BargainingProblem,
  positions: Float64Array,
  median: number,
  byLead: boolean,
): boolean {
  const at = [...positions];
  if (!at.some((x) => Math.abs(x - median) <= 1e-9)) return false;
  const weights = actors.map(({ capability, salience }) => capability * salience);
  if (!byLead) {
    const { low, high } = weightedMedian(at, weights);
    return low < high && median >= low - 1e-9 && median <= high + 1e-9;
  }
  // the winner of the most lopsided pair
  const lead = (x: number): number =>
    Math.max(
      ...at.map((y) => at.reduce((sum, p, k) => sum + weights[k] * (Math.abs(p - y) - Math.abs(p - x)), 0)),
    );
  const most = Math.max(...at.map(lead));
  return lead(median) >= most - 1e-9 * Math.abs(most);
}

function compareMatrix(comparison: Comparison, ours: Float64Array | undefined, matrix: Json): void {
  const n = matrix.length;
  matrix.forEach((row: (number | null)[], i: number) => {
    row.forEach((value, j) => {
      if (value !== null && i !== j) comparison.number(ours?.[i * n + j], value);
    });
  });
}

/**
 * The reading by octants, whose first listed round is the start. Where actors are alike its comparisons are
 * of equal numbers, and the last bit decides in the peer: a mover that differs is a tie if changing
 * capabilities by a part in 10¹² gives the peer's answer.
 */
function nearestRow(
  file: string,
  table: string,
  problem: BargainingProblem,
  theirs: Json,
  quiet: string,
): GoldenRow {
  const switches = {
    ...nearestReading,
    quiet: Number(quiet.slice(2)),
    range: "scale" as const,
    rounds: 1,
  };
  const comparison = new Comparison(1e-6);
  let ties = 0;
  for (let t = 1; t < theirs.rounds.length; t++) {
    const from = theirs.rounds[t - 1].positions;
    const to = theirs.rounds[t].positions;
    const now = {
      ...problem,
      actors: problem.actors.map((actor) => ({
        ...actor,
        position: Math.min(problem.range[1], Math.max(problem.range[0], from[actor.id])),
      })),
    };
    const next = (jitter: number): Float64Array => {
      const run = playExpectedUtility(jittered(now, jitter), switches);
      return (run.rounds[0] ?? run.start).positions;
    };
    const ours = next(0);
    problem.actors.forEach(({ id }, i) => {
      const isTie =
        Math.abs(ours[i] - to[id]) > 1e-6 &&
        Array.from({ length: 24 }, (_, k) => next(k + 1)[i]).some((x) => Math.abs(x - to[id]) <= 1e-6);
      if (isTie) ties += 1;
      comparison.number(isTie ? to[id] : ours[i], to[id]);
    });
  }
  const note = ties === 0 ? undefined : `${ties} moves hang on the last bit and are not counted`;
  return comparison.row(file, table, "1e-6, round by round", note);
}

/** Capabilities changed by a part in 10¹², differently for each actor and each k above 0. */
function jittered(problem: BargainingProblem, k: number): BargainingProblem {
  if (k === 0) return problem;
  return {
    ...problem,
    actors: problem.actors.map((actor, i) => ({
      ...actor,
      capability: actor.capability * (1 + (((i * 7919 + k * 104729) % 17) - 8) * 1e-12),
    })),
  };
}
