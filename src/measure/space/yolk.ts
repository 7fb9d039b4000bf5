import type { Method, Source } from "../../base/index.ts";
import {
  checkPlane,
  dot,
  isIn,
  minus,
  type PlaneCommittee,
  type Point,
  pivotToward,
  sectorsOf,
  size,
} from "./plane.ts";
import { spaceSources } from "./sources.ts";

/** The smallest circle that meets every median line. */
export interface Yolk {
  readonly centre: Point;
  readonly radius: number;
  /** "exact" if the radius is proven to 1e-12 of the spread of ideal points, else "bound". */
  readonly method: Method;
  /** The radius is at least this. */
  readonly lower: number;
  readonly sources: readonly Source[];
}

/** A direction and where its farthest median line lies. */
interface MedianLine {
  readonly normal: Point;
  readonly offset: number;
}

const MOST_LINES = 400;

/**
 * The yolk of a committee in the plane: the smallest circle that meets every median line, a line with half
 * the weight or more on either closed side. Majority rule stays near its centre; its radius is 0 if and only
 * if all median lines meet in one point.
 *
 * @throws {TawazunError} `space/length`, `space/position`, `space/weight`.
 * @remarks The largest distance from a point to a median line is convex in the point, and is found exactly:
 * between two directions in which ideal points line up, median lines turn about one voter. Its least value is
 * found by adding the farthest line and solving the linear programme in (x, y, r) again, until the programme's
 * radius, a lower bound, meets the largest distance, an upper one. O(voters² log voters) a line.
 * @see Ferejohn, McKelvey & Packel 1984; McKelvey 1986; Miller, Grofman & Feld 1989. Lines through two ideal
 * points alone can miss it (Stone & Tovey 1992), hence all directions.
 * @example Of three equal voters it is the circle inscribed in their triangle.
 * ```ts
 * import { yolk } from "tawazun/measure";
 * const { centre, radius } = yolk({ ideals: [[0, 0], [4, 0], [0, 3]], weights: [1, 1, 1] });
 * [...centre, radius].map((x) => Math.round(x * 1e9) / 1e9); //=> [1, 1, 1]
 * ```
 */
export function yolk(committee: PlaneCommittee): Yolk {
  checkPlane(committee);
  const farthest = farthestLineFrom(committee);
  const scale = Math.max(...committee.ideals.map((point) => size(minus(point, committee.ideals[0]))));
  let lines: MedianLine[] = [];
  let best: { centre: Point; radius: number } = {
    centre: committee.ideals[0],
    radius: Number.POSITIVE_INFINITY,
  };
  let lower = 0;
  let at: Point = centroid(committee);
  for (let step = 0; step < MOST_LINES; step++) {
    const { line, distance } = farthest(at);
    if (distance < best.radius) best = { centre: at, radius: distance };
    if (best.radius - lower <= 1e-12 * scale)
      return { ...best, method: "exact", lower, sources: spaceSources.yolk };
    lines.push(line);
    const solved = smallestCircle(lines, at);
    if (solved === undefined) break;
    at = solved.centre;
    lower = Math.max(lower, solved.radius);
    // lines that the circle meets well inside do not hold it; they come back if they should
    if (lines.length > 24) lines = lines.filter((l) => distanceTo(l, at) > solved.radius * 0.98);
  }
  return { ...best, method: "bound", lower, sources: spaceSources.yolk };
}

function centroid({ ideals, weights }: PlaneCommittee): Point {
  let x = 0;
  let y = 0;
  let total = 0;
  ideals.forEach((point, i) => {
    x += weights[i] * point[0];
    y += weights[i] * point[1];
    total += weights[i];
  });
  return [x / total, y / total];
}

const distanceTo = ({ normal, offset }: MedianLine, point: Point): number =>
  Math.abs(dot(normal, point) - offset);

