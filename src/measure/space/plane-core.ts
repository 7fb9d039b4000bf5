import { checkQuota } from "./line-core.ts";
import {
  checkPlane,
  cross,
  dot,
  minus,
  type PlaneCommittee,
  type Point,
  pivotToward,
  sectorsOf,
  size,
} from "./plane.ts";

/** Voters in the plane and the weight that decides. */
export interface PlaneRule extends PlaneCommittee {
  /** The weight a coalition needs, above half of all and at most all. */
  readonly quota: number;
}

/**
 * The core in the plane: the points that no coalition with the quota would leave for another.
 *
 * @returns the corners of a convex polygon, counterclockwise; two for a segment, one for a point, none if
 * every point can be left. If all must agree it is the convex hull of the ideal points.
 * @throws {TawazunError} `space/length`, `space/position`, `space/weight`, `space/quota`.
 * @remarks A point is in it if in no direction the quota stands beyond it: an intersection of half-planes, of
 * which those in the directions where two ideal points line up are enough. Corners nearer than 1e-9 of the
 * spread are one. O(voters⁴) at worst.
 * @see Plott 1967; Davis, DeGroot & Hinich 1972.
 * @example A majority of three leaves every point of a triangle; unanimity none.
 * ```ts
 * import { planeCore } from "tawazun/measure";
 * const triangle = { ideals: [[0, 0], [4, 0], [0, 3]], weights: [1, 1, 1] } as const;
 * planeCore({ ...triangle, quota: 2 }); //=> []
 * planeCore({ ...triangle, quota: 3 }).length; //=> 3
 * ```
 */
export function planeCore(rule: PlaneRule): readonly Point[] {
  checkPlane(rule);
  checkQuota(rule.weights, rule.quota);
  const { ideals } = rule;
  const spread = Math.max(...ideals.map((point) => size(minus(point, ideals[0]))));
  if (spread === 0) return [ideals[0]];
  const slack = spread * 1e-12;
  let polygon = boxAround(ideals, spread);
  for (const { from, to, inside } of sectorsOf(ideals)) {
    const pivot = ideals[pivotToward(rule, inside, rule.quota)];
    for (const normal of [from, to]) {
      polygon = cut(polygon, normal, dot(normal, pivot) - slack);
      if (polygon.length === 0) return [];
    }
  }
  return simplified(polygon, spread * 1e-9);
}

/**
 * Whether a coalition with the quota prefers one point of the plane to another: each voter the nearer one.
 *
 * @throws {TawazunError} as `planeCore`.
 */
export function prevailsOver(rule: PlaneRule, challenger: Point, statusQuo: Point): boolean {
  checkPlane(rule);
  checkQuota(rule.weights, rule.quota);
  let inFavour = 0;
  rule.ideals.forEach((ideal, i) => {
    if (size(minus(ideal, challenger)) < size(minus(ideal, statusQuo))) inFavour += rule.weights[i];
  });
  return inFavour >= rule.quota * (1 - 1e-12);
}

function boxAround(ideals: readonly Point[], spread: number): Point[] {
  const [x, y] = ideals[0];
  const reach = 2 * spread;
  return [
    [x - reach, y - reach],
    [x + reach, y - reach],
    [x + reach, y + reach],
    [x - reach, y + reach],
  ];
}

/** The part of a convex polygon with n·x ≥ offset. */
function cut(polygon: readonly Point[], normal: Point, offset: number): Point[] {
  const kept: Point[] = [];
  polygon.forEach((corner, k) => {
    const next = polygon[(k + 1) % polygon.length];
    const here = dot(normal, corner) - offset;
    const there = dot(normal, next) - offset;
    if (here >= 0) kept.push(corner);
    if (here >= 0 !== there >= 0) {
      const part = here / (here - there);
      kept.push([corner[0] + part * (next[0] - corner[0]), corner[1] + part * (next[1] - corner[1])]);
    }
  });
  return kept;
}

/** Corners that are really corners: none nearly the same as another, none on a straight edge. */
function simplified(polygon: readonly Point[], near: number): Point[] {
  const apart: Point[] = [];
  for (const corner of polygon) {
    if (apart.every((other) => size(minus(corner, other)) > near)) apart.push(corner);
  }
  if (apart.length < 3) return apart;
  const turning = apart.filter((corner, k) => {
    const before = apart[(k + apart.length - 1) % apart.length];
    const after = apart[(k + 1) % apart.length];
    return cross(minus(corner, before), minus(after, corner)) > near * size(minus(after, before));
  });
  return turning.length >= 3 ? turning : ends(apart);
}

/** The two points farthest apart. */
function ends(points: readonly Point[]): Point[] {
  let pair: Point[] = [points[0]];
  let most = -1;
  for (const a of points) {
    for (const b of points) {
      const distance = size(minus(a, b));
      if (distance > most) {
        most = distance;
        pair = [a, b];
      }
    }
  }
  return pair;
}
