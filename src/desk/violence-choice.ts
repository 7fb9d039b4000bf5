import { civil, dayOf } from "../base/index.ts";
import {
  bestForecaster,
  type CountProcess,
  countRule,
  type FirstMonth,
  type ForecastScore,
  factorOf,
  fitViolence,
  rollingOrigin,
  type ViolenceFit,
} from "../behave/index.ts";
import type { Case, Series } from "../case/index.ts";

/** Months of a series that the violence model is fitted on: the regime before them was another. */
export const MONTHS_FITTED = 60;
/** Months known before the first forecast that is scored. */
export const KNOWN_FIRST = 24;

/** What the violence of futures is drawn from, and why. */
export interface Violence {
  /** What futures draw from: the self-exciting model, or the plain rule that did better. */
  readonly model: CountProcess;
  /** Which forecaster that is, by its id. */
  readonly chosen: string;
  /** The self-exciting model, whether it is played or not. */
  readonly fit: ViolenceFit;
  /** The same with the case's political drivers, where it has any. */
  readonly driven: ViolenceFit | undefined;
  readonly drivers: readonly Series[];
  /** One month ahead, on months held back in turn; absent where the months are too few. */
  readonly scores: readonly ForecastScore[] | undefined;
}

/**
 * What a case's violence is drawn from in its futures: of the self-exciting model, the same with the case's political
 * drivers, a plain regression and four simple rules the one that did best, one month ahead, on the case's own months.
 *
 * @returns nothing for a case without a series of violence, or with fewer than 24 months.
 * @remarks Fitted and tried on the last 60 months, the first 24 of them known before the first forecast. Where fewer
 * than six are left to be forecast, or the 24 are all 0, nothing can be tried and the model is played.
 */
export function violenceOf(source: Case): Violence | undefined {
  const series = source.series.find((candidate) => candidate.kind === "violence");
  const values = series === undefined ? undefined : source.values[series.id];
  if (values === undefined || values.values.length < 24) return undefined;
  const from = Math.max(0, values.values.length - MONTHS_FITTED);
  const counts = values.values.slice(from);
  const { year, month } = civil(dayOf(values.months[from]));
  const first = { year, month };
  const fit = fitViolence(counts, first);
  const drivers = source.series.filter(
    (candidate) => candidate.kind === "driver" && source.values[candidate.id] !== undefined,
  );
  const rows = drivers.map((driver) => known(source, driver, values.months.slice(from)));
  const driven = rows.length === 0 ? undefined : fitViolence(counts, first, {}, rows);
  const scores = scoresOf(counts, first, rows);
  const chosen = scores === undefined ? "self-exciting" : bestForecaster(scores).id;
  const model =
    chosen === "self-exciting"
      ? fit.model
      : chosen === "driven" && driven !== undefined
        ? lasting(driven, rows)
        : countRule(chosen, counts);
  return { model, chosen, fit, driven, drivers, scores };
}

/** The name of what futures draw their violence from; nothing where there is no violence. */
export function chosenName(violence: Violence | undefined): string | undefined {
  if (violence === undefined) return undefined;
  const score = violence.scores?.find(({ id }) => id === violence.chosen);
  return (score?.name ?? "Self-exciting counts").toLowerCase();
}

function scoresOf(
  counts: readonly number[],
  first: FirstMonth,
  drivers: readonly (readonly number[])[],
): readonly ForecastScore[] | undefined {
  if (counts.length <= KNOWN_FIRST + 5 || counts.slice(0, KNOWN_FIRST).every((count) => count === 0))
    return undefined;
  return rollingOrigin(counts, first, { from: KNOWN_FIRST, drivers });
}

/** What was known of a driver before each of these months, and before the one after them. */
function known(source: Case, driver: Series, months: readonly string[]): readonly number[] {
  const { months: given, values } = source.values[driver.id];
  const before = months.map((month) => given.indexOf(month) - 1);
  const last = given.indexOf(months[months.length - 1]);
  return [...before, last].map((k) => values[Math.max(0, k)]);
}

/** The model with the drivers left where they stand after the last month. */
function lasting(driven: ViolenceFit, rows: readonly (readonly number[])[]): CountProcess {
  const factor = factorOf(
    driven,
    rows.map((row) => row[row.length - 1]),
  );
  const { model } = driven;
  return { ...model, base: model.base * factor, branching: model.branching * factor };
}
