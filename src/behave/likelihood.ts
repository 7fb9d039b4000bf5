/** What a model says of its events at given coefficients. */
export interface Evaluation {
  readonly logLikelihood: number;
  /** Derivative by each coefficient. */
  readonly score: Float64Array;
  /** Minus the expected second derivative, p × p, row by row. */
  readonly information: Float64Array;
}

/** A model bound to its events: what is climbed. */
export interface Likelihood {
  readonly names: readonly string[];
  /** Terms of the log-likelihood: events, and intervals without one in timed models. */
  readonly count: number;
  /** A coefficient where climbing starts, if not at 0. */
  readonly start?: Float64Array;
  /** The log-likelihood alone, where that is cheaper. */
  value?(coefficients: Float64Array): number;
  /** The same on an even part of the events: good enough to start from. */
  readonly coarse?: ((coefficients: Float64Array) => Evaluation) | undefined;
  /**
   * @param observe told of each term of the log-likelihood in turn, with its score, which is only lent, and
   * the number of its event; −1 for an interval that ends without one.
   */
  evaluate(
    coefficients: Float64Array,
    observe?: (logLikelihood: number, score: Float64Array, event: number) => void,
  ): Evaluation;
}
