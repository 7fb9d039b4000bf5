import { TawazunError } from "../../base/index.ts";
import { baselineForecast, baselines } from "./baselines.ts";
import { regressionMean, regressionOf } from "./count-regression.ts";
import { expectedCount, nextExcitation, type ViolenceModel } from "./violence-model.ts";

/**
 * A plain rule that futures draw their counts from: what it says of the next month, from the months before,
 * drawn ones among them, with the spread that made its own past forecasts most likely.
 *
 * Plain data: it goes through JSON unchanged.
 */
export interface CountRule {
  /** The id of a baseline, or `regression`. */
  readonly rule: string;
  /** Negative-binomial size r above 0. */
  readonly size: number;
  /** No mean goes above it: ten times the largest count ever seen. */
  readonly ceiling: number;
  /** The months before a simulation. */
  readonly past: readonly number[];
  /** Coefficients of the regression; empty for a baseline. */
  readonly terms: readonly number[];
}

/** What the counts of futures are drawn from. */
export type CountProcess = ViolenceModel | CountRule;

/** What a simulation keeps from month to month. */
export interface CountMemory {
  excitation: number;
  /** Months known and drawn, each as it would be without the factor of its politics. */
  readonly past: number[];
}

/**
 * The rule of a forecaster, ready to be simulated.
 *
 * @param id of a baseline, or `regression`.
 * @throws {TawazunError} `violence/rule` for another id; `violence/short`.
 */
export function countRule(id: string, past: readonly number[]): CountRule {
  const ceiling = 10 * past.reduce((most, count) => Math.max(most, count), 1);
  if (id === "regression") {
    const { terms, size } = regressionOf(past);
    return { rule: id, size, ceiling, past, terms };
  }
  const baseline = baselines.find((candidate) => candidate.id === id);
  if (baseline === undefined) {
    const known = [...baselines.map((rule) => rule.id), "regression"].join(", ");
    throw new TawazunError("violence/rule", `There is no rule "${id}" for counts; there are ${known}.`);
  }
  if (past.length < baseline.least) {
    throw new TawazunError(
      "violence/short",
      `There are ${past.length} months; “${baseline.name.toLowerCase()}” needs ${baseline.least}.`,
    );
  }
  return { rule: id, size: baselineForecast(baseline, past).size, ceiling, past, terms: [] };
}

/** Sets a memory to the last month known. */
export function beginCounts(process: CountProcess | undefined, memory: CountMemory): void {
  const known = process !== undefined && "rule" in process ? process.past : [];
  memory.past.length = 0;
  for (const count of known) memory.past.push(count);
  memory.excitation = process === undefined || "rule" in process ? 0 : process.excitation;
}

/**
 * The expected count of the next month.
 *
 * @param month 0 for January … 11 for December.
 * @param factor by which the politics of the moment multiply it; 1 changes nothing.
 * @example A rule goes on from what was drawn; what politics added to one month does not compound in the next.
 * ```ts
 * import { beginCounts, countRule, foretold, remember } from "tawazun/behave";
 * const rule = countRule("persistence", [40, 50, 60]);
 * const memory = { excitation: 0, past: [] };
 * beginCounts(rule, memory);
 * foretold(rule, memory, 0, 1.5); //=> 90
 * remember(rule, memory, 120, 1.5);
 * foretold(rule, memory, 1, 1.5); //=> 120
 * foretold(rule, memory, 1, 1); //=> 80
 * ```
 */
export function foretold(process: CountProcess, memory: CountMemory, month: number, factor: number): number {
  if (!("rule" in process)) return expectedCount(process, memory.excitation, month, factor);
  return Math.min(process.ceiling, factor * saying(process, memory));
}

/** Takes in what was drawn for a month. */
export function remember(process: CountProcess, memory: CountMemory, count: number, factor: number): void {
  if ("rule" in process) memory.past.push(factor > 0 ? count / factor : saying(process, memory));
  else memory.excitation = nextExcitation(process, memory.excitation, count);
}

/** What a rule says, politics apart; at least ½, as when it was scored. */
function saying(process: CountRule, { past }: CountMemory): number {
  if (process.rule === "regression") return regressionMean(process.terms, past);
  const rule = baselines.find((candidate) => candidate.id === process.rule);
  return Math.max(0.5, rule === undefined ? 0 : rule.mean(past));
}
