import { didYouMean, TawazunError } from "../../base/index.ts";
import type { EventData } from "../event-data.ts";
import type { FedNetwork } from "../simulation/feeds.ts";
import { type BehaviourModel, factorsOf, isTimed } from "../simulation/model.ts";
import { simulateEvents } from "../simulation/simulate-events.ts";
import { features, type Stream } from "./features/index.ts";

/** One number of a feature: observed, and as simulated. */
export interface FitRow {
  readonly feature: string;
  readonly name: string;
  readonly label: string;
  readonly observed: number;
  /** The band that holds `level` of the simulated values, and their median. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Part of the runs that are no less far out than the observed value, both sides together; small says misfit. */
  readonly p: number;
  readonly inside: boolean;
}

/** Whether streams drawn from a model look like the observed one. */
export interface GoodnessOfFit {
  readonly method: "sampled";
  readonly runs: number;
  readonly seed: string;
  readonly level: number;
  readonly draws: "estimates" | "laplace";
  readonly rows: readonly FitRow[];
}

/** What {@link goodnessOfFit} is asked. */
export interface GoodnessOptions {
  readonly seed: string;
  /** Default 200. */
  readonly runs?: number;
  /** Features by id; default all that apply. */
  readonly features?: readonly string[];
  /** Default 0.95. */
  readonly level?: number;
  readonly draws?: "estimates" | "laplace";
  readonly feeds?: readonly FedNetwork[];
  /** What fed networks hold up to this time is the past of every run. */
  readonly from?: number;
}

/** Events beyond so many times those observed end a run: it has gone astray, and its features say so. */
const ASTRAY = 5;

/**
 * Compares features of the observed events that no coefficient fixes with those of events drawn from the
 * model: as many at the same times, or with waiting times over the same span.
 *
 * @throws {TawazunError} `fit/feature`, `fit/runs`, `events/none`, `simulate/…`.
 * @remarks A value outside its band says what the statistics lack; one inside does not prove them right.
 * Of many rows a few lie outside by luck.
 * @see Hunter, Goodreau & Handcock 2008.
 */
export function goodnessOfFit(
  models: BehaviourModel | readonly BehaviourModel[],
  data: EventData,
  options: GoodnessOptions,
): GoodnessOfFit {
  let found: (() => GoodnessOfFit) | undefined;
  for (const soFar of goodnessRuns(models, data, options)) found = soFar;
  if (found === undefined) throw new TawazunError("fit/runs", "No run was played.");
  return found();
}

/**
 * The runs of {@link goodnessOfFit} one by one, for who must be able to stop: after each, a function that
 * gives the comparison with the runs so far.
 *
 * @throws {TawazunError} as {@link goodnessOfFit}.
 */
export function* goodnessRuns(
  models: BehaviourModel | readonly BehaviourModel[],
  data: EventData,
  options: GoodnessOptions,
): Generator<() => GoodnessOfFit, void> {
  const { seed, runs = 200, level = 0.95, draws = "estimates", from, feeds } = options;
  const factors = factorsOf("kind" in models ? [models] : models);
  const { dependent } = data;
  const observed = Array.from(dependent.time).length;
  if (observed === 0) throw new TawazunError("events/none", "There are no events to compare with.");
  if (!Number.isInteger(runs) || runs < 2 || !(level > 0 && level < 1)) {
    throw new TawazunError("fit/runs", `With ${runs} runs and a band of ${level} nothing can be compared.`);
  }
  const timed = isTimed(factors);
  const typed = factors.type !== undefined;
  const asked = chosen(options.features).filter(
    (feature) => (typed || feature.typed !== true) && (timed || feature.timed !== true),
  );
  const n = data.actors.length;
  const measured = (stream: Omit<Stream, "n">): number[] =>
    asked.flatMap((feature) => feature.of({ ...stream, n }).map(([, value]) => value));
  const own = measured(dependent);
  const simulated: number[][] = own.map(() => []);
  const labels = asked.flatMap((feature) =>
    feature.of({ ...dependent, n }).map(([label]) => ({ feature: feature.id, name: feature.name, label })),
  );
  for (let run = 0; run < runs; run++) {
    const drawn = simulateEvents(models, data, {
      seed,
      run,
      draws,
      ...(from === undefined ? {} : { from }),
      ...(feeds === undefined ? {} : { feeds }),
      ...(timed
        ? { until: dependent.time[observed - 1], events: ASTRAY * observed + 100 }
        : { times: dependent.time }),
    });
    measured(drawn).forEach((value, k) => {
      simulated[k].push(value);
    });
    yield () => ({
      method: "sampled",
      runs: run + 1,
      seed,
      level,
      draws,
      rows: labels.map((label, k) => ({ ...label, ...compared(own[k], simulated[k], level) })),
    });
  }
}

function chosen(ids: readonly string[] | undefined): typeof features {
  if (ids === undefined) return features;
  const known = features.map((feature) => feature.id);
  return ids.map((id) => {
    const found = features.find((feature) => feature.id === id);
    if (found !== undefined) return found;
    throw new TawazunError(
      "fit/feature",
      `There is no feature "${id}".${didYouMean(id, known)} Known are ${known.join(", ")}.`,
    );
  });
}

/** Where a number stands among simulated ones. */
function compared(
  observed: number,
  simulated: readonly number[],
  level: number,
): Pick<FitRow, "observed" | "low" | "median" | "high" | "p" | "inside"> {
  const ordered = [...simulated].sort((a, b) => a - b);
  const runs = ordered.length;
  const at = (part: number): number =>
    ordered[Math.min(runs - 1, Math.max(0, Math.round(part * (runs - 1))))];
  const [low, high] = [at((1 - level) / 2), at((1 + level) / 2)];
  const below = ordered.filter((value) => value <= observed).length;
  const above = ordered.filter((value) => value >= observed).length;
  const p = Math.min(1, (2 * (1 + Math.min(below, above))) / (runs + 1));
  return { observed, low, median: at(0.5), high, p, inside: observed >= low && observed <= high };
}
