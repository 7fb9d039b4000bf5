import { TawazunError } from "../../base/index.ts";

/** Who bargains in the spatial model, over one dimension or several. */
export interface SpatialActor {
  readonly id: string;
  /** > 0. */
  readonly capability: number;
  /** One coordinate a dimension, 0…1. */
  readonly position: readonly number[];
  /** One a dimension, 0…1, not all 0, in sum at most 1. */
  readonly salience: readonly number[];
}

/** A spatial bargaining problem. */
export interface SpatialProblem {
  readonly actors: readonly SpatialActor[];
  /**
   * How ideal points follow positions: after each turn the ideal of i becomes
   * Σⱼ aᵢⱼ xⱼ + (1 − Σⱼ aᵢⱼ) ideal, with aᵢⱼ at `[i][j]`. Absent: it is always i's position.
   */
  readonly adjustment?: readonly (readonly number[])[];
}

/** What stays the same through all turns, as flat arrays. */
export interface Setting {
  readonly actors: number;
  readonly dimensions: number;
  readonly capability: Float64Array;
  /** Salience of actor i for dimension k at `i × dimensions + k`. */
  readonly salience: Float64Array;
  /** An actor's salience over all dimensions. */
  readonly care: Float64Array;
  /** Capability × salience over all dimensions. */
  readonly weight: Float64Array;
}

/**
 * @throws {TawazunError} `bargain/actors`, `bargain/dimensions`, `bargain/capability`, `bargain/salience`,
 * `bargain/position`, `bargain/adjustment`.
 */
export function settingOf({ actors, adjustment }: SpatialProblem): Setting {
  if (actors.length === 0) {
    throw new TawazunError("bargain/actors", "There is no actor; the spatial model needs at least one.");
  }
  const dimensions = actors[0].position.length;
  for (const actor of actors) checkActor(actor, dimensions);
  const n = actors.length;
  if (adjustment !== undefined && !isMatrix(adjustment, n)) {
    throw new TawazunError(
      "bargain/adjustment",
      `The adjustment of ideal points must be ${n} rows of ${n} finite numbers, one row an actor.`,
    );
  }
  const capability = Float64Array.from(actors, (actor) => actor.capability);
  const care = Float64Array.from(actors, (actor) => sum(actor.salience));
  return {
    actors: n,
    dimensions,
    capability,
    salience: Float64Array.from(actors.flatMap((actor) => actor.salience)),
    care,
    weight: care.map((s, i) => s * capability[i]),
  };
}

function checkActor({ id, capability, position, salience }: SpatialActor, dimensions: number): void {
  const refuse = (what: string, message: string): never => {
    throw new TawazunError(`bargain/${what}`, message);
  };
  if (dimensions === 0 || position.length !== dimensions || salience.length !== dimensions) {
    refuse(
      "dimensions",
      `"${id}" has ${position.length} coordinates and ${salience.length} saliences; give ${Math.max(1, dimensions)} of each.`,
    );
  }
  if (!(capability > 0 && capability < Number.POSITIVE_INFINITY)) {
    refuse(
      "capability",
      `The capability of "${id}" is ${capability}; the spatial model needs it above 0. Leave out who has none.`,
    );
  }
  if (!position.every((x) => x >= 0 && x <= 1)) {
    refuse(
      "position",
      `The position of "${id}" is (${position.join(", ")}); each part must lie from 0 to 1.`,
    );
  }
  const care = sum(salience);
  if (!salience.every((s) => s >= 0) || !(care > 0 && care <= 1 + 1e-9)) {
    refuse(
      "salience",
      `The saliences of "${id}" are (${salience.join(", ")}); each must be 0 or more, and their sum above 0 and at most 1.`,
    );
  }
}

function isMatrix(rows: readonly (readonly number[])[], n: number): boolean {
  return rows.length === n && rows.every((row) => row.length === n && row.every(Number.isFinite));
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const x of numbers) total += x;
  return total;
}
