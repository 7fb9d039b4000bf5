import { election } from "./election.ts";
import { distanceTo, utility } from "./outlook.ts";
import type { SpatialState } from "./play.ts";
import { type Setting, type SpatialProblem, settingOf } from "./setting.ts";
import { type SpatialSwitches, spatialDefaults } from "./switches.ts";

/** Positions nearer than this are one position to the vote. */
const SAME = 1e-3;

/**
 * How likely the position of each actor is to prevail: a probabilistic Condorcet election over the
 * distinct positions of a state, everyone voting with capability, salience aside.
 *
 * @param state one of a run of the same problem under the same switches.
 * @returns one probability an actor, the same for all who share a position, and the first actor on each
 * distinct position; over those the probabilities sum to 1.
 * @see Wise, Lester & Efird 2015.
 */
export function spatialStanding(
  problem: SpatialProblem,
  state: SpatialState,
  options: { readonly switches?: Partial<SpatialSwitches> } = {},
): { readonly probability: readonly number[]; readonly distinct: readonly number[] } {
  const switches = { ...spatialDefaults, ...options.switches };
  const setting = settingOf(problem);
  const { actors: n, dimensions: d } = setting;
  const positions = Float64Array.from(state.positions.flat());
  const ideals = Float64Array.from(state.ideals.flat());
  const distinct: number[] = [];
  for (let i = 0; i < n; i++) {
    if (!distinct.some((j) => near(setting, positions, i, j))) distinct.push(i);
  }
  const utilities = distinct.map((j) =>
    Float64Array.from({ length: n }, (_, a) =>
      utility(distanceTo(setting, ideals, a, positions, j * d), state.risk[a]),
    ),
  );
  const chances = election(utilities, setting.capability, switches);
  const probability = Array.from(
    { length: n },
    (_, i) => chances[distinct.findLastIndex((j) => near(setting, positions, i, j))],
  );
  return { probability, distinct };
}

function near({ dimensions: d }: Setting, positions: Float64Array, i: number, j: number): boolean {
  let squares = 0;
  for (let k = 0; k < d; k++) {
    const step = positions[i * d + k] - positions[j * d + k];
    squares += step * step;
  }
  return Math.sqrt(squares) < SAME;
}
