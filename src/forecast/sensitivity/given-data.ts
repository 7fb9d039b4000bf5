import { type Random, TawazunError } from "../../base/index.ts";
import { shuffled } from "./two-level.ts";

/** What one input has to do with an outcome, read off runs that were played anyway. */
export interface GivenDataIndex {
  readonly name: string;
  /** First-order index: the part of the outcome's variance that goes with the input, chance taken off; 0…1. */
  readonly first: number;
  /** Whether it exceeds what the best of all inputs shows by chance in 19 of 20 cases. */
  readonly told: boolean;
  /** Mean outcome where the input is in its lowest and its highest class. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Mean of the input in those classes. */
  readonly lowInput: number;
  readonly highInput: number;
}

const SHUFFLES = 100;
const LEVEL = 0.95;

/** Classes of equal count for so many draws: enough to see a bend, few enough to have a mean in each. */
function classesFor(draws: number): number {
  return Math.max(2, Math.min(10, Math.floor(Math.sqrt(draws) / 2)));
}

/**
 * First-order indices of inputs from given data: the part of an outcome's variance that lies between classes
 * of the input.
 *
 * @param inputs values of each input, draw by draw.
 * @param outcome its value in each draw, such as the part of the runs that answer yes.
 * @returns by size, the greatest first; nothing if the outcome does not vary or there are fewer than 8 draws.
 * @throws {TawazunError} `sensitivity/data` if an input has another number of draws than the outcome.
 * @remarks The correlation ratio over classes of equal count, less what as many classes show by chance
 * (ε² of Kelley 1935): Plischke, Borgonovo & Smith 2013 for the estimator. What is told from chance is
 * decided by shuffling the outcome {@link SHUFFLES} times and taking the greatest ratio of all inputs each
 * time, so that hundreds of inputs do not make one of them look important. Shuffling asks whether the outcome
 * depends on the input at all: an input that only widens it may be told with an index of 0.
 * @see Plischke, Borgonovo & Smith 2013, section 3
 */
export function givenDataIndices(
  inputs: ReadonlyMap<string, ArrayLike<number>>,
  outcome: ArrayLike<number>,
  random: Random,
): readonly GivenDataIndex[] {
  const n = outcome.length;
  const y = Float64Array.from(outcome);
  const mean = y.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  const spread = y.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  if (n < 8 || !(spread > 1e-12 * n)) return [];
  const count = classesFor(n);
  const columns = columnsOf(inputs, n, count);
  const most = Array.from({ length: SHUFFLES }, (_, s) => {
    const other = shuffled(y, random.fork(s));
    return columns.reduce((best, { classes }) => Math.max(best, between(classes, other, count, mean)), 0);
  }).sort((a, b) => a - b);
  const limit = most[Math.floor(LEVEL * SHUFFLES)];
  return columns
    .map(({ name, values, classes }): GivenDataIndex => {
      const ratio = between(classes, y, count, mean);
      const low = meanIn(classes, 0, y);
      const high = meanIn(classes, count - 1, y);
      return {
        name,
        first: Math.max(0, 1 - ((1 - ratio / spread) * (n - 1)) / (n - count)),
        told: ratio > limit,
        atLow: low,
        atHigh: high,
        lowInput: meanIn(classes, 0, values),
        highInput: meanIn(classes, count - 1, values),
      };
    })
    .sort((a, b) => b.first - a.first || (a.name < b.name ? -1 : 1));
}

/** An input with the class of each of its draws. */
interface Column {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly classes: Uint8Array;
}

/** Columns of inputs that were asked about before: many outcomes are looked at on the same draws. */
const known = new WeakMap<ReadonlyMap<string, ArrayLike<number>>, readonly Column[]>();

function columnsOf(
  inputs: ReadonlyMap<string, ArrayLike<number>>,
  n: number,
  count: number,
): readonly Column[] {
  const made = known.get(inputs);
  if (made !== undefined && (made.length === 0 || made[0].classes.length === n)) return made;
  const columns = [...inputs].map(([name, values]): Column => {
    if (values.length !== n) {
      throw new TawazunError(
        "sensitivity/data",
        `The input "${name}" has ${values.length} values, and the outcome has ${n}.`,
      );
    }
    return { name, values, classes: classesOf(values, count) };
  });
  known.set(inputs, columns);
  return columns;
}

/** The class of each value by its rank; equal values stand in the order of their draws. */
function classesOf(values: ArrayLike<number>, count: number): Uint8Array {
  const n = values.length;
  const order = Array.from({ length: n }, (_, d) => d).sort((a, b) => values[a] - values[b] || a - b);
  const classes = new Uint8Array(n);
  order.forEach((d, rank) => {
    classes[d] = Math.floor((rank * count) / n);
  });
  return classes;
}

/** Sum of squares between classes. */
function between(classes: Uint8Array, y: Float64Array, count: number, mean: number): number {
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  for (let d = 0; d < y.length; d++) {
    sums[classes[d]] += y[d] - mean;
    sizes[classes[d]] += 1;
  }
  let squares = 0;
  for (let c = 0; c < count; c++) if (sizes[c] > 0) squares += (sums[c] * sums[c]) / sizes[c];
  return squares;
}

function meanIn(classes: Uint8Array, wanted: number, values: ArrayLike<number>): number {
  let sum = 0;
  let size = 0;
  for (let d = 0; d < classes.length; d++) {
    if (classes[d] !== wanted) continue;
    sum += values[d];
    size += 1;
  }
  return sum / Math.max(1, size);
}
