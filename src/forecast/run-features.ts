import { log } from "../base/index.ts";
import { moveKinds, trouble, type World } from "../simulate/index.ts";
import type { Observations } from "./observe.ts";

/** One number of every run, by which runs are found alike or unlike. */
export interface RunFeature {
  readonly id: string;
  /** As a reader says it: "gain of power by …". */
  readonly name: string;
  /** Features of a block weigh together as much as those of any other block. */
  readonly block: "shares" | "moves" | "trouble";
  /** By run, from the first of the observations. */
  readonly values: Float64Array;
}

/** Actors with a smaller mean share at the end are not compared: what they win or lose would be noise. */
const LEAST_SHARE = 0.01;

/**
 * What is compared between runs: gains and losses of power from the first month's end to the last's, how often each kind of move came off, and trouble.
 *
 * @returns features that differ between runs; one that is the same in all is left out. Counts enter as
 * ln(1 + count), so that a kind that is made often does not drown the others.
 */
export function runFeatures(world: World, observations: Observations): readonly RunFeature[] {
  const { from, to, months, share, count, kinds, trouble: marks, signatures } = observations;
  const runs = to - from;
  const movers = world.movers.length;
  const make = (
    id: string,
    name: string,
    block: RunFeature["block"],
    of: (run: number) => number,
  ): RunFeature => ({ id, name, block, values: Float64Array.from({ length: runs }, (_, run) => of(run)) });
  const monthsOf = (run: number, bit: number): number => {
    let sum = 0;
    for (let m = 0; m < months; m++) if ((marks[run * months + m] & bit) !== 0) sum += 1;
    return sum;
  };
  const shareAt = (run: number, month: number, mover: number): number =>
    share[(run * months + month) * movers + mover];
  const meanShare = (k: number): number => {
    let sum = 0;
    for (let run = 0; run < runs; run++) sum += shareAt(run, months - 1, k);
    return sum / runs;
  };
  const large =
    share.length === 0 ? [] : world.movers.map((_, k) => k).filter((k) => meanShare(k) >= LEAST_SHARE);
  const all = [
    ...(share.length === 0 || months < 2
      ? []
      : large.map((k) =>
          make(
            `share ${world.actors[world.movers[k]].id}`,
            `gain of power by ${world.actors[world.movers[k]].name}`,
            "shares",
            (run) => shareAt(run, months - 1, k) - shareAt(run, 0, k),
          ),
        )),
    ...moveKinds.map((kind, k) =>
      make(`kind ${kind.id}`, `moves of the kind “${kind.name}”`, "moves", (run) =>
        log(1 + kinds[run * moveKinds.length + k]),
      ),
    ),
    make("crisis", "months with a crisis of government", "trouble", (run) => monthsOf(run, trouble.crisis)),
    make("violence", "months with violence above its trend", "trouble", (run) =>
      monthsOf(run, trouble.violence),
    ),
    make("arms", "months with armed confrontation", "trouble", (run) => monthsOf(run, trouble.arms)),
    make("signatures", "signatures against the head of government", "trouble", (run) => signatures[run]),
    ...(count.length === 0
      ? []
      : [
          make("count", "the violence counted", "trouble", (run) => {
            let sum = 0;
            for (let m = 0; m < months; m++) sum += count[run * months + m];
            return log(1 + sum);
          }),
        ]),
  ];
  return all.filter((feature) => feature.values.some((value) => value !== feature.values[0]));
}

/**
 * Features on one scale: each less its mean, over its standard deviation, over the root of its block's size.
 *
 * @returns run × feature, row by row.
 */
export function standardised(features: readonly RunFeature[]): Float64Array {
  const width = features.length;
  const runs = features[0]?.values.length ?? 0;
  const points = new Float64Array(runs * width);
  features.forEach((feature, f) => {
    const mean = feature.values.reduce((sum, value) => sum + value, 0) / runs;
    const variance = feature.values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / runs;
    const size = features.filter((other) => other.block === feature.block).length;
    const scale = 1 / Math.sqrt(variance * size);
    feature.values.forEach((value, run) => {
      points[run * width + f] = (value - mean) * scale;
    });
  });
  return points;
}
