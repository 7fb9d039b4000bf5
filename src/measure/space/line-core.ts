import { TawazunError } from "../../base/index.ts";
import { checkWeighted } from "./check-weighted.ts";

/** Voters on one issue, each for the point nearest to its own, and the weight that decides. */
export interface LineCommittee {
  readonly positions: readonly number[];
  /** ≥ 0, one a position. */
  readonly weights: readonly number[];
  /** The weight a coalition needs, above half of all and at most all. */
  readonly quota: number;
}

/** An interval of a scale, ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The core on one issue: the points that no coalition with the quota would leave for another.
 *
 * @returns an interval that is never empty; with a simple majority of an odd number, the median.
 * @throws {TawazunError} `space/length`, `space/position`, `space/weight`, `space/quota`.
 * @remarks A point is in it if less than the quota stands to its left and less than the quota to its right.
 * @see Black 1958; Tsebelis 2002, ch. 2 for the quota.
 * @example Four fifths leave more in place than a majority does.
 * ```ts
 * import { lineCore } from "tawazun/measure";
 * const positions = [0, 20, 50, 60, 90];
 * const weights = [1, 1, 1, 1, 1];
 * lineCore({ positions, weights, quota: 3 }); //=> { low: 50, high: 50 }
 * lineCore({ positions, weights, quota: 4 }); //=> { low: 20, high: 60 }
 * ```
 */
export function lineCore(committee: LineCommittee): Interval {
  checkCommittee(committee);
  return { low: pivotFromBelow(committee), high: -pivotFromBelow(mirrored(committee)) };
}

/**
 * The winset of a point on one issue: the points that a coalition with the quota prefers to it.
 *
 * @param at the status quo.
 * @returns an open interval with the status quo at one end; nothing if the status quo is in the core.
 * @throws {TawazunError} as `lineCore`; `space/position` if the status quo is no finite number.
 * @see Tsebelis 2002, ch. 1.
 * @example
 * ```ts
 * import { lineWinset } from "tawazun/measure";
 * const committee = { positions: [0, 40, 90], weights: [1, 1, 1], quota: 2 };
 * lineWinset(committee, 30); //=> { low: 30, high: 50 }
 * lineWinset(committee, 40); //=> undefined
 * ```
 */
export function lineWinset(committee: LineCommittee, at: number): Interval | undefined {
  if (!Number.isFinite(at)) {
    throw new TawazunError("space/position", `The status quo is ${at}; it must be a finite number.`);
  }
  const { low, high } = lineCore(committee);
  // a coalition prefers y to the status quo if it stands on y's side of their midpoint
  if (at < low) return { low: at, high: 2 * low - at };
  if (at > high) return { low: 2 * high - at, high: at };
  return undefined;
}

/** The lowest position with less than the quota to its right. */
function pivotFromBelow({ positions, weights, quota }: LineCommittee): number {
  const order = positions.map((_, i) => i).filter((i) => weights[i] > 0);
  order.sort((a, b) => positions[b] - positions[a] || a - b);
  let fromRight = 0;
  let pivot = positions[order[0]];
  for (const i of order) {
    pivot = positions[i];
    fromRight += weights[i];
    if (fromRight >= quota * (1 - 1e-12)) break;
  }
  return pivot;
}

function mirrored(committee: LineCommittee): LineCommittee {
  return { ...committee, positions: committee.positions.map((x) => -x) };
}

function checkCommittee({ positions, weights, quota }: LineCommittee): void {
  checkWeighted(positions, weights);
  checkQuota(weights, quota);
}

/** Refuses a quota that two disjoint coalitions could reach, or none could. */
export function checkQuota(weights: readonly number[], quota: number): void {
  let total = 0;
  for (const weight of weights) total += weight;
  if (!(quota > total / 2 && quota <= total * (1 + 1e-12))) {
    throw new TawazunError(
      "space/quota",
      `The quota is ${quota}; of weights that sum to ${total} it must be more than half and at most all.`,
    );
  }
}
