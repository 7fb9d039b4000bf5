import { weightedMean } from "../measure/index.ts";
import type { BargainingModel } from "./model.ts";
import { checkProblem } from "./problem.ts";
import { pullsOf, weight } from "./pulls.ts";

/**
 * The compromise mean, the default: everyone's position counts by capability × salience,
 *
 *     settlement = Σ cᵢ sᵢ xᵢ / Σ cᵢ sᵢ
 *
 * with both sums in the problem's order.
 *
 * @remarks It approximates the Nash bargaining solution where disagreement is very bad for everyone
 * (Achen 2006), and no bargaining model tried on settled issues of the European Union beats it: see
 * `docs/why/bargaining.md`.
 *
 * @see Van den Bos 1991; Achen 2006.
 *
 * @example Two actors, one of whom cares twice as much.
 * ```ts
 * import { seeded } from "tawazun/base";
 * import { compromiseMean } from "tawazun/bargain";
 * const problem = {
 *   actors: [
 *     { id: "a", position: 0, salience: 0.8, capability: 10 },
 *     { id: "b", position: 90, salience: 0.4, capability: 10 },
 *   ],
 *   range: [0, 100],
 * } as const;
 * compromiseMean.settle(problem, seeded("any")).position; //=> 30
 * ```
 */
export const compromiseMean: BargainingModel = {
  id: "compromise-mean",
  name: "Compromise mean",
  sources: [
    { ref: "vandenbos1991", at: "ch. 5" },
    { ref: "achen2006", at: "pp. 86–123" },
  ],
  formula: "Σ c s x / Σ c s; x position, s salience 0…1, c capability",
  assumes: [
    "Everyone prefers agreement to none.",
    "A position counts in proportion to capability × salience.",
    "Nobody moves: the settlement averages stated positions.",
  ],
  chance: false,
  settle(problem) {
    const { actors } = checkProblem(problem);
    const positions = actors.map((actor) => actor.position);
    return {
      position: weightedMean(positions, actors.map(weight)),
      account: {
        summary: "Every position counts by capability × salience.",
        pulls: pullsOf(actors, positions),
        rounds: [],
        figures: {},
      },
    };
  },
};
