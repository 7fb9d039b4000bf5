import { weightedMedian as medianOf } from "../measure/index.ts";
import type { BargainingModel } from "./model.ts";
import { checkProblem } from "./problem.ts";
import { weight } from "./pulls.ts";

/**
 * The weighted median: the position that wins every pairwise vote in which each actor votes for the
 * nearer position with weight capability × salience.
 *
 * @remarks If the weight splits evenly between two positions, the settlement is their midpoint; the
 * account gives both ends.
 * @see Black 1958, ch. 4.
 * @example
 * ```ts
 * import { seeded } from "tawazun/base";
 * import { weightedMedian } from "tawazun/bargain";
 * const actors = [0, 20, 100].map((position, i) => ({ id: `${i}`, position, salience: 1, capability: 1 }));
 * weightedMedian.settle({ actors, range: [0, 100] }, seeded("any")).position; //=> 20
 * ```
 */
export const weightedMedian: BargainingModel = {
  id: "weighted-median",
  name: "Weighted median",
  sources: [{ ref: "black1958", at: "ch. 4" }],
  formula: "the m with half of Σ c s on either side of it; c capability, s salience 0…1",
  assumes: [
    "The issue is decided by weighted votes between pairs of positions.",
    "Everyone votes for the nearer position, with weight capability × salience.",
  ],
  chance: false,
  settle(problem) {
    const { actors } = checkProblem(problem);
    const { low, high } = medianOf(
      actors.map((actor) => actor.position),
      actors.map(weight),
    );
    // half of the settlement lies at either end, shared by those who stand there
    const shareAt = (end: number): number => 0.5 / actors.filter(({ position }) => position === end).length;
    return {
      position: low + (high - low) / 2,
      account: {
        summary:
          low === high
            ? `No weighted majority would leave ${low}.`
            : `The weight splits evenly between ${low} and ${high}; the settlement is halfway.`,
        pulls: actors.map(({ id, position }) => ({
          actor: id,
          position,
          share: (position === low ? shareAt(low) : 0) + (position === high ? shareAt(high) : 0),
        })),
        rounds: [],
        figures: { "lower median": low, "upper median": high },
      },
    };
  },
};
