import type { MedianRule } from "./switches.ts";

/** Votes for x over y less votes for y over x: each actor by weight and difference of distances. */
function lead(positions: Float64Array, weights: Float64Array, x: number, y: number): number {
  let sum = 0;
  for (let k = 0; k < positions.length; k++) {
    sum += weights[k] * (Math.abs(positions[k] - y) - Math.abs(positions[k] - x));
  }
  return sum;
}

type Median = (positions: Float64Array, weights: Float64Array) => number;

/** One position after another, replaced by the next that beats it. */
const scan: Median = (positions, weights) => {
  let median = positions[0];
  for (const x of positions) if (lead(positions, weights, x, median) > 0) median = x;
  return median;
};

/** The winner of the most lopsided pair. */
const strongest: Median = (positions, weights) => {
  let median = positions[0];
  let most = Number.NEGATIVE_INFINITY;
  for (const x of positions) {
    for (const y of positions) {
      const votes = lead(positions, weights, x, y);
      if (votes > most) {
        most = votes;
        median = x;
      }
    }
  }
  return median;
};

/** The position with the most votes over all pairs together. */
const mostVotes: Median = (positions, weights) => {
  let median = positions[0];
  let most = Number.NEGATIVE_INFINITY;
  for (const x of positions) {
    let votes = 0;
    for (const y of positions) votes += lead(positions, weights, x, y);
    if (votes > most) {
      most = votes;
      median = x;
    }
  }
  return median;
};

/** The weighted median; the lower one if the weight splits evenly. */
const lower: Median = (positions, weights) => {
  const order = Array.from(positions, (_, i) => i).sort((a, b) => positions[a] - positions[b]);
  let total = 0;
  for (const w of weights) total += w;
  let below = 0;
  for (const i of order) {
    below += weights[i];
    if (below >= total / 2) return positions[i];
  }
  return positions[order[order.length - 1]];
};

/** What each reading of the model takes for the committee's choice. */
export const medians: { readonly [rule in MedianRule]: Median } = {
  scan,
  strongest,
  "most-votes": mostVotes,
  lower,
};
