// How far from what was decided does each bargaining model end, on settled issues of the European Union?
//   npm run bench -- deu [folder with issues.csv and positions.csv]
// The data: DEU III (Arregui & Perarnaud 2022), positions and saliences of 30 actors, GDP as capability.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  type BargainingModel,
  type BargainingProblem,
  bargainingModels,
  compromiseMean,
  fitFocal,
  focalCompromiseWith,
  nashBargaining,
  spatialModel,
} from "../../src/bargain/index.ts";
import { seeded } from "../../src/base/index.ts";
import {
  isIssueFolder,
  ofThoseWhoCare,
  readIssues,
  type SettledRecord,
  withEqualPower,
} from "../golden/bargaining/issues.ts";
import type { BenchOptions, BenchResult } from "./measurement.ts";

const defaultFolder = "../shared/data/bargaining/deu3";
const luck = seeded("deu");

/** A settled issue, with the outcome at hand. */
interface Scored extends SettledRecord {
  readonly outcome: number;
}

/** Where a way of forecasting puts each issue, in the order of issues. */
type Forecast = (issues: readonly Scored[]) => readonly number[];

export async function bench({ arguments: [folder] }: BenchOptions): Promise<BenchResult> {
  const given = resolve(import.meta.dirname, "../..", folder ?? defaultFolder);
  // a folder laid out like data/bargaining will do too
  const directory = isIssueFolder(given) ? given : join(given, "deu3");
  const title = "How far from the decision does each bargaining model end?";
  if (!isIssueFolder(directory)) {
    return {
      title,
      rows: [],
      notes: [`Skipped: there is no issues.csv with positions.csv in ${folder ?? defaultFolder}.`],
    };
  }
  const issues = scoredOf(directory);
  const baseline = missesOf(issues, eachAlone(compromiseMean)(issues));
  const rows = forecastsOf().map(([name, forecast]) => {
    const start = performance.now();
    const misses = missesOf(issues, forecast(issues));
    return { model: name, ...summary(issues, misses, baseline), seconds: (performance.now() - start) / 1000 };
  });
  const unseen = unseenRows(directory, issues);
  return {
    title,
    rows: [...rows, ...unseen.rows],
    notes: [
      `${issues.length} issues with an outcome and at least three actors, of ${new Set(issues.map((issue) => issue.proposal)).size} proposals; errors are on a scale of 0 to 100. Capability is GDP unless a row says otherwise.`,
      "“Against the mean” compares mean absolute errors with those of the mean by GDP × salience on the same issues, in per cent; the standard error of the difference, in points, lets the issues of a proposal depend on each other.",
      "The focal compromise is cross-validated: each proposal is forecast with coefficients learned from all others. Which properties of a point to use was chosen on the issues at hand, out of some forty; on other issues expect less.",
      ...unseen.notes,
    ],
  };
}

function scoredOf(directory: string): Scored[] {
  return readIssues(directory)
    .filter((record): record is Scored => record.outcome !== undefined)
    .map((record) => ({ ...record, problem: ofThoseWhoCare(record.problem) }))
    .filter(({ problem }) => problem.actors.length >= 3);
}

const position = (model: BargainingModel, problem: BargainingProblem): number =>
  model.settle(problem, luck).position;

const eachAlone =
  (
    model: BargainingModel,
    as: (problem: BargainingProblem) => BargainingProblem = (problem) => problem,
  ): Forecast =>
  (issues) =>
    issues.map(({ problem }) => position(model, as(problem)));

/** Issues of one proposal settled together. */
const byProposal =
  (model: BargainingModel): Forecast =>
  (issues) => {
    const found = new Map<Scored, number>();
    for (const together of proposalsOf(issues)) {
      const settlements = model.settleTogether!(
        together.map(({ problem }) => problem),
        luck,
      );
      together.forEach((issue, k) => {
        found.set(issue, settlements[k].position);
      });
    }
    return issues.map((issue) => found.get(issue)!);
  };

/** Each proposal forecast by what all others teach. */
const crossValidated: Forecast = (issues) => {
  const found = new Map<Scored, number>();
  for (const together of proposalsOf(issues)) {
    const others = issues.filter((issue) => issue.proposal !== together[0].proposal);
    const model = focalCompromiseWith(fitFocal(others));
    for (const issue of together) found.set(issue, position(model, issue.problem));
  }
  return issues.map((issue) => found.get(issue)!);
};

