import { weightedMean, weightedMedian } from "../measure/index.ts";
import type { BargainingModel } from "./model.ts";
import { type Bargainer, checkProblem } from "./problem.ts";

type Weigh = (actor: Bargainer) => number;

/** A mean or a median of positions with another weight than capability × salience, for comparison. */
function average(record: {
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  readonly assumes: string;
  readonly weigh: Weigh;
  readonly kind: "mean" | "median";
}): BargainingModel {
  return {
    id: record.id,
    name: record.name,
    sources: [{ ref: "achen2006", at: "pp. 264–298" }, { ref: "black1958" }],
    formula: record.formula,
    assumes: [record.assumes, "Nobody moves."],
    chance: false,
    settle(problem) {
      const { actors } = checkProblem(problem);
      const positions = actors.map((actor) => actor.position);
      const weights = actors.map(record.weigh);
      const total = weights.reduce((sum, w) => sum + w, 0);
      return {
        position: record.kind === "mean" ? weightedMean(positions, weights) : middle(positions, weights),
        account: {
          summary: record.assumes,
          pulls: actors.map(({ id, position }, i) => ({ actor: id, position, share: weights[i] / total })),
          rounds: [],
          figures: {},
        },
      };
    },
  };
}

function middle(positions: readonly number[], weights: readonly number[]): number {
  const { low, high } = weightedMedian(positions, weights);
  return low + (high - low) / 2;
}

/** Every actor counts the same, whatever its salience. */
export const plainMean: BargainingModel = average({
  id: "plain-mean",
  name: "Plain mean",
  formula: "Σ x / n; x position, n actors",
  assumes: "Every actor counts the same, whatever its salience.",
  weigh: () => 1,
  kind: "mean",
});

/** Positions count by salience; capabilities are taken as equal. */
export const salienceMean: BargainingModel = average({
  id: "salience-mean",
  name: "Salience mean",
  formula: "Σ s x / Σ s; x position, s salience 0…1",
  assumes: "Positions count by salience alone.",
  weigh: (actor) => actor.salience,
  kind: "mean",
});

/** The median actor. */
export const plainMedian: BargainingModel = average({
  id: "plain-median",
  name: "Plain median",
  formula: "the m with half of the actors on either side of it",
  assumes: "Every actor has one vote between any two positions.",
  weigh: () => 1,
  kind: "median",
});

/** The median by salience; capabilities are taken as equal. */
export const salienceMedian: BargainingModel = average({
  id: "salience-median",
  name: "Salience median",
  formula: "the m with half of Σ s on either side of it; s salience 0…1",
  assumes: "Every actor votes between any two positions by its salience.",
  weigh: (actor) => actor.salience,
  kind: "median",
});
