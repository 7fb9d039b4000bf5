/** Weights that learn by AdaGrad: each at a rate that falls as it is pushed. */
export interface Learned {
  readonly weight: Float64Array;
  /** One step along the gradient, of weights from a place on; a weight without gradient stays. */
  step(from: number, gradient: Float64Array): void;
  /** The same of one weight. */
  nudge(at: number, gradient: number): void;
}

/** Keeps the first steps finite. */
const AT_FIRST = 1e-3;

/** @see Duchi, Hazan & Singer 2011. */
export function learned(
  size: number,
  {
    rate,
    shrink,
    atFirst = AT_FIRST,
  }: { readonly rate: number; readonly shrink: number; readonly atFirst?: number },
): Learned {
  const weight = new Float64Array(size);
  const squares = new Float64Array(size).fill(atFirst);
  function nudge(at: number, gradient: number): void {
    const g = gradient - shrink * weight[at];
    squares[at] += g * g;
    weight[at] += (rate * g) / Math.sqrt(squares[at]);
  }
  return {
    weight,
    nudge,
    step(from, gradient) {
      for (let p = 0; p < gradient.length; p++) if (gradient[p] !== 0) nudge(from + p, gradient[p]);
    },
  };
}
