import { type Random, TawazunError } from "../../base/index.ts";

/** A design of Saltelli et al.: two independent samples of all inputs, and the first with one input at a time from the second. */
export interface SobolDesign {
  readonly inputs: number;
  readonly samples: number;
  /** (inputs + 2) × samples points: all of A, all of B, then A with input 0 from B, with input 1 from B … */
  readonly points: readonly Float64Array[];
}

/**
 * The points at which a model is to be run for the indices of its inputs.
 *
 * @param draws how each input is drawn; inputs are independent of each other.
 * @throws {TawazunError} `sensitivity/design` without inputs or with fewer than two samples.
 * @see Saltelli et al. 2010, section 4
 */
export function sobolDesign(
  draws: readonly ((random: Random) => number)[],
  samples: number,
  random: Random,
): SobolDesign {
  const inputs = draws.length;
  if (inputs === 0 || !(samples >= 2)) {
    throw new TawazunError(
      "sensitivity/design",
      `A design needs an input and two samples; it was asked for ${inputs} inputs and ${samples} samples.`,
    );
  }
  const sample = (name: string): readonly Float64Array[] =>
    Array.from({ length: samples }, (_, j) => {
      const row = random.fork(name).fork(j);
      return Float64Array.from(draws, (draw, i) => draw(row.fork(i)));
    });
  const a = sample("A");
  const b = sample("B");
  const mixed = draws.flatMap((_, i) =>
    a.map((row, j) => {
      const point = row.slice();
      point[i] = b[j][i];
      return point;
    }),
  );
  return { inputs, samples, points: [...a, ...b, ...mixed] };
}

/** What an input does to the variance of the outcome, 0…1 but for sampling. */
export interface SobolIndex {
  /** Part of the variance that would go if the input alone were known. */
  readonly first: number;
  /** Part of the variance that would stay if all but the input were known. */
  readonly total: number;
  /** Standard errors of the two, by leaving out a tenth of the samples at a time. */
  readonly firstError: number;
  readonly totalError: number;
}

/**
 * First-order and total indices from the outcomes at the points of a design.
 *
 * @param values the outcome at each point, in the design's order.
 * @returns by input; nothing where the outcome does not vary.
 * @remarks First order: Saltelli et al. 2010, table 2 (b), of values less their mean; total: (f) there, Jansen's.
 * @see Saltelli et al. 2010; Jansen 1999
 * @example By hand: f = x₀ alone, so that all variance is the first input's.
 * ```ts
 * import { seeded } from "tawazun/base";
 * import { sobolDesign, sobolIndices } from "tawazun/forecast";
 * const uniform = (random: { uniform(): number }) => random.uniform();
 * const design = sobolDesign([uniform, uniform], 1000, seeded("hand"));
 * const [first, second] = sobolIndices(design, design.points.map(([x]) => x)) ?? [];
 * Math.round(10 * first.total); //=> 10
 * second.total; //=> 0
 * ```
 */
export function sobolIndices(
  design: SobolDesign,
  values: ArrayLike<number>,
): readonly SobolIndex[] | undefined {
  const { inputs, samples } = design;
  const all = Array.from({ length: samples }, (_, j) => j);
  const whole = estimate(design, values, all);
  if (whole === undefined) return undefined;
  const folds = Math.min(10, samples);
  const parts = Array.from({ length: folds }, (_, fold) =>
    estimate(
      design,
      values,
      all.filter((j) => j % folds !== fold),
    ),
  ).filter((part) => part !== undefined);
  const error = (of: (part: Estimate) => number): number => {
    const numbers = parts.map(of);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    const squares = numbers.reduce((sum, number) => sum + (number - mean) * (number - mean), 0);
    return Math.sqrt(((numbers.length - 1) / numbers.length) * squares);
  };
  return Array.from({ length: inputs }, (_, i) => ({
    first: whole.first[i],
    total: whole.total[i],
    firstError: error((part) => part.first[i]),
    totalError: error((part) => part.total[i]),
  }));
}

interface Estimate {
  readonly first: readonly number[];
  readonly total: readonly number[];
}

function estimate(
  { inputs, samples }: SobolDesign,
  values: ArrayLike<number>,
  rows: readonly number[],
): Estimate | undefined {
  const n = rows.length;
  let sum = 0;
  for (const j of rows) sum += values[j] + values[samples + j];
  const mean = sum / (2 * n);
  let squares = 0;
  for (const j of rows) {
    const a = values[j] - mean;
    const b = values[samples + j] - mean;
    squares += a * a + b * b;
  }
  const variance = squares / (2 * n);
  // what rounding alone makes of equal outcomes is no variance
  if (!(variance > 1e-20 * (1 + mean * mean))) return undefined;
  const first: number[] = [];
  const total: number[] = [];
  for (let i = 0; i < inputs; i++) {
    let together = 0;
    let apart = 0;
    for (const j of rows) {
      const a = values[j];
      const b = values[samples + j];
      const mixed = values[(2 + i) * samples + j];
      together += (b - mean) * (mixed - a);
      apart += (a - mixed) * (a - mixed);
    }
    first.push(together / n / variance);
    total.push(apart / (2 * n) / variance);
  }
  return { first, total };
}
