/**
 * Why no partition frustrates less.
 *
 * Everything listed here shares the weights of the network's pairs and never spends one twice. What must be
 * frustrated in each adds up, together with what contradicts itself (a pair tied both ways, an actor hostile
 * to itself).
 */
export interface Certificate {
  /** Negative cycles: whatever the factions, each frustrates its weight at least once. */
  readonly cycles: readonly Walk[];
  readonly cores: readonly Core[];
}

/** Actors in order, as places in `ids`, and the weight that is spent on each pair they walk over. */
export interface Walk {
  readonly through: readonly number[];
  readonly weight: number;
}

/** A smaller network inside the network, which frustrates at least `bound` in every partition. */
export interface Core {
  readonly actors: readonly number[];
  /**
   * Its ties are walks between its actors: if the ends do not stand to each other as the signs along the walk
   * say, something on the way is frustrated. Absent: the ties are the actors' own.
   */
  readonly ties?: readonly Walk[];
  readonly bound: number;
  /**
   * Cycles: the negative cycles listed share no weight of the core. Elimination: can be repeated in the order
   * in which the actors stand. Branching: can only be run again.
   */
  readonly by: "cycles" | "elimination" | "branching";
  readonly cycles: readonly Walk[];
}