function proposalsOf(issues: readonly Scored[]): readonly (readonly Scored[])[] {
  const groups = new Map<string, Scored[]>();
  for (const issue of issues) groups.set(issue.proposal, [...(groups.get(issue.proposal) ?? []), issue]);
  return [...groups.values()];
}

const withoutStatusQuo = ({ statusQuo: _, ...problem }: BargainingProblem): BargainingProblem => problem;

/** Every model of the catalogue, and what the notes of the field compare it with. */
function forecastsOf(): readonly (readonly [string, Forecast])[] {
  const catalogue = bargainingModels
    .filter((model) => model.id !== "focal-compromise")
    .map((model): [string, Forecast] => [
      model.name,
      model.settleTogether === undefined ? eachAlone(model) : byProposal(model),
    ]);
  return [
    ...catalogue,
    [`${nashBargaining.name}, status quo unknown`, eachAlone(nashBargaining, withoutStatusQuo)],
    [`${spatialModel.name}, equal power`, eachAlone(spatialModel, withEqualPower)],
    ["The middle of the scale", (issues) => issues.map(() => 50)],
    ["Focal compromise, cross-validated by proposal", crossValidated],
  ];
}

function sameFolder(directory: string): boolean {
  return directory === resolve(import.meta.dirname, "../..", defaultFolder);
}

/** On another folder: proposals that the default folder does not hold, by what the default folder teaches. */
function unseenRows(
  directory: string,
  issues: readonly Scored[],
): { readonly rows: BenchResult["rows"]; readonly notes: readonly string[] } {
  const known = resolve(import.meta.dirname, "../..", defaultFolder);
  if (sameFolder(directory) || !existsSync(join(known, "issues.csv"))) return { rows: [], notes: [] };
  const learned = scoredOf(known);
  const proposals = new Set(learned.map((issue) => issue.proposal));
  const unseen = issues.filter((issue) => !proposals.has(issue.proposal));
  if (unseen.length === 0) return { rows: [], notes: ["No proposal of this folder is new."] };
  const model = focalCompromiseWith(fitFocal(learned));
  const baseline = missesOf(unseen, eachAlone(compromiseMean)(unseen));
  const row = (name: string, forecast: Forecast) => ({
    model: name,
    ...summary(unseen, missesOf(unseen, forecast(unseen)), baseline),
    seconds: 0,
  });
  return {
    rows: [
      row("Compromise mean, unseen proposals", eachAlone(compromiseMean)),
      row("Focal compromise, unseen proposals", eachAlone(model)),
    ],
    notes: [`${unseen.length} issues are of proposals that the default folder does not hold.`],
  };
}

function missesOf(issues: readonly Scored[], forecasts: readonly number[]): number[] {
  return issues.map(({ outcome }, k) => Math.abs(forecasts[k] - outcome));
}

function summary(issues: readonly Scored[], misses: readonly number[], baseline: readonly number[]) {
  const n = misses.length;
  const mean = average(misses);
  const sorted = [...misses].sort((a, b) => a - b);
  const differences = misses.map((miss, k) => miss - baseline[k]);
  const sums = new Map<string, number>();
  issues.forEach(({ proposal }, k) => {
    sums.set(proposal, (sums.get(proposal) ?? 0) + differences[k]);
  });
  const squares = [...sums.values()].reduce((total, sum) => total + sum * sum, 0);
  return {
    issues: n,
    "mean abs. error": Number(mean.toFixed(2)),
    "root mean square": Number(Math.sqrt(average(misses.map((miss) => miss * miss))).toFixed(2)),
    "median abs. error": Number(
      ((sorted[Math.floor((n - 1) / 2)] + sorted[Math.ceil((n - 1) / 2)]) / 2).toFixed(2),
    ),
    "against the mean": `${percent(100 * (mean / average(baseline) - 1))} %`,
    "difference ± s.e.": `${signed(average(differences))} ± ${(Math.sqrt(squares) / n).toFixed(2)}`,
  };
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}

const signed = (x: number): string => `${x < 0 ? "−" : "+"}${Math.abs(x).toFixed(2)}`;
const percent = (x: number): string => `${x < 0 ? "−" : "+"}${Math.abs(x).toFixed(1)}`;
