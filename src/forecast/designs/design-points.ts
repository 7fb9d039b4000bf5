import { type Random, TawazunError } from "../../base/index.ts";
import { type SobolDesign, sobolDesign } from "../sensitivity/sobol.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { pertQuantile } from "./pert-quantile.ts";
import { sobolSequence } from "./sobol-sequence.ts";

/** What a variable of a design may be: a list of values, any value of a range, or a distribution over one. */
export type Spread =
  | { readonly values: readonly (number | boolean | string)[] }
  | { readonly range: readonly [low: number, high: number]; readonly steps?: number | undefined }
  | { readonly distribution: readonly [low: number, mode: number, high: number] };

/** Which points of the variables' space are played. */
export type Design =
  | { readonly factorial: true }
  | { readonly latin_hypercube: number }
  | { readonly sobol: number }
  | { readonly saltelli: number };

/** Points of a design, and what is needed to make indices of what was found at them. */
export interface DesignPoints {
  /** By point, the value of each variable. */
  readonly points: readonly (readonly (number | boolean | string)[])[];
  /** Of a Saltelli design. */
  readonly saltelli?: SobolDesign;
}

/**
 * The points of a design.
 *
 * @param random moves the points of all but a full factorial design.
 * @throws {TawazunError} `design/steps` where a full factorial design has a variable without values or steps;
 * `design/dimensions` for a Sobol’ sequence of too many variables.
 * @example
 * ```ts
 * import { seeded } from "tawazun/base";
 * import { designPoints } from "tawazun/forecast";
 * const variables = [{ values: ["a", "b"] }, { range: [0, 1], steps: 3 }] as const;
 * designPoints({ factorial: true }, variables, seeded("any")).points.length; //=> 6
 * ```
 */
export function designPoints(design: Design, variables: readonly Spread[], random: Random): DesignPoints {
  if ("factorial" in design) return { points: combinations(variables.map(levels)) };
  const at = (coordinates: Float64Array) =>
    variables.map((variable, v) => quantile(variable, coordinates[v]));
  if ("latin_hypercube" in design)
    return { points: latinHypercube(variables.length, design.latin_hypercube, random).map(at) };
  if ("sobol" in design) {
    const shift = variables.map((_, v) => random.fork(v).integer(4294967296));
    return { points: sobolSequence(variables.length, design.sobol, shift).map(at) };
  }
  const saltelli = sobolDesign(
    variables.map(() => (luck) => luck.uniform()),
    design.saltelli,
    random,
  );
  return { points: saltelli.points.map(at), saltelli };
}

/** The value of a variable below which it lies with a probability; of a list, each is as likely. */
function quantile(variable: Spread, probability: number): number | boolean | string {
  if ("values" in variable) {
    const { values } = variable;
    return values[Math.min(values.length - 1, Math.floor(probability * values.length))];
  }
  if ("distribution" in variable) return pertQuantile(variable.distribution, probability);
  const [low, high] = variable.range;
  return Math.min(high, low + probability * (high - low));
}

function levels(variable: Spread): readonly (number | boolean | string)[] {
  if ("values" in variable) return variable.values;
  const { steps } = "range" in variable ? variable : { steps: undefined };
  if (!("range" in variable) || steps === undefined || steps < 2) {
    throw new TawazunError(
      "design/steps",
      "In a full factorial design a variable needs values, or a range with at least two steps.",
    );
  }
  const [low, high] = variable.range;
  return Array.from({ length: steps }, (_, k) =>
    k === steps - 1 ? high : low + (k / (steps - 1)) * (high - low),
  );
}

/** Every combination, the last variable changing fastest. */
function combinations<Value>(lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return lists.reduce<readonly (readonly Value[])[]>(
    (points, list) => points.flatMap((point) => list.map((value) => [...point, value])),
    [[]],
  );
}
