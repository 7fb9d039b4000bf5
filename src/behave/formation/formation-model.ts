import { exp, TawazunError } from "../../base/index.ts";
import { type ChoiceSets, conditionalLogit } from "../conditional-logit.ts";
import { climb } from "../newton.ts";
import type { Occasion } from "./occasion.ts";
import { governmentOf, potentialGovernments } from "./potential-governments.ts";
import { formationTerms } from "./terms.ts";

/** What a property of a potential government is worth, on the scale of log odds. */
export interface FormationCoefficient {
  readonly term: string;
  readonly coefficient: number;
  readonly error: number;
}

/** A formation with the government that came of it. */
export interface Formed extends Occasion {
  readonly formed: ReadonlySet<string>;
}

/** What the fit was made of. */
export interface FormationFit {
  readonly coefficients: readonly FormationCoefficient[];
  readonly formations: number;
  readonly governments: number;
  readonly logLikelihood: number;
}

/**
 * How strongly coefficients are drawn to 0: a Gaussian prior with this standard deviation, for a property that is
 * scaled to vary by 1 within the sets of potential governments.
 */
export const FORMATION_PRIOR = 0.29;

/**
 * Fits what makes governments of potential governments: a conditional logit.
 *
 * @throws {TawazunError} `formation/formed` for a government without any of the parties, and all of
 * {@link potentialGovernments}.
 * @remarks Posterior mode under {@link FORMATION_PRIOR}; standard errors from the curvature there.
 * @see Martin & Stevenson 2001.
 * @example
 * ```ts
 * import { fitFormation } from "tawazun/behave";
 * const party = (id: string, seats: number, leftRight: number) => ({ id, seats, leftRight, family: "other" as const });
 * const parties = [party("a", 45, 4), party("b", 20, 5), party("c", 35, 7)];
 * const formed = new Set(["a", "b"]);
 * fitFormation([{ day: 0, parliament: "p", total: 100, parties, past: [], formed }]).governments; //=> 7
 * ```
 */
export function fitFormation(formations: readonly Formed[], deviation = FORMATION_PRIOR): FormationFit {
  const sets = choiceSetsOf(formations);
  const spreads = spreadsOf(sets);
  const priors = spreads.map((spread) => ({ mean: 0, deviation: deviation / Math.max(1e-3, spread) }));
  const peak = climb(conditionalLogit(sets), { priors, tolerance: 1e-10 });
  const size = sets.names.length;
  return {
    coefficients: sets.names.map((term, p) => ({
      term,
      coefficient: peak.coefficients[p],
      error: Math.sqrt(peak.covariance[p * size + p]),
    })),
    formations: formations.length,
    governments: sets.begins[formations.length],
    logLikelihood: peak.evaluation.logLikelihood,
  };
}

/** Rows of all potential governments, that which was formed first in its set. */
function choiceSetsOf(formations: readonly Formed[]): ChoiceSets {
  const names = formationTerms.map(({ id }) => id);
  const size = names.length;
  const begins = [0];
  for (const { parties } of formations) begins.push(begins[begins.length - 1] + 2 ** parties.length - 1);
  const rows = new Float64Array(begins[formations.length] * size);
  formations.forEach((formation, s) => {
    const made = potentialGovernments(formation).rows;
    const chosen = governmentOf(formation, formation.formed);
    if (chosen === undefined) {
      throw new TawazunError(
        "formation/formed",
        "None of the parties with seats is in the government that was formed.",
      );
    }
    const from = begins[s] * size;
    rows.set(made, from);
    // the one that was formed changes places with the first
    rows.set(made.subarray(0, size), from + chosen * size);
    rows.set(made.subarray(chosen * size, (chosen + 1) * size), from);
  });
  return { names, rows, begins };
}

/** Root of the mean variance of each property within sets. */
function spreadsOf({ names, rows, begins }: ChoiceSets): readonly number[] {
  const size = names.length;
  const sets = begins.length - 1;
  return names.map((_, p) => {
    let variance = 0;
    for (let s = 0; s < sets; s++) {
      const length = begins[s + 1] - begins[s];
      let sum = 0;
      let squares = 0;
      for (let k = begins[s]; k < begins[s + 1]; k++) {
        sum += rows[k * size + p];
        squares += rows[k * size + p] * rows[k * size + p];
      }
      variance += squares / length - (sum / length) * (sum / length);
    }
    return Math.sqrt(Math.max(0, variance / sets));
  });
}

/** What a fitted model foretells of a formation. */
export interface FormationForecast {
  /** The chance of each potential government, by its number. */
  readonly chances: Float64Array;
  /** The chance of each party to be in the government. */
  readonly parties: readonly number[];
}

/**
 * The chances of all potential governments of an occasion.
 *
 * @returns `chances` in the order of {@link potentialGovernments}, which sum to 1; `parties` in the order of the occasion's.
 * @throws {TawazunError} all of {@link potentialGovernments}.
 * @see Martin & Stevenson 2001.
 * @example Three parties without a past: the largest is the likeliest to govern.
 * ```ts
 * import { fittedFormation, foretellFormation } from "tawazun/behave";
 * const party = (id: string, seats: number, leftRight: number) => ({ id, seats, leftRight, family: "other" as const });
 * const parties = [party("a", 45, 4), party("b", 20, 5), party("c", 35, 7)];
 * const { chances, parties: inside } = foretellFormation({ day: 0, parliament: "p", total: 100, parties, past: [] }, fittedFormation);
 * chances.length; //=> 7
 * inside[0] > inside[2]; //=> true
 * ```
 */
export function foretellFormation(
  occasion: Occasion,
  coefficients: readonly FormationCoefficient[],
): FormationForecast {
  const { rows, count } = potentialGovernments(occasion);
  const worth = new Map(coefficients.map(({ term, coefficient }) => [term, coefficient]));
  const beta = formationTerms.map(({ id }) => worth.get(id) ?? 0);
  const chances = new Float64Array(count);
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) {
    let eta = 0;
    for (let p = 0; p < beta.length; p++) eta += beta[p] * rows[k * beta.length + p];
    chances[k] = eta;
    most = Math.max(most, eta);
  }
  let total = 0;
  for (let k = 0; k < count; k++) {
    chances[k] = exp(chances[k] - most);
    total += chances[k];
  }
  const parties = occasion.parties.map(() => 0);
  for (let k = 0; k < count; k++) {
    chances[k] /= total;
    for (let i = 0; i < parties.length; i++) if (((k + 1) >> i) & 1) parties[i] += chances[k];
  }
  return { chances, parties };
}
