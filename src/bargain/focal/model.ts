import type { BargainingModel } from "../model.ts";
import { checkProblem } from "../problem.ts";
import { pullsOf } from "../pulls.ts";
import { type FocalCoefficients, focalPoints, focalProbabilities, quantile } from "./points.ts";

/**
 * What settled issues of the European Union teach, all proposals of the folder taken together.
 * Made by `npm run bench -- deu`, which prints them: 154 issues of 64 proposals of the DEU data.
 */
export const focalDefaults: FocalCoefficients = {
  capabilityExponent: 0.75,
  closeness: 2.313,
  taken: 2.018,
  round: 1.004,
  halfway: 0.518,
};

/**
 * The focal compromise (ours): a settlement falls on a point that speaks for itself. Points near the
 * compromise mean are likelier; likelier still where an actor stands, at a tenth of the scale, and
 * halfway. The settlement is the median of the probabilities, which errs least on average.
 *
 * Each position on the table counts once, however many stand on it: their weight counts in the mean alone.
 *
 * @param coefficients learned from settled issues by `fitFocal`.
 * @see Schelling 1960 for focal points; McFadden 1974 for the logit; Arregui & Perarnaud 2022 for the issues.
 * @example
 * ```ts
 * import { seeded } from "tawazun/base";
 * import { focalCompromise } from "tawazun/bargain";
 * const actors = [
 *   { id: "a", position: 0, salience: 0.5, capability: 1 },
 *   { id: "b", position: 60, salience: 0.5, capability: 1 },
 *   { id: "c", position: 100, salience: 0.5, capability: 1 },
 * ];
 * focalCompromise.settle({ actors, range: [0, 100] }, seeded("any")).position; //=> 60
 * ```
 */
export function focalCompromiseWith(coefficients: FocalCoefficients): BargainingModel {
  return {
    id: "focal-compromise",
    name: "Focal compromise",
    sources: [
      { ref: "schelling1960", at: "ch. 3" },
      { ref: "mcfadden1974" },
      { ref: "arregui2021", at: "the issues it was learned from" },
    ],
    formula:
      "median of p ∝ exp(a × closeness to the compromise mean + b if someone stands there + c if a tenth + d if halfway)",
    assumes: [
      "Settlements fall on positions someone holds, on round numbers and halfway more often than between.",
      "Issues are like those of the European Union it was learned from.",
    ],
    chance: false,
    settle(problem) {
      checkProblem(problem);
      const points = focalPoints(problem, coefficients.capabilityExponent);
      const probabilities = focalProbabilities(points, coefficients);
      const position = quantile(points, probabilities, 0.5);
      const likeliest = probabilities.indexOf(Math.max(...probabilities));
      return {
        position,
        account: {
          summary: `Of ${points.length} points, ${points[likeliest].position} is the likeliest; half the probability lies at or below ${position}.`,
          pulls: pullsOf(
            problem.actors,
            problem.actors.map((actor) => actor.position),
          ),
          rounds: [],
          figures: {
            "likeliest point": points[likeliest].position,
            "its probability (0…1)": probabilities[likeliest],
            "lower quartile": quantile(points, probabilities, 0.25),
            "upper quartile": quantile(points, probabilities, 0.75),
          },
        },
      };
    },
  };
}

/** The focal compromise as learned from settled issues of the European Union. */
export const focalCompromise: BargainingModel = focalCompromiseWith(focalDefaults);
