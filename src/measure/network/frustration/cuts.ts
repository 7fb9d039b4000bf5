import type { LinearSolver } from "./linear.ts";
import type { Stretch } from "./strands.ts";

/** A cycle that must be frustrated: the pairs it takes, and the actors it passes. */
export interface Cut {
  readonly pairs: readonly number[];
  readonly through: readonly number[];
}

/** What the cut loop works on. */
export interface CutProblem {
  /** |weight| of each pair. */
  readonly weights: Float64Array;
  /** Costs differ by multiples of this. */
  readonly step: number;
  /** The cost of the best partition known. */
  readonly upper: number;
  /** Cycles to begin with. */
  readonly first: readonly Cut[];
  /** Cycles whose pairs weigh less than 1 by f, shortest first; none if there are none. */
  readonly violated: (f: Float64Array) => readonly Cut[];
  /** Told of every f: perhaps it is near a better partition. Returns the cost of the best known by then. */
  readonly propose: (f: Float64Array) => number;
  readonly shouldStop?: () => boolean;
}

/** What the cut loop proved, and how. */
export interface CutBound {
  readonly bound: number;
  readonly by: "cycles" | "branching";
  /** For "cycles": those with a price above 0, and how much of each. */
  readonly cycles: readonly Stretch[];
}

const BRANCHES = 200;

/**
 * Bounds the frustration by a linear program over cycles, which are added as they are found to be violated; then, if a
 * gap is left, by the same program in whole pairs.
 *
 * @remarks The prices of the linear program are a packing of cycles in parts: a certificate like any other. In whole
 * pairs the bound rests on the branches of the solver.
 * @see Grötschel, Jünger & Reinelt 1985 for cycles as cuts; Aref & Neal 2020 for networks.
 */
export function cutLoop(linear: LinearSolver, problem: CutProblem): CutBound {
  const { weights, step, shouldStop } = problem;
  const program = linear.program(weights);
  const cuts: Cut[] = [];
  const known = new Set<string>();
  const add = (found: readonly Cut[]): number => {
    const fresh = found.filter(({ pairs }) => {
      const key = pairs.toSorted((a, b) => a - b).join(" ");
      if (known.has(key)) return false;
      known.add(key);
      return true;
    });
    program.add(fresh.map(({ pairs }) => pairs));
    cuts.push(...fresh);
    return fresh.length;
  };
  let upper = problem.upper;
  let packed: CutBound = { bound: 0, by: "cycles", cycles: [] };
  try {
    add(problem.first);
    for (;;) {
      const { f, prices } = program.solve();
      const found = packingOfPrices(cuts, prices, weights);
      if (found.bound > packed.bound) packed = found;
      upper = problem.propose(f);
      if (upper - packed.bound < step) return { ...packed, bound: upper };
      if (shouldStop?.() || add(problem.violated(f)) === 0) break;
    }
    while (!shouldStop?.()) {
      const { f, bound } = program.solveWhole(BRANCHES);
      upper = problem.propose(f);
      const whole = Math.min(upper, upper - step * Math.floor((upper - bound + 1e-6 * step) / step));
      if (whole > packed.bound) packed = { bound: whole, by: "branching", cycles: [] };
      if (upper - packed.bound < step) return { ...packed, bound: upper };
      if (add(problem.violated(f)) === 0) break;
    }
    return packed;
  } finally {
    program.close();
  }
}

/** The prices of a program, made to fit: what a pair is asked for too much by rounding is taken off all. */
function packingOfPrices(cuts: readonly Cut[], prices: Float64Array, weights: Float64Array): CutBound {
  const used = new Float64Array(weights.length);
  cuts.forEach(({ pairs }, r) => {
    if (prices[r] > 0) for (const pair of pairs) used[pair] += prices[r];
  });
  let fit = 1;
  for (let k = 0; k < used.length; k++) if (used[k] > weights[k]) fit = Math.min(fit, weights[k] / used[k]);
  // A hair less, so that the sum fits however it is rounded.
  fit *= 1 - 1e-12;
  let bound = 0;
  const cycles: Stretch[] = [];
  cuts.forEach(({ through }, r) => {
    if (!(prices[r] > 1e-9)) return;
    cycles.push({ through: [...through], weight: prices[r] * fit });
    bound += prices[r] * fit;
  });
  return { bound, by: "cycles", cycles };
}
