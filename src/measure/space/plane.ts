import { TawazunError } from "../../base/index.ts";

/** A point of a plane of two issues. */
export type Point = readonly [x: number, y: number];

/** Voters in the plane, each for the point nearest to its own. */
export interface PlaneCommittee {
  readonly ideals: readonly Point[];
  /** ≥ 0, one an ideal point, not all 0. */
  readonly weights: readonly number[];
}

export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
export const cross = (a: Point, b: Point): number => a[0] * b[1] - a[1] * b[0];
export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
export const size = (a: Point): number => Math.sqrt(dot(a, a));

/** @throws {TawazunError} `space/length`, `space/position`, `space/weight`. */
export function checkPlane({ ideals, weights }: PlaneCommittee): void {
  if (ideals.length === 0 || ideals.length !== weights.length) {
    throw new TawazunError(
      "space/length",
      `There are ${ideals.length} ideal points and ${weights.length} weights; give one weight a point, and at least one.`,
    );
  }
  ideals.forEach((point, i) => {
    if (point.length !== 2 || !point.every(Number.isFinite)) {
      throw new TawazunError(
        "space/position",
        `Ideal point ${i + 1} is (${point.join(", ")}); it must be two finite numbers.`,
      );
    }
    if (!(weights[i] >= 0 && weights[i] < Number.POSITIVE_INFINITY)) {
      throw new TawazunError(
        "space/weight",
        `Weight ${i + 1} is ${weights[i]}; it must be a finite number, 0 or more.`,
      );
    }
  });
  if (!weights.some((weight) => weight > 0)) {
    throw new TawazunError("space/weight", "The weights are all 0; at least one must be above 0.");
  }
}

/** Directions from one angle to the next between which the order of projections does not change. */
export interface Sector {
  /** Unit vectors at its two ends. */
  readonly from: Point;
  readonly to: Point;
  /** One inside. */
  readonly inside: Point;
}

/**
 * The sectors of directions all around, in which the voters' projections keep their order: they end where
 * two ideal points project on one.
 */
export function sectorsOf(ideals: readonly Point[]): Sector[] {
  const ends: Point[] = [];
  for (let i = 0; i < ideals.length; i++) {
    for (let j = 0; j < i; j++) {
      const step = minus(ideals[i], ideals[j]);
      const length = size(step);
      if (length === 0) continue;
      const across: Point = [-step[1] / length, step[0] / length];
      ends.push(across, [-across[0], -across[1]]);
    }
  }
  // no sector may be half the circle or more, or its inside could not be found by adding its ends
  for (const end of [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const) {
    ends.push(end);
  }
  ends.sort(byAngle);
  const distinct = ends.filter((end, k) => k === 0 || size(minus(end, ends[k - 1])) > 1e-14);
  return distinct.map((from, k) => {
    const to = distinct[(k + 1) % distinct.length];
    const middle: Point = [from[0] + to[0], from[1] + to[1]];
    const length = size(middle);
    return { from, to, inside: [middle[0] / length, middle[1] / length] };
  });
}

/** Counterclockwise from the positive x axis, without a sine. */
function byAngle(a: Point, b: Point): number {
  const upper = (v: Point): number => (v[1] > 0 || (v[1] === 0 && v[0] > 0) ? 0 : 1);
  return upper(a) - upper(b) || -cross(a, b);
}

/** Whether a direction lies in a sector, ends included. */
export function isIn({ from, to }: Sector, direction: Point): boolean {
  return cross(from, direction) >= -1e-14 && cross(direction, to) >= -1e-14 && dot(from, direction) > 0;
}

/** The voter at whom weight, summed from the far end of a direction, first reaches a level. */
export function pivotToward({ ideals, weights }: PlaneCommittee, direction: Point, level: number): number {
  const order = ideals.map((_, i) => i).filter((i) => weights[i] > 0);
  order.sort((a, b) => dot(direction, ideals[b]) - dot(direction, ideals[a]) || a - b);
  let sum = 0;
  for (const i of order) {
    sum += weights[i];
    if (sum >= level * (1 - 1e-12)) return i;
  }
  return order[order.length - 1];
}
