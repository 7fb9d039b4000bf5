import { number, percent, range, signed } from "../say/number.ts";
import { plural } from "../say/words.ts";
import { inPercent } from "../tables/table.ts";
import type { Interval, NumberFact } from "./contents.ts";

const METHODS: Record<NumberFact["method"], string> = {
  exact: "exact: counted or computed without chance",
  sampled: "sampled: an average over runs",
  bound: "a bound: the true value lies within it",
};

const INTERVALS: Record<Interval["of"], string> = {
  prediction: "prediction interval",
  confidence: "confidence interval",
  credible: "credible interval",
  inputs: "spread from uncertain inputs",
  bound: "bound",
};

/** A value in the fact's unit, without the unit's name. */
export function valueText(fact: Pick<NumberFact, "unit" | "digits">, value: number): string {
  return inPercent(fact.unit) ? percent(value, fact.digits ?? 0) : number(value, fact.digits);
}

/** The fact's unit as it follows the number: nothing for per cents. */
export function unitText(fact: Pick<NumberFact, "unit">): string {
  return inPercent(fact.unit) ? "" : fact.unit;
}

/** An interval in words: "27–35% (95% confidence interval)". */
export function intervalText(fact: NumberFact, interval: Interval): string {
  const ends = range(valueText(fact, interval.low), valueText(fact, interval.high));
  if (interval.of === "bound") return `${ends} (bound)`;
  return `${ends} (${percent(interval.level)} ${INTERVALS[interval.of]})`;
}

/** How the number was made, in words. */
export function methodText(fact: NumberFact): string {
  const runs = fact.runs === undefined ? "" : `, ${plural(fact.runs, "run")}`;
  const pairs = fact.pairs === undefined ? "" : `, ${plural(fact.pairs, "pair")} of futures`;
  const seed = fact.seed === undefined ? "" : `, seed “${fact.seed}”`;
  return `${METHODS[fact.method]}${runs}${pairs}${seed}`;
}

/** The standard error in words, or nothing. */
export function errorText(fact: NumberFact): string | undefined {
  if (fact.error === undefined) return undefined;
  return inPercent(fact.unit)
    ? `± ${number(fact.error * 100, 1)} points (standard error of sampling)`
    : `± ${number(fact.error)} ${fact.unit} (standard error of sampling)`;
}

/** A baseline beside the number: its value and how far the number is from it. */
export function baselineText(fact: NumberFact, baseline: { name: string; value: number }): string {
  const apart = fact.value - baseline.value;
  const by = inPercent(fact.unit) ? `${signed(apart * 100, 1)} points` : signed(apart, fact.digits);
  return `${baseline.name}: ${valueText(fact, baseline.value)} (this is ${by})`;
}

/** The one line under a number that says how sure it is. */
export function howSure(fact: NumberFact): string {
  const first = fact.intervals?.[0];
  if (first !== undefined) return intervalText(fact, first);
  if (fact.method === "exact") return "exact";
  return errorText(fact) ?? fact.method;
}
