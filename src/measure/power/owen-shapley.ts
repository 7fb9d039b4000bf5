import { angleOf, type Source, TawazunError } from "../../base/index.ts";
import { checkGame, type Game } from "./game.ts";
import { shapleyShubik } from "./shapley-shubik.ts";

/** Where a voter stands on two issues. */
export type Point = readonly [x: number, y: number];

/** Voters who stand at one point; they come one after another in any order. */
interface Place {
  readonly at: Point;
  readonly voters: readonly number[];
  readonly votes: number;
}

/** A direction in which two places are level, and who is ahead after it, turning to the left. */
interface Passing {
  readonly x: number;
  readonly y: number;
  readonly ahead: number;
  readonly behind: number;
}

/** The sine of an angle too small to tell from rounding: places on one line pass all at once. */
const LEVEL = 1e-12;

export const owenShapleySources: readonly Source[] = [{ ref: "owen1971" }, { ref: "shapley1977" }];

/**
 * The Owen–Shapley index in two dimensions: in what part of all directions of change each voter is pivotal, if those
 * who like a direction most are for it first.
 *
 * @param positions of the voters, one point each.
 * @returns n numbers that sum to 1, in the order of `weights`. A dummy has 0.
 * @throws {TawazunError} `game/weight`, `game/quota`; `spatial/positions` if there is not one finite point a voter.
 * @remarks Exact but for the rounding of angles: the order changes only where two voters are level, at n (n − 1)
 * directions; between them the pivot has the whole arc. O(n² log n). Voters at one point follow each other in any
 * order. If all stand on one line, the pivots from either end have half each.
 * @see Owen 1971; Shapley 1977.
 * @example Five equal voters: the one nearest the middle decides the most.
 * ```ts
 * import { owenShapley } from "tawazun/measure";
 * const positions = [[0, 0], [4, 0], [-2, 3], [-2, -3], [1, 1]] as const;
 * const shares = owenShapley({ quota: 3, weights: [1, 1, 1, 1, 1] }, positions);
 * shares.indexOf(Math.max(...shares)); //=> 0
 * ```
 */
export function owenShapley(game: Game, positions: readonly Point[]): readonly number[] {
  checkGame(game);
  if (positions.length !== game.weights.length || !positions.every((point) => point.every(Number.isFinite))) {
    throw new TawazunError(
      "spatial/positions",
      `There are ${game.weights.length} voters and ${positions.length} points; give each voter a point of two numbers.`,
    );
  }
  const places = placesOf(game, positions);
  const shares = new Array<number>(game.weights.length).fill(0);
  for (const [arc, place, before] of arcs(game.quota, places)) {
    const { voters } = places[place];
    const inside = shapleyShubik({
      quota: game.quota - before,
      weights: voters.map((i) => game.weights[i]),
    });
    voters.forEach((i, k) => {
      shares[i] += arc * inside[k];
    });
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** Voters with votes by the points where they stand. */
function placesOf({ weights }: Game, positions: readonly Point[]): Place[] {
  const places = new Map<string, { at: Point; voters: number[]; votes: number }>();
  positions.forEach((at, i) => {
    if (weights[i] === 0) return;
    const key = at.join();
    const place = places.get(key) ?? { at, voters: [], votes: 0 };
    place.voters.push(i);
    place.votes += weights[i];
    places.set(key, place);
  });
  return [...places.values()];
}

/** Which half of the turn a direction is in, from 0 to just below π, or from π on. */
const half = ({ x, y }: { readonly x: number; readonly y: number }): number =>
  y > 0 || (y === 0 && x > 0) ? 0 : 1;
const cross = (a: Passing, b: Passing): number => a.x * b.y - a.y * b.x;

/** Directions in which two places are level, in the order of a turn to the left. */
function passings(places: readonly Place[]): Passing[] {
  const found: Passing[] = [];
  for (let i = 0; i < places.length; i++) {
    for (let j = 0; j < i; j++) {
      const dx = places[j].at[0] - places[i].at[0];
      const dy = places[j].at[1] - places[i].at[1];
      const length = Math.sqrt(dx * dx + dy * dy);
      found.push({ x: -dy / length, y: dx / length, ahead: i, behind: j });
      found.push({ x: dy / length, y: -dx / length, ahead: j, behind: i });
    }
  }
  return found.sort((a, b) => half(a) - half(b) || -Math.sign(cross(a, b)));
}

/** Arcs of the turn, each with the place that is pivotal in it and the votes that come before. */
function* arcs(
  quota: number,
  places: readonly Place[],
): Generator<[arc: number, place: number, before: number]> {
  const turn = passings(places);
  if (turn.length === 0) {
    yield [1, 0, 0];
    return;
  }
  const before = votesBefore(places, turn);
  const isPivot = (place: number): boolean =>
    before[place] < quota && before[place] + places[place].votes >= quota;
  let pivot = places.findIndex((_, place) => isPivot(place));
  for (let k = 0; k < turn.length; ) {
    const first = turn[k];
    // all that are level in this direction pass together
    for (; k < turn.length && Math.abs(cross(first, turn[k])) < LEVEL && half(first) === half(turn[k]); k++) {
      const { ahead, behind } = turn[k];
      before[ahead] -= places[behind].votes;
      before[behind] += places[ahead].votes;
      if (isPivot(ahead)) pivot = ahead;
      else if (isPivot(behind)) pivot = behind;
    }
    if (!isPivot(pivot)) pivot = places.findIndex((_, place) => isPivot(place));
    const next = turn[k % turn.length];
    const arc = angleOf(first.x * next.x + first.y * next.y, cross(first, next));
    yield [arc < 0 ? arc + 2 * Math.PI : arc, pivot, before[pivot]];
  }
}

/** Votes of those ahead of each place, just before the first passing of the turn. */
function votesBefore(places: readonly Place[], turn: readonly Passing[]): number[] {
  const first = turn[0];
  const last = turn[turn.length - 1];
  // between the two; where they are opposite, a right angle before the first
  const opposite = first.x * last.x + first.y * last.y < LEVEL - 1;
  const [x, y] = opposite ? [first.y, -first.x] : [first.x + last.x, first.y + last.y];
  const reach = places.map(({ at }) => at[0] * x + at[1] * y);
  return places.map((_, i) =>
    places.reduce((sum, place, j) => (reach[j] > reach[i] ? sum + place.votes : sum), 0),
  );
}
