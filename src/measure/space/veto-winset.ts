import { TawazunError } from "../../base/index.ts";
import { checkWeighted } from "./check-weighted.ts";
import type { Interval } from "./line-core.ts";
import { checkPlane, cross, dot, minus, type Point, size } from "./plane.ts";

/** The part of a veto player's indifference curve that bounds a winset. */
export interface Arc {
  /** Index of the veto player. */
  readonly around: number;
  readonly from: Point;
  readonly to: Point;
}

/** What all veto players prefer to the status quo in the plane. */
export interface PlaneWinset {
  /** Where two indifference curves meet, counterclockwise; the status quo is one. One veto player has none. */
  readonly corners: readonly Point[];
  /** Counterclockwise; of one veto player, its whole circle from the status quo to the status quo. */
  readonly arcs: readonly Arc[];
}

/**
 * What all veto players prefer to the status quo on one issue.
 *
 * @returns an open interval with the status quo at one end; nothing if veto players stand on both sides of
 * it, or one on it.
 * @throws {TawazunError} `space/length`, `space/position`.
 * @see Tsebelis 2002, ch. 1.
 * @example
 * ```ts
 * import { vetoWinset } from "tawazun/measure";
 * vetoWinset([60, 90], 20); //=> { low: 20, high: 100 }
 * vetoWinset([10, 90], 20); //=> undefined
 * ```
 */
export function vetoWinset(positions: readonly number[], statusQuo: number): Interval | undefined {
  checkWeighted(
    positions,
    positions.map(() => 1),
  );
  if (!Number.isFinite(statusQuo)) {
    throw new TawazunError("space/position", `The status quo is ${statusQuo}; it must be a finite number.`);
  }
  const low = Math.min(...positions);
  const high = Math.max(...positions);
  if (statusQuo < low) return { low: statusQuo, high: 2 * low - statusQuo };
  if (statusQuo > high) return { low: 2 * high - statusQuo, high: statusQuo };
  return undefined;
}

/**
 * What all veto players prefer to the status quo in the plane: where the circles around their ideal points
 * through the status quo overlap.
 *
 * @returns its corners and arcs; nothing if the status quo lies in the convex hull of the ideal points.
 * @throws {TawazunError} `space/length`, `space/position`.
 * @remarks Two circles through the status quo meet again in its reflection on the line through their
 * centres; corners are the reflections that lie in every circle.
 * @see Tsebelis 2002, ch. 1.
 * @example Two veto players: a lens between the status quo and its reflection.
 * ```ts
 * import { planeVetoWinset } from "tawazun/measure";
 * planeVetoWinset([[0, 1], [4, 1]], [2, 0])?.corners; //=> [[2, 0], [2, 2]]
 * planeVetoWinset([[0, 0], [4, 0]], [2, 0]); //=> undefined
 * ```
 */
export function planeVetoWinset(ideals: readonly Point[], statusQuo: Point): PlaneWinset | undefined {
  checkPlane({ ideals, weights: ideals.map(() => 1) });
  if (!statusQuo.every(Number.isFinite)) {
    throw new TawazunError(
      "space/position",
      `The status quo is (${statusQuo.join(", ")}); give two numbers.`,
    );
  }
  if (!isOutside(ideals, statusQuo)) return undefined;
  const reach = Math.max(...ideals.map((ideal) => size(minus(ideal, statusQuo))));
  const slack = 1e-9 * reach;
  const corners: Point[] = [statusQuo];
  for (let i = 0; i < ideals.length; i++) {
    for (let j = 0; j < i; j++) {
      const point = reflection(statusQuo, ideals[i], ideals[j]);
      if (point === undefined || !isLiked(ideals, statusQuo, point, slack)) continue;
      if (corners.every((corner) => size(minus(corner, point)) > slack)) corners.push(point);
    }
  }
  return { corners: around(corners), arcs: arcsOf(ideals, statusQuo, around(corners), slack) };
}

/** Whether all ideal points lie on one side of some line through the status quo. */
function isOutside(ideals: readonly Point[], statusQuo: Point): boolean {
  const away = ideals.map((ideal) => minus(ideal, statusQuo));
  if (away.some((v) => dot(v, v) === 0)) return false;
  // an extreme direction has all others to its left within half a turn
  return away.some((v) => away.every((w) => cross(v, w) > 0 || (cross(v, w) === 0 && dot(v, w) > 0)));
}

function isLiked(ideals: readonly Point[], statusQuo: Point, point: Point, slack: number): boolean {
  return ideals.every((ideal) => size(minus(ideal, point)) <= size(minus(ideal, statusQuo)) + slack);
}

/** A point mirrored on the line through two others; nothing if those are one, or it lies on the line. */
function reflection(point: Point, a: Point, b: Point): Point | undefined {
  const along = minus(b, a);
  const length = dot(along, along);
  if (length === 0) return undefined;
  const off = cross(along, minus(point, a)) / length;
  if (off === 0) return undefined;
  return [point[0] + 2 * off * along[1], point[1] - 2 * off * along[0]];
}

/** Points in order around their middle, counterclockwise from the first. */
function around(points: readonly Point[]): Point[] {
  const middle: Point = [
    points.reduce((sum, [x]) => sum + x, 0) / points.length,
    points.reduce((sum, [, y]) => sum + y, 0) / points.length,
  ];
  const start = minus(points[0], middle);
  const turn = (point: Point): readonly [number, number] => {
    const v = minus(point, middle);
    return [cross(start, v) >= 0 && !(cross(start, v) === 0 && dot(start, v) < 0) ? 0 : 1, 0];
  };
  return [...points].sort((a, b) => {
    if (a === points[0]) return -1;
    if (b === points[0]) return 1;
    return turn(a)[0] - turn(b)[0] || -cross(minus(a, middle), minus(b, middle));
  });
}

/** Between each corner and the next, the arc of the player whose circle holds both and stays inside. */
function arcsOf(
  ideals: readonly Point[],
  statusQuo: Point,
  corners: readonly Point[],
  slack: number,
): readonly Arc[] {
  if (corners.length === 1) {
    // the circles touch in the status quo: the smallest lies in all others
    const around = ideals.reduce(
      (least, ideal, i) =>
        size(minus(ideal, statusQuo)) < size(minus(ideals[least], statusQuo)) ? i : least,
      0,
    );
    return [{ around, from: statusQuo, to: statusQuo }];
  }
  return corners.flatMap((from, k) => {
    const to = corners[(k + 1) % corners.length];
    const holder = ideals.findIndex((ideal) => {
      const radius = size(minus(ideal, statusQuo));
      const isOn = (point: Point): boolean => Math.abs(size(minus(ideal, point)) - radius) <= slack;
      return isOn(from) && isOn(to) && isLiked(ideals, statusQuo, halfway(ideal, from, to, radius), slack);
    });
    return holder < 0 ? [] : [{ around: holder, from, to }];
  });
}

/** The middle of the counterclockwise arc from one point of a circle to another. */
function halfway(centre: Point, from: Point, to: Point, radius: number): Point {
  const chord = minus(to, from);
  const length = size(chord);
  // to the right of the chord, as the region lies to its left
  const out: Point = [chord[1] / length, -chord[0] / length];
  return [centre[0] + radius * out[0], centre[1] + radius * out[1]];
}
