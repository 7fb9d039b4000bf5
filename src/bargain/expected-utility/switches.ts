/**
 * What published programs take the expected-utility model to be, as switches. Bueno de Mesquita (1994)
 * leaves each of them open.
 */
export interface ExpectedUtilitySwitches {
  /** Distances are parts of the range of positions at the start, or now; or of the whole scale. */
  readonly range: "initial" | "current" | "scale";
  /** A challenger's share of the votes on the pair, its lead in them, or its share of all pairs' votes. */
  readonly victory: "share" | "lead" | "pooled";
  /** Probability of victory where no voter tells two positions apart. */
  readonly indifferent: 0 | 0.5;
  /**
   * Whose risk exponent values the other's challenge: the onlooker's own; the challenger's; or "mixed", the
   * challenger's, but with the challenger's salience for the onlooker's, and the onlooker's distance to
   * the median.
   */
  readonly risk: "onlooker" | "challenger" | "mixed";
  /** Q, the probability that nothing changes if there is no challenge. */
  readonly quiet: number;
  /** What counts as the committee's choice: see `medians.ts`. */
  readonly median: MedianRule;
  /** How an actor answers a challenger: see `answers.ts`. */
  readonly answer: AnswerRule;
  /** Which of several offers it takes: see `choices.ts`. */
  readonly choice: ChoiceRule;
  /** The risk exponent of all if nobody is more secure than another. */
  readonly evenRisk: 0 | 1;
  /** Expected utilities smaller than this are none. */
  readonly least: number;
  /** Rounds to play. */
  readonly rounds: number;
  /** Stop when the median has moved by less than this part of the scale, twice in a row; 0 never. */
  readonly still: number;
}

export type MedianRule = "scan" | "strongest" | "most-votes" | "lower";
export type AnswerRule = "concede" | "yield" | "octants" | "standoff" | "contest";
export type ChoiceRule = "weighted-compromise" | "strongest-nearest" | "kind-nearest" | "strongest-smallest";

/** Each actor sees a challenge with its own risk attitude; victory is rare, since votes are pooled. */
export const pooledReading: ExpectedUtilitySwitches = {
  range: "initial",
  victory: "pooled",
  indifferent: 0,
  risk: "onlooker",
  quiet: 1,
  median: "scan",
  answer: "concede",
  choice: "weighted-compromise",
  evenRisk: 1,
  least: 0,
  rounds: 10,
  still: 0,
};

/** Whoever expects to gain sends an offer; the strongest is taken, in full if it hurts enough. */
export const strongestReading: ExpectedUtilitySwitches = {
  ...pooledReading,
  range: "scale",
  victory: "lead",
  risk: "challenger",
  median: "strongest",
  answer: "yield",
  choice: "strongest-nearest",
};

/** Octants of both sides' expected utilities; confrontations first, then what asks the least. */
export const nearestReading: ExpectedUtilitySwitches = {
  ...pooledReading,
  victory: "share",
  risk: "mixed",
  median: "most-votes",
  answer: "octants",
  choice: "kind-nearest",
  evenRisk: 0,
  least: 1e-4,
};

/** Two who both expect to win stand off, and neither moves; bargaining ends when the median rests. */
export const standoffReading: ExpectedUtilitySwitches = {
  ...pooledReading,
  range: "current",
  victory: "share",
  indifferent: 0.5,
  risk: "challenger",
  median: "lower",
  answer: "standoff",
  choice: "strongest-smallest",
  rounds: 20,
  still: 0.005,
};
