import type { IsoDate, Source } from "../../base/index.ts";
import { varianceOf } from "../../forecast/index.ts";
import type { FanPoint, Interval } from "../../show/index.ts";
import { endOf, RUNS_PER_DRAW } from "../../simulate/index.ts";
import { lastDay } from "../played-to.ts";
import type { Study } from "../study.ts";

/** What every number taken from the futures rests on. */
export function playedAssumptions({ behaviour }: Pick<Study, "behaviour">): readonly string[] {
  return [
    behaviour === undefined
      ? "Actors behave by the engine's default coefficients; none is fitted to this case."
      : "Actors behave by coefficients fitted to events, where the fit has them, and by defaults elsewhere.",
    "The case's data and ranges hold; each set of 50 futures is played on one draw of them.",
    "Only the kinds of move in the catalogue are made, and only by the actors of the case.",
  ];
}

/** Works behind the play. */
export const PLAYED_SOURCES: readonly Source[] = [
  { ref: "mckelvey1995" },
  { ref: "stadtfeld2017" },
  { ref: "anderson2007" },
];

/** How many draws of the uncertain inputs the futures were played on. */
export function drawsOf(study: Study): number {
  return Math.ceil((study.near.to - study.near.from) / RUNS_PER_DRAW);
}

/** The last day of a simulated month, counted from 0. */
export function lastDayOf(study: Study, month: number): IsoDate {
  return lastDay(study.stage.world, month + 1);
}

/** Years that each future lasts. */
export function yearsOf(study: Study): number {
  const { start } = study.stage.world;
  return (endOf(start, study.near.months) - start + 1) / 365.25;
}

/** The value below which a part of the sorted values lies; between two, in proportion. */
export function quantile(sorted: ArrayLike<number>, part: number): number {
  const at = part * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** Median and central intervals of values, as a fan shows them. */
export function fanPoint(at: IsoDate, values: ArrayLike<number>): FanPoint {
  const sorted = Float64Array.from(values).sort();
  return {
    at,
    low95: quantile(sorted, 0.025),
    low80: quantile(sorted, 0.1),
    low50: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    high50: quantile(sorted, 0.75),
    high80: quantile(sorted, 0.9),
    high95: quantile(sorted, 0.975),
  };
}

/** A mean over runs, with its Monte Carlo error and its spread from uncertain inputs. */
export interface RunMean {
  readonly mean: number;
  /** Standard error, with the runs of one draw of inputs as a cluster; that of single runs where there is one draw. */
  readonly error: number;
  /** Standard deviation between draws of inputs, chance taken off; not known from one draw. */
  readonly spread: number | undefined;
}

/** The mean of a number of every run from 0 on. */
export function runMean(values: ArrayLike<number>): RunMean {
  const list = Array.from(values);
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  const parts: number[] = [];
  for (let first = 0; first < list.length; first += RUNS_PER_DRAW) {
    const part = list.slice(first, first + RUNS_PER_DRAW);
    parts.push(part.reduce((sum, value) => sum + value, 0) / part.length);
  }
  if (parts.length < 2) return { mean, error: Math.sqrt(varianceOf(list) / list.length), spread: undefined };
  const between = varianceOf(parts);
  const within = varianceOf(list) / RUNS_PER_DRAW;
  return {
    mean,
    // few draws may agree by luck: the error of single runs is the least it can be
    error: Math.sqrt(Math.max(between / parts.length, varianceOf(list) / list.length)),
    spread: Math.sqrt(Math.max(0, between - within)),
  };
}

/**
 * A 95% interval about a part of runs, cut to 0…1.
 *
 * @remarks Where it happens in no run or in all, the error says nothing: then 3 / runs, the rule of three.
 */
export function sampling(mean: number, error: number, runs: number): readonly [number, number] {
  const half = WIDE * samplingError(mean, error, runs);
  return [Math.max(0, mean - half), Math.min(1, mean + half)];
}

/** Half the width of a 95% interval, in standard errors. */
const WIDE = 1.96;

/** The standard error of a part of runs as it is told: where it happens in no run or in all, what {@link sampling} implies. */
export function samplingError(mean: number, error: number, runs: number): number {
  return mean === 0 || mean === 1 ? 3 / runs / WIDE : error;
}

/** The sampling interval of a part of runs, as a number's. */
export function interval(
  { mean, error }: Pick<RunMean, "mean" | "error">,
  runs: number,
): readonly Interval[] {
  const [low, high] = sampling(mean, error, runs);
  return [{ low, high, level: 0.95, of: "confidence" }];
}
