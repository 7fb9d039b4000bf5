import { type Random, seeded, TawazunError } from "../base/index.ts";
import type { World } from "../simulate/index.ts";
import type { Observations } from "./observe.ts";
import { type RunFeature, runFeatures, standardised } from "./run-features.ts";

/** A future that stands for those like it. */
export interface TypicalFuture {
  /** Number of the run: it can be replayed. */
  readonly run: number;
  /** Part of all runs that are nearer to it than to any other typical one, 0…1. */
  readonly part: number;
  /** How its like differ from all runs, the greatest differences first, in standard deviations. */
  readonly marks: readonly { readonly feature: RunFeature; readonly difference: number }[];
}

/** Typical futures, with how well they divide the runs. */
export interface TypicalFutures {
  /** The commonest first. */
  readonly futures: readonly TypicalFuture[];
  /** Which of the typical futures each run is like, run by run. */
  readonly like: Uint8Array;
  /** Mean simplified silhouette, −1…1: near 0 the runs form one cloud and the division is a convenience. */
  readonly silhouette: number;
}

/** Among more runs than these the medoids are sought among the first ones; all are then assigned. */
const MOST_SOUGHT = 1000;
const STARTS = 6;

/**
 * Medoids of the runs: real runs that lie in the middle of those like them.
 *
 * @param count how many; fewer are given where the runs do not differ in as many ways.
 * @returns parts that sum to 1.
 * @throws {TawazunError} `typical/count` unless `count` is from 1 to 255.
 *
 * @remarks k-medoids on standardised features (gains of power, kinds of moves, trouble; the three weigh alike),
 * Euclidean distance, alternating assignment and medoid, then swaps (PAM) as long as the distance falls; the
 * best of six starts drawn by distance (k-means++), seeded. The silhouette is the simplified one: distances to the
 * nearest and the second medoid.
 * @see Kaufman & Rousseeuw 1990, ch. 2; Arthur & Vassilvitskii 2007.
 */
export function typicalFutures(
  world: World,
  observations: Observations,
  { count = 3, seed }: { readonly count?: number; readonly seed: string },
): TypicalFutures {
  if (!(Number.isInteger(count) && count >= 1 && count <= 255)) {
    throw new TawazunError(
      "typical/count",
      `The number of typical futures is ${count}; it must be from 1 to 255.`,
    );
  }
  const features = runFeatures(world, observations);
  const runs = observations.to - observations.from;
  if (features.length === 0) {
    const like = new Uint8Array(runs);
    return { futures: [{ run: observations.from, part: 1, marks: [] }], like, silhouette: 0 };
  }
  const points = standardised(features);
  const medoids = medoidsOf(points, features.length, count, seeded(seed).fork("typical futures"));
  const { like, silhouette } = assign(points, features.length, medoids);
  const sizes = medoids.map((_, c) => like.reduce((sum, cluster) => sum + (cluster === c ? 1 : 0), 0));
  const order = medoids.map((_, c) => c).sort((a, b) => sizes[b] - sizes[a] || medoids[a] - medoids[b]);
  return {
    futures: order.map((c) => ({
      run: observations.from + medoids[c],
      part: sizes[c] / runs,
      marks: marksOf(features, like, c, sizes[c]),
    })),
    like: like.map((cluster) => order.indexOf(cluster)),
    silhouette,
  };
}

/**
 * The rows that are the best medoids found: those to which all rows together are nearest.
 *
 * @param points row by row, `width` numbers each.
 * @returns places of rows, each once; fewer than `count` where fewer rows differ.
 * @example
 * ```ts
 * import { seeded } from "tawazun/base";
 * import { medoidsOf } from "tawazun/forecast";
 * const points = Float64Array.from([0, 1, 2, 100, 101, 103]);
 * [...medoidsOf(points, 1, 2, seeded("any"))].sort(); //=> [1, 4]
 * ```
 */
export function medoidsOf(
  points: Float64Array,
  width: number,
  count: number,
  random: Random,
): readonly number[] {
  const rows = Math.min(MOST_SOUGHT, points.length / width);
  const apart = distances(points, width, rows);
  let best: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < STARTS; start++) {
    const found = swapped(
      apart,
      rows,
      alternate(apart, rows, spread(apart, rows, count, random.fork(start))),
    );
    const total = totalOf(apart, rows, found);
    if (total < least) {
      least = total;
      best = found;
    }
  }
  return best;
}

function distances(points: Float64Array, width: number, rows: number): Float32Array {
  const apart = new Float32Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let f = 0; f < width; f++) {
        const by = points[i * width + f] - points[j * width + f];
        sum += by * by;
      }
      apart[i * rows + j] = Math.sqrt(sum);
      apart[j * rows + i] = apart[i * rows + j];
    }
  }
  return apart;
}

/** First medoids: one by lot, each further one by lot with chances as its squared distance to those before. */
function spread(apart: Float32Array, rows: number, count: number, random: Random): number[] {
  const chosen = [Math.min(rows - 1, Math.floor(random.uniform() * rows))];
  const nearest = Float64Array.from({ length: rows }, (_, i) => apart[i * rows + chosen[0]]);
  while (chosen.length < count) {
    const total = nearest.reduce((sum, distance) => sum + distance * distance, 0);
    if (!(total > 0)) break;
    let mark = random.uniform() * total;
    let next = -1;
    for (let i = 0; i < rows; i++) {
      if (nearest[i] === 0) continue;
      next = i;
      mark -= nearest[i] * nearest[i];
      if (mark < 0) break;
    }
    chosen.push(next);
    for (let i = 0; i < rows; i++) nearest[i] = Math.min(nearest[i], apart[i * rows + next]);
  }
  return chosen;
}