/** The median line farthest from a point. */
function farthestLineFrom(committee: PlaneCommittee) {
  const total = committee.weights.reduce((sum, weight) => sum + weight, 0);
  const turning = sectorsOf(committee.ideals).map((sector) => ({
    sector,
    about: committee.ideals[pivotToward(committee, sector.inside, total / 2)],
  }));
  return (point: Point): { line: MedianLine; distance: number } => {
    let line: MedianLine = { normal: [1, 0], offset: point[0] };
    let distance = -1;
    for (const { sector, about } of turning) {
      const away = minus(point, about);
      const length = size(away);
      const straight: Point[] = [];
      if (length > 0) {
        const toward: Point = [away[0] / length, away[1] / length];
        for (const normal of [toward, [-toward[0], -toward[1]] as const]) {
          if (isIn(sector, normal)) straight.push(normal);
        }
      }
      for (const normal of [sector.from, sector.to, ...straight]) {
        const far = Math.abs(dot(normal, away));
        if (far <= distance) continue;
        distance = far;
        line = { normal, offset: dot(normal, about) };
      }
    }
    return { line, distance };
  };
}

/** The smallest circle that meets some lines; while they are few, the nearest to a point of those that do. */
function smallestCircle(
  lines: readonly MedianLine[],
  near: Point,
): { readonly centre: Point; readonly radius: number } | undefined {
  if (lines.length === 1) {
    const [{ normal, offset }] = lines;
    const back = offset - dot(normal, near);
    return { centre: [near[0] + back * normal[0], near[1] + back * normal[1]], radius: 0 };
  }
  if (lines.length === 2) {
    const meet = crossing(lines[0], lines[1]);
    if (meet !== undefined) return { centre: meet, radius: 0 };
  }
  return circleOfAll(lines);
}

function crossing(a: MedianLine, b: MedianLine): Point | undefined {
  const determinant = a.normal[0] * b.normal[1] - a.normal[1] * b.normal[0];
  if (Math.abs(determinant) < 1e-12) return undefined;
  return [
    (a.offset * b.normal[1] - b.offset * a.normal[1]) / determinant,
    (a.normal[0] * b.offset - b.normal[0] * a.offset) / determinant,
  ];
}

/** The linear programme min r with |n·c − t| ≤ r for every line, by its bases of up to three lines. */
function circleOfAll(
  lines: readonly MedianLine[],
): { readonly centre: Point; readonly radius: number } | undefined {
  let best: { centre: Point; radius: number } | undefined;
  const n = lines.length;
  const consider = (centre: Point | undefined): void => {
    if (centre === undefined || !centre.every(Number.isFinite)) return;
    const radius = Math.max(...lines.map((line) => distanceTo(line, centre)));
    if (best === undefined || radius < best.radius) best = { centre, radius };
  };
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      consider(crossing(lines[i], lines[j]));
      for (let k = 0; k < j; k++) {
        // equal distance from three lines, on either side of each
        for (const [a, b] of [
          [1, 1],
          [1, -1],
          [-1, 1],
          [-1, -1],
        ]) {
          consider(equidistant(lines[i], lines[j], a, lines[k], b));
        }
      }
      consider(between(lines[i], lines[j]));
    }
  }
  return best;
}

/** The point with n₁·c − t₁ = a (n₂·c − t₂) = b (n₃·c − t₃). */
function equidistant(
  one: MedianLine,
  two: MedianLine,
  a: number,
  three: MedianLine,
  b: number,
): Point | undefined {
  const difference = (other: MedianLine, sign: number): MedianLine => ({
    normal: [one.normal[0] - sign * other.normal[0], one.normal[1] - sign * other.normal[1]],
    offset: one.offset - sign * other.offset,
  });
  return crossing(difference(two, a), difference(three, b));
}

/** Of two parallel lines, a point halfway. */
function between(one: MedianLine, two: MedianLine): Point | undefined {
  if (crossing(one, two) !== undefined) return undefined;
  const sign = dot(one.normal, two.normal) > 0 ? 1 : -1;
  const half = (one.offset + sign * two.offset) / 2;
  return [one.normal[0] * half, one.normal[1] * half];
}
