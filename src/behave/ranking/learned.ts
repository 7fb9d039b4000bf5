/** Weights that learn by AdaGrad: each at a rate that falls as it is pushed. They swing with the latest
 * questions, so what is answered with is their average. */
export interface Learned {
  /** As learned from the latest question. */
  readonly weight: Float64Array;
  /** Averaged over the questions so far, of which later ones count more; as of the last `settle`. */
  readonly mean: Float64Array;
  /** One step along the gradient, of weights from a place on; a weight without gradient stays. */
  step(from: number, gradient: Float64Array): void;
  /** The same of one weight. */
  nudge(at: number, gradient: number): void;
  /** Brings the averages up to the questions learned from so far. */
  settle(): void;
}

/** Counts the questions that were learned from. */
export interface Clock {
  /** How much the questions so far count together: n to the power of {@link LATENESS}. */
  readonly counted: number;
  tick(): void;
}

/**
 * The weights after question i of n count i^LATENESS − (i − 1)^LATENESS: half of an average comes from the last
 * 1 − 2^(−1 / LATENESS) of the questions, some 2 per cent. Chosen on the valid days of ICEWS14.
 */
const LATENESS = 32;
/** Keeps the first steps finite. */
const AT_FIRST = 1e-3;

export function clock(): Clock {
  let questions = 0;
  let counted = 0;
  return {
    get counted() {
      return counted;
    },
    tick() {
      questions += 1;
      counted = 1;
      for (let k = 0; k < LATENESS; k++) counted *= questions;
    },
  };
}

/** @see Duchi, Hazan & Singer 2011; for the average Shamir & Zhang 2013. */
export function learned(
  size: number,
  time: Clock,
  {
    rate,
    shrink,
    atFirst = AT_FIRST,
  }: { readonly rate: number; readonly shrink: number; readonly atFirst?: number },
): Learned {
  const weight = new Float64Array(size);
  const squares = new Float64Array(size).fill(atFirst);
  const mean = new Float64Array(size);
  // A weight is added up when it changes, for all questions since it last did.
  const sum = new Float64Array(size);
  const since = new Float64Array(size);
  let settled = 0;
  function nudge(at: number, gradient: number): void {
    const { counted } = time;
    sum[at] += weight[at] * (counted - since[at]);
    since[at] = counted;
    const g = gradient - shrink * weight[at];
    squares[at] += g * g;
    weight[at] += (rate * g) / Math.sqrt(squares[at]);
  }
  return {
    weight,
    mean,
    nudge,
    step(from, gradient) {
      for (let p = 0; p < gradient.length; p++) if (gradient[p] !== 0) nudge(from + p, gradient[p]);
    },
    settle() {
      const { counted } = time;
      if (counted === settled) return;
      settled = counted;
      for (let at = 0; at < size; at++) mean[at] = (sum[at] + weight[at] * (counted - since[at])) / counted;
    },
  };
}