/** Assigns rows to medoids and puts each medoid in the middle of its rows, until nothing is gained. */
function alternate(apart: Float32Array, rows: number, start: readonly number[]): readonly number[] {
  let medoids = start;
  let total = totalOf(apart, rows, medoids);
  for (;;) {
    const members: number[][] = medoids.map(() => []);
    for (let i = 0; i < rows; i++) members[nearestOf(medoids, (m) => apart[i * rows + m])].push(i);
    const next = members.map((cluster, c) => middleOf(apart, rows, cluster, medoids[c]));
    const nextTotal = totalOf(apart, rows, next);
    if (!(nextTotal < total)) return medoids;
    medoids = next;
    total = nextTotal;
  }
}

/** Puts another row in a medoid's place while that makes the total less: the best swap each time. */
function swapped(apart: Float32Array, rows: number, start: readonly number[]): readonly number[] {
  let medoids = start;
  for (;;) {
    const { medoid, row, gain } = bestSwap(apart, rows, medoids);
    if (!(gain > 1e-9)) return medoids;
    medoids = medoids.map((m, c) => (c === medoid ? row : m));
  }
}

/** The swap that takes most off the total; each row needs only its nearest and its second medoid for it. */
function bestSwap(
  apart: Float32Array,
  rows: number,
  medoids: readonly number[],
): { readonly medoid: number; readonly row: number; readonly gain: number } {
  const nearest = Int32Array.from({ length: rows }, (_, j) => nearestOf(medoids, (m) => apart[m * rows + j]));
  const first = Float64Array.from(nearest, (c, j) => apart[medoids[c] * rows + j]);
  const second = Float64Array.from(nearest, (own, j) =>
    medoids.reduce(
      (least, m, c) => (c === own ? least : Math.min(least, apart[m * rows + j])),
      Number.POSITIVE_INFINITY,
    ),
  );
  const total = first.reduce((sum, distance) => sum + distance, 0);
  const best = { medoid: 0, row: medoids[0], gain: 0 };
  const sums = new Float64Array(medoids.length);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    let common = 0;
    for (let j = 0; j < rows; j++) {
      const to = apart[row * rows + j];
      const kept = Math.min(to, first[j]);
      common += kept;
      sums[nearest[j]] += Math.min(to, second[j]) - kept;
    }
    for (let c = 0; c < medoids.length; c++) {
      const gain = total - common - sums[c];
      if (gain > best.gain) Object.assign(best, { medoid: c, row, gain });
    }
  }
  return best;
}

function middleOf(apart: Float32Array, rows: number, cluster: readonly number[], medoid: number): number {
  let best = medoid;
  let least = Number.POSITIVE_INFINITY;
  for (const i of cluster) {
    let sum = 0;
    for (const j of cluster) sum += apart[i * rows + j];
    if (sum < least) {
      least = sum;
      best = i;
    }
  }
  return best;
}

function totalOf(apart: Float32Array, rows: number, medoids: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < rows; i++)
    total += apart[i * rows + medoids[nearestOf(medoids, (m) => apart[i * rows + m])]];
  return total;
}

function nearestOf(medoids: readonly number[], distance: (medoid: number) => number): number {
  let best = 0;
  for (let c = 1; c < medoids.length; c++) if (distance(medoids[c]) < distance(medoids[best])) best = c;
  return best;
}

/** Every row to its nearest medoid, with the mean simplified silhouette. */
function assign(
  points: Float64Array,
  width: number,
  medoids: readonly number[],
): { readonly like: Uint8Array; readonly silhouette: number } {
  const rows = points.length / width;
  const like = new Uint8Array(rows);
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const apart = medoids.map((m) => {
      let square = 0;
      for (let f = 0; f < width; f++) {
        const by = points[i * width + f] - points[m * width + f];
        square += by * by;
      }
      return Math.sqrt(square);
    });
    like[i] = nearestOf(medoids, (m) => apart[medoids.indexOf(m)]);
    const second = apart.reduce(
      (least, a, c) => (c === like[i] ? least : Math.min(least, a)),
      Number.POSITIVE_INFINITY,
    );
    if (Number.isFinite(second) && second > 0) sum += (second - apart[like[i]]) / second;
  }
  return { like, silhouette: rows === 0 ? 0 : sum / rows };
}

function marksOf(
  features: readonly RunFeature[],
  like: Uint8Array,
  cluster: number,
  size: number,
): TypicalFuture["marks"] {
  return features
    .map((feature) => {
      const runs = feature.values.length;
      const mean = feature.values.reduce((sum, value) => sum + value, 0) / runs;
      const variance = feature.values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / runs;
      const own =
        feature.values.reduce((sum, value, run) => sum + (like[run] === cluster ? value : 0), 0) /
        Math.max(1, size);
      return { feature, difference: (own - mean) / Math.sqrt(variance) };
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}
