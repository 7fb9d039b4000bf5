/**
 * Why no partition frustrates less.
 *
 * The parts share no tie: two of them have at most one actor in common. What must be frustrated in each adds
 * up, together with what contradicts itself (a pair tied both ways, an actor hostile to itself).
 */
export interface Certificate {
  readonly parts: readonly ProvenPart[];
}

/** Actors, as places in `ids`, whose ties among themselves frustrate at least `bound` in every partition. */
export interface ProvenPart {
  readonly actors: readonly number[];
  readonly bound: number;
  /**
   * Cycles: the negative cycles listed share no weight, and each of them frustrates its weight once.
   * Elimination: can be repeated, in the order in which the actors stand. Branching: can only be run again.
   */
  readonly by: "cycles" | "elimination" | "branching";
  readonly cycles: readonly NegativeCycle[];
}

/** Actors in order round a cycle with an odd number of hostile pairs. */
export interface NegativeCycle {
  readonly through: readonly number[];
  readonly weight: number;
}
