import { isoDate } from "../../base/index.ts";
import {
  BEYOND,
  DEED,
  type Happening,
  type Observations,
  type OutcomePath,
  outcomePaths,
  storyWeights,
} from "../../forecast/index.ts";
import { capital } from "../../show/index.ts";
import { endOf, moveKinds, trouble, type World } from "../../simulate/index.ts";
import { runMean, sampling } from "../report/over-runs.ts";

/** Kinds of happening that paths are made of, at most: more would make nearly every future a path of its own. */
const MOST_KINDS = 4;
/** Moves that matter less in a story tell no paths apart. */
const LEAST_WEIGHT = 2.5;
/** A crisis of government and arms matter as the gravest moves do. */
const GRAVE = 4;
/** Beyond so many standard errors a difference is told. */
const TOLD = 3;

/** A path as it is told. */
export interface FoundPath {
  readonly steps: readonly { readonly what: string; readonly day: string }[];
  readonly runs: number;
  /** Part of all futures, 0…1, with its 95% interval of sampling. */
  readonly part: number;
  readonly low: number;
  readonly high: number;
  /** Number of a future that stands for the others: it can be replayed. */
  readonly future: number;
}

/** Where the futures part on a question: with something of note, and without. */
export interface TurningPoint {
  readonly question: string;
  readonly text: string;
  readonly all: number;
  readonly what: string;
  readonly withIt: number;
  readonly runsWith: number;
  readonly without: number;
  readonly runsWithout: number;
}

export interface FoundPaths {
  readonly runs: number;
  /** What the paths are made of, with the part of futures in which it happens. */
  readonly told: readonly { readonly what: string; readonly part: number }[];
  readonly paths: readonly FoundPath[];
  readonly turns: readonly TurningPoint[];
}

/** The paths that played futures took, and what goes with which answer. */
export function pathsOf(
  world: World,
  played: Observations,
  questions: readonly { readonly id: string; readonly text: string }[],
): FoundPaths {
  const runs = played.to - played.from;
  const futures = happeningsOf(world, played);
  const { told, paths } = outcomePaths(futures, { weight: weights(), most: MOST_KINDS });
  const partOf = (members: readonly number[]): Pick<FoundPath, "part" | "low" | "high"> => {
    const own = new Set(members);
    const { mean, error } = runMean(futures.map((_, future) => (own.has(future) ? 1 : 0)));
    const [low, high] = sampling(mean, error, runs);
    return { part: mean, low, high };
  };
  return {
    runs,
    told: told.map((what) => ({ what, part: occurs(futures, what).length / runs })),
    paths: paths.map(({ steps, futures: members, like }: OutcomePath) => ({
      steps: steps.map(({ what, day }) => ({ what, day: isoDate(day) })),
      runs: members.length,
      ...partOf(members),
      future: played.from + like,
    })),
    turns: questions.flatMap((question, q) => {
      const yes = futures.map((_, future) => played.answers[future * questions.length + q]);
      return yes.includes(BEYOND) ? [] : turning(question, yes, told, futures);
    }),
  };
}

function weights(): ReadonlyMap<string, number> {
  const moves = moveKinds.flatMap(({ id, name }): [string, number][] => {
    const weight = storyWeights[id] ?? 0;
    return weight >= LEAST_WEIGHT ? [[capital(name), weight]] : [];
  });
  return new Map([...moves, [CRISIS, GRAVE], [ARMS, GRAVE]]);
}

const CRISIS = "A crisis of government";
const ARMS = "Armed confrontation";

/** What of note happened in each future, and when: moves that came off, and the first months of trouble. */
function happeningsOf(world: World, { from, to, months, deeds, trouble: marks }: Observations) {
  const futures: Happening[][] = Array.from({ length: to - from }, () => []);
  for (let d = 0; deeds !== undefined && d < deeds.length; d += DEED) {
    const [run, day, kind, , , success] = deeds.subarray(d, d + DEED);
    if (success === 1) futures[run - from].push({ what: capital(moveKinds[kind].name), day });
  }
  futures.forEach((happenings, future) => {
    for (let month = 0; month < months; month++) {
      const mark = marks[future * months + month];
      const day = endOf(world.start, month + 1);
      if ((mark & trouble.crisis) !== 0) happenings.push({ what: CRISIS, day });
      if ((mark & trouble.arms) !== 0) happenings.push({ what: ARMS, day });
    }
  });
  return futures;
}

function occurs(futures: readonly (readonly Happening[])[], what: string): readonly number[] {
  return futures.flatMap((happenings, future) =>
    happenings.some((one) => one.what === what) ? [future] : [],
  );
}

/** The happening that goes most with one answer of a question, where the difference is more than chance. */
function turning(
  { id, text }: { readonly id: string; readonly text: string },
  yes: readonly number[],
  told: readonly string[],
  futures: readonly (readonly Happening[])[],
): readonly TurningPoint[] {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const all = mean(yes);
  const found = told
    .map((what) => {
      const there = new Set(occurs(futures, what));
      const withIt = yes.filter((_, future) => there.has(future));
      const without = yes.filter((_, future) => !there.has(future));
      const difference = mean(withIt) - mean(without);
      // Under no difference: the variance of a yes in all futures, for each of the two parts.
      const error = Math.sqrt(all * (1 - all) * (1 / withIt.length + 1 / without.length));
      return { what, withIt, without, difference, told: error > 0 && Math.abs(difference) > TOLD * error };
    })
    .filter((one) => one.told)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return found.slice(0, 1).map(({ what, withIt, without }) => ({
    question: id,
    text,
    all,
    what,
    withIt: mean(withIt),
    runsWith: withIt.length,
    without: mean(without),
    runsWithout: without.length,
  }));
}
