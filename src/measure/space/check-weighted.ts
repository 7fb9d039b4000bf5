import { TawazunError } from "../../base/index.ts";

/** Refuses positions and weights of which no weighted measure can be taken. */
export function checkWeighted(positions: readonly number[], weights: readonly number[]): void {
  if (positions.length === 0 || positions.length !== weights.length) {
    throw new TawazunError(
      "space/length",
      `There are ${positions.length} positions and ${weights.length} weights; give one weight a position, and at least one.`,
    );
  }
  let total = 0;
  for (let i = 0; i < positions.length; i++) {
    if (!Number.isFinite(positions[i])) {
      throw new TawazunError(
        "space/position",
        `Position ${i + 1} is ${positions[i]}; it must be a finite number.`,
      );
    }
    if (!(weights[i] >= 0 && weights[i] < Number.POSITIVE_INFINITY)) {
      throw new TawazunError(
        "space/weight",
        `Weight ${i + 1} is ${weights[i]}; it must be a finite number, 0 or more.`,
      );
    }
    total += weights[i];
  }
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
    throw new TawazunError("space/weight", `The weights sum to ${total}; at least one must be above 0.`);
  }
}
